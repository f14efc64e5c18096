// The bell: a crowd of strangers rings once a minute and is all on the screen; whom the desk knows is heard each time.
import type { Vault, WakeLine } from "@safe-conduct/client/member"
import { expect, test, vi } from "vitest"
import { createLive } from "./live.ts"

test("rings for the first stranger of a minute and for every person of the desk", async () => {
  vi.stubGlobal("document", { hidden: true })
  let moment = 1_000_000
  let waking: WakeLine[] = []
  let changed = (): void => undefined
  const vault = {
    on: (listener: () => void) => {
      changed = listener
      return () => undefined
    },
    refresh: async () => ({ ok: false, refusal: { error: "offline" } }),
    today: async () => ({ waking: [...waking], reached: null }),
    tray: async () => [],
    list: async () => [],
  } as unknown as Vault
  const heard: string[] = []
  const live = createLive({ vault, now: () => moment, onWake: ({ name }) => heard.push(name) })
  const look = async (more: WakeLine[], seconds: number) => {
    moment += seconds * 1000
    waking = [...waking, ...more]
    changed()
    await vi.waitFor(() => expect(live.today.value?.waking).toHaveLength(waking.length))
  }
  const line = (name: string, stream: string | null): WakeLine => ({ ask: name, stream, name }) as WakeLine
  live.start()
  await vi.waitFor(() => expect(live.today.value).not.toBeNull())
  await look(
    Array.from({ length: 40 }, (_, n) => line(`stranger ${n}`, null)),
    1,
  )
  await look([line("known", "s"), line("a stranger more", null)], 30)
  await look([line("known too", "t")], 5)
  await look([line("a minute later", null)], 30)
  live.stop()
  vi.unstubAllGlobals()
  expect(heard).toEqual(["stranger 0", "known", "known too", "a minute later"])
})
