// How often a phone waits for the server, for a member who comes in and for whoever asks: on a slow line that is most of what there is to wait.
import { programme } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { memoryShelf, newCode, openDevice, openMailbox, submit } from "../asker/index.ts"
import { openTestDesk, type TestDesk, testWords } from "../testing/desk.ts"
import { connected, familyRequest, good, openedDesk } from "../testing/family.ts"
import { farLine } from "../testing/far-line.ts"
import { createVault } from "./index.ts"

let desk: TestDesk
let stream = ""

beforeAll(async () => {
  desk = await openTestDesk()
  const { anna } = await openedDesk(desk)
  stream = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Far" }] }] })).stream
  const met = await connected(desk)
  const { code } = await newCode(met)
  good(await submit({ desk: met, code, request: familyRequest }))
})
afterAll(() => desk.close())

test("a member: from seven words to everything six times, into a case once more, and once for a note", async () => {
  const { fetch, waits } = farLine(desk)
  const vault = createVault({ server: desk.url, fetch, now: () => desk.now, words: testWords, programme, beginsEarly: true })
  good(await vault.unlock(desk.founding.founders[0]?.passphrase ?? ""))
  expect(waits).toHaveLength(6)
  expect(await vault.tray()).toHaveLength(1)
  expect(good(await vault.openCase(stream)).people[0]?.latin).toContain("Far")
  expect(waits).toHaveLength(7)
  good(await vault.act(stream, "write-note", { kind: "note", text: "near" }))
  expect(waits).toHaveLength(8)
}, 60_000)

test("a device that comes back: six times too", async () => {
  const keepShelf = memoryShelf()
  const given = { server: desk.url, now: () => desk.now, words: testWords, programme, keepShelf, beginsEarly: true }
  const passphrase = desk.founding.founders[1]?.passphrase ?? ""
  good(await createVault({ ...given, fetch: desk.fetch }).unlock(passphrase))
  await vi.waitFor(async () => expect(await keepShelf.names()).toHaveLength(1), { timeout: 10_000 })
  const { fetch, waits } = farLine(desk)
  const vault = createVault({ ...given, fetch })
  good(await vault.unlock(passphrase))
  expect(waits.flat().some((path) => /cards\?since=[1-9]/.test(path))).toBe(true)
  expect(waits).toHaveLength(6)
  expect(await vault.list()).toHaveLength(1)
}, 60_000)

test("whoever asks: twice for a request, five times to her answers, and two more for what she writes", async () => {
  const { fetch, waits } = farLine(desk)
  const far = await connected(desk, fetch)
  const { code } = await newCode(far)
  good(await submit({ desk: far, code, request: familyRequest }))
  expect(waits).toHaveLength(2)
  const again = farLine(desk)
  const device = await openDevice(memoryShelf(), () => desk.now)
  const box = good(await openMailbox(await connected(desk, again.fetch), code, device.journal))
  expect(good(await box.read()).sent).toBe(1)
  expect(again.waits).toHaveLength(5)
  good(await box.say({ text: "Он звонил." }))
  expect(again.waits).toHaveLength(7)
  good(await box.say({ text: "И ещё раз." }))
  expect(good(await box.read()).sent).toBe(3)
}, 60_000)
