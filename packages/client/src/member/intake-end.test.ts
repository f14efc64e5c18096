// A key of requests is destroyed when its time is over and nothing lies unopened: then a member with all her keys, and all that the server
// holds, open no request of that number that did not become a case.
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Envelopes, Page } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { DAY } from "../day.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { asked, byTwo, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
}, 120_000)
afterAll(() => desk.close())

const fresh = async (n: number, fetch = desk.fetch): Promise<Vault> => {
  const vault = vaultAt(desk, fetch)
  good(await vault.unlockWith(seedsOf(desk, n)))
  return vault
}
const onDisk = async (): Promise<Buffer> => {
  const files = (await readdir(desk.data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return Buffer.concat(await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)))))
}
const text = (vault: Vault, ask: string) =>
  vault
    .openRequest(ask)
    .then((opened) => (opened.ok ? JSON.stringify([opened.value.request, opened.value.raw, opened.value.messages]) : ""))

test("after the day, by two; what was joined is read in its case, the rest by nobody", { timeout: 300_000 }, async () => {
  const first = await openedDesk(desk)
  const said = (message: string) => ({ ...(familyRequest as object), files: undefined, message })
  const joined = await asked(desk, said("joined"))
  const declined = await asked(desk, said("declined-words"))
  const left = await asked(desk, said("left-words"))
  good(await first.anna.refresh())
  const { stream } = good(await first.anna.joinRequest(joined.ask))
  good(await first.anna.triage(declined.ask, "declined", "not ours"))
  expect((await first.anna.intakeKeys()).map(({ number, due, waiting }) => [number, due, waiting])).toEqual([[1, false, 1]])
  expect(await first.anna.endIntakeKey(1)).toMatchObject({ ok: false, refusal: { error: "too-early" } })
  await byTwo(first.anna, first.boris, "rotateIntake")

  // The line of the register names a stream; the secret itself lies there, sealed, and these are bytes of it.
  const { state } = good(await first.anna.register())
  expect(JSON.stringify(state.intakeKeys)).not.toMatch(/AGE-SECRET-KEY/)
  const place = state.intakeKeys[0]?.stream as string
  let sealed = Buffer.alloc(0)
  let envelope = Buffer.alloc(0)
  await fresh(0, (async (path: string, init?: RequestInit) => {
    const response = await desk.fetch(path, init)
    if (String(path).includes(`/streams/${place}/entries`))
      sealed = Buffer.from(((await response.clone().json()) as Page).entries.at(-1)?.entry.body as string, "base64").subarray(40, 80)
    if (String(path).includes(`/streams/${place}/envelopes`))
      envelope = Buffer.from(((await response.clone().json()) as Envelopes).epochs[0]?.mine as string, "base64").subarray(-60, -20)
    return response
  }) as typeof fetch)
  expect((await onDisk()).includes(sealed) && sealed.length === 40).toBe(true)
  expect((await onDisk()).includes(envelope) && envelope.length === 40).toBe(true)

  desk.now += 136 * DAY
  const [anna, boris] = [await fresh(0), await fresh(1)]
  expect(await text(anna, left.ask)).toContain("left-words")
  expect(await anna.endIntakeKey(1)).toMatchObject({ ok: false, refusal: { error: "unopened" } })
  good(await anna.triage(left.ask, "junk", "x"))
  expect(good(await anna.endIntakeKey(1)).done).toBe(false)
  expect(await anna.endIntakeKey(1)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
  good(await boris.refresh())
  expect(await text(boris, declined.ask)).toContain("declined-words")
  expect(good(await boris.endIntakeKey(1)).done).toBe(true)
  expect(await text(boris, declined.ask)).not.toContain("declined-words")

  const later = await fresh(0)
  expect((await later.intakeKeys()).map(({ number }) => number)).toEqual([2])
  for (const { ask } of [declined, left]) expect(await text(later, ask)).not.toMatch(/declined-words|left-words|Тестовск/)
  expect((await later.tray()).map(({ ask }) => ask)).toEqual([])
  const opened = good(await later.openCase(stream))
  expect(opened.mail.find(({ kind }) => kind === "request")?.text).toBe("joined")
  good(await later.reply(joined.ask, "Мы с вами"))
  const bytes = await onDisk()
  expect([bytes.includes(sealed), bytes.includes(envelope)]).toEqual([false, false])
})
