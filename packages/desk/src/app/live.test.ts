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
    today: async () => ({ waking: [...waking], moments: [], reached: null, soFar: null }),
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

test.each([
  ["Today", false, ["today", "list"]],
  ["the list", true, ["list", "today"]],
])("whoever waits for %s is given it first", async (_, listFirst, order) => {
  vi.stubGlobal("document", { hidden: true })
  const asked: string[] = []
  const vault = {
    on: () => () => undefined,
    refresh: async () => ({ ok: false, refusal: { error: "offline" } }),
    today: async () => {
      asked.push("today")
      return { waking: [], moments: [], reached: null, soFar: null }
    },
    tray: async () => [],
    list: async () => {
      asked.push("list")
      return []
    },
  } as unknown as Vault
  const live = createLive({ vault, now: () => 1, onWake: () => undefined, listFirst: () => listFirst })
  live.start()
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 3_000 })
  live.stop()
  vi.unstubAllGlobals()
  expect(asked).toEqual(order)
})

test("while somebody scrolls Today the list waits, changes of Today do not; and whoever goes to the list, or never rests, is given it", async () => {
  vi.useFakeTimers()
  vi.stubGlobal("document", { hidden: true })
  const asked: string[] = []
  let changed = (): void => undefined
  const vault = {
    on: (listener: () => void) => {
      changed = listener
      return () => undefined
    },
    refresh: async () => ({ ok: false, refusal: { error: "offline" } }),
    today: async () => {
      asked.push("today")
      return { waking: [], moments: [], reached: null, soFar: null }
    },
    tray: async () => [],
    list: async () => {
      asked.push("list")
      return []
    },
  } as unknown as Vault
  const sit = (given: { readonly busy: () => boolean; readonly listFirst?: () => boolean }) => {
    asked.length = 0
    const live = createLive({ vault, now: Date.now, onWake: () => undefined, ...given })
    live.start()
    return live
  }
  let scrolls = true
  const resting = sit({ busy: () => scrolls })
  await vi.advanceTimersByTimeAsync(2_000)
  changed()
  await vi.advanceTimersByTimeAsync(50)
  expect(asked).toEqual(["today", "today"])
  scrolls = false
  await vi.advanceTimersByTimeAsync(150)
  expect(asked).toEqual(["today", "today", "list"])
  scrolls = true
  changed()
  await vi.advanceTimersByTimeAsync(50)
  // What changed in it is little, and is read at once.
  expect(asked).toEqual(["today", "today", "list", "today", "list"])
  resting.stop()

  let onList = false
  const going = sit({ busy: () => true, listFirst: () => onList })
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toEqual(["today"])
  onList = true
  await vi.advanceTimersByTimeAsync(150)
  expect(asked).toEqual(["today", "list"])
  going.stop()

  const restless = sit({ busy: () => true })
  await vi.advanceTimersByTimeAsync(9_500)
  expect(asked).toEqual(["today"])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual(["today", "list"])
  restless.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test("a moment that comes rings once by the page's own clock, though the server is gone, and stands until somebody looks", async () => {
  vi.useFakeTimers()
  vi.stubGlobal("document", { hidden: true })
  let moment = 1_000_000
  const at = (seconds: number, name: string) => ({ stream: name, name, at: 1_000_000 + seconds * 1000, why: "flight" })
  let moments = [at(60, "first"), at(60, "second"), at(600, "third")]
  let changed = (): void => undefined
  const vault = {
    on: (listener: () => void) => {
      changed = listener
      return () => undefined
    },
    refresh: () => new Promise(() => undefined),
    today: async () => ({ waking: [], moments, reached: null, soFar: null }),
    tray: async () => [],
    list: async () => [],
  } as unknown as Vault
  let rung = 0
  const live = createLive({ vault, now: () => moment, onWake: () => undefined, onDue: () => void rung++ })
  const after = async (seconds: number) => {
    moment += seconds * 1000
    await vi.advanceTimersByTimeAsync(seconds * 1000)
  }
  live.start()
  await after(50)
  expect([rung, live.due.value]).toEqual([0, []])
  await after(15)
  expect([rung, live.due.value.map(({ name }) => name)]).toEqual([1, ["first", "second"]])
  await after(60)
  expect(rung).toBe(1)
  live.looking()
  expect(live.due.value).toEqual([])
  // The vault reads anew just as the third comes, and its list no longer has it.
  moment += 476_000
  moments = []
  changed()
  await vi.advanceTimersByTimeAsync(0)
  expect([rung, live.due.value.map(({ name }) => name)]).toEqual([2, ["third"]])
  live.stop()
  expect(live.due.value).toEqual([])
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
