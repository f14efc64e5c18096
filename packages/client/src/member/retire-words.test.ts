// Names that nobody knew are gone after thirty days, from the disk too; what was said of somebody of ours stands in her case. And nothing
// else can be destroyed in that way, whoever names it.
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Envelopes, Page } from "@safe-conduct/wire"
import { afterEach, beforeEach, expect, test } from "vitest"
import { DAY } from "../day.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
}, 120_000)
afterEach(() => desk.close())

/** Signed in anew, and what a sign-in leaves for the background done. */
const fresh = async (n: number, fetch = desk.fetch): Promise<Vault> => {
  const vault = vaultAt(desk, fetch)
  good(await vault.unlockWith(seedsOf(desk, n)))
  good(await vault.refresh())
  return vault
}
const onDisk = async (): Promise<Buffer> => {
  const files = (await readdir(desk.data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return Buffer.concat(await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)))))
}
/** Some bytes of what the server holds of a stream: of its last line, and of the envelope of its key. */
async function bytesOf(stream: string): Promise<readonly Buffer[]> {
  const found: Buffer[] = []
  await fresh(0, (async (path: string, init?: RequestInit) => {
    const response = await desk.fetch(path, init)
    if (String(path).includes(`/streams/${stream}/entries`))
      found.push(Buffer.from(((await response.clone().json()) as Page).entries.at(-1)?.entry.body as string, "base64").subarray(40, 80))
    if (String(path).includes(`/streams/${stream}/envelopes`))
      found.push(Buffer.from(((await response.clone().json()) as Envelopes).epochs[0]?.mine as string, "base64").subarray(-60, -20))
    return response
  }) as typeof fetch).then((vault) => vault.rollCalls())
  return found
}
const family = async () => {
  const people = [{ names: [{ script: "cyrillic", surname: "Узнанный", given: "Роман" }], relation: "principal" }]
  const { stream } = good(await anna.newCase({ people } as never))
  good(await anna.refresh())
  return { stream, person: good(await anna.openCase(stream)).people[0]?.person ?? "" }
}
const call = { kind: "call", at: "2026-11-22", place: "Mesa", confidence: "rumoured" } as const

test("thirty days later two vaults have destroyed the words; who was found lives on in her case", { timeout: 240_000 }, async () => {
  const ours = await family()
  const names = [{ text: "Цырен-зацепка из Казани" }, { text: "Рома-узнанный" }]
  const { sighting } = good(await anna.beginRoll({ ...call, source: "сокамерник-источник", note: "слова-заметки", names }))
  good(await anna.addToRoll(sighting, { names: [{ text: "ещё-один" }] }))
  good(await anna.sayOfSeen(sighting, 1, { as: "aboard", case: ours.stream, person: ours.person }))
  good(await anna.sayOfSeen(sighting, 2, { as: "off-list", why: "причина-словами" }))
  good(await boris.refresh())
  const [list] = await boris.rollCalls()
  expect(list).toMatchObject({ source: "сокамерник-источник", note: "слова-заметки", gone: 0 })
  expect(list?.lines.map(({ text, as, why, who }) => [text, as, why, who?.stream ?? null])).toEqual([
    ["Цырен-зацепка из Казани", "unknown", null, null],
    ["Рома-узнанный", "aboard", null, ours.stream],
    ["ещё-один", "off-list", "причина-словами", null],
  ])
  // The register, whose lines stay for ever, knows none of it.
  const { state, log } = good(await boris.register())
  expect(JSON.stringify([state, log])).not.toMatch(/зацепка|узнанный|источник|заметки|ещё-один|причина/)
  const streams = [state.sightings[0]?.words, state.added?.[0]?.words] as string[]
  const sealed = (await Promise.all(streams.map(bytesOf))).flat()
  expect([sealed.length, (await onDisk()).includes(sealed[0] as Buffer)]).toEqual([4, true])

  desk.now += 29 * DAY
  good(await (await fresh(0)).refresh())
  expect(good(await (await fresh(1)).purges())).toEqual([])
  desk.now += DAY + 3_600_000
  // Not shown from this hour on, whether or not a second member has been here yet.
  const first = await fresh(0)
  expect((await first.rollCalls()).map(({ source, note, lines, gone }) => [source, note, lines.map(({ text }) => text), gone])).toEqual([
    [null, null, [null], 2],
  ])
  expect(good(await first.purges()).map(({ stage }) => stage)).toEqual(["proposed"])
  await fresh(0)
  expect(good(await first.purges())).toHaveLength(1)

  const second = await fresh(1)
  const [done] = good(await second.purges())
  expect(done).toMatchObject({ stage: "done", receipt: { entries: 3, envelopes: 4, files: 0 } })
  const left = await onDisk()
  expect(sealed.map((bytes) => left.includes(bytes))).toEqual([false, false, false, false])
  const [kept] = await second.rollCalls()
  expect([kept?.lines.map(({ text, who }) => [text, who?.stream]), kept?.gone]).toEqual([[[null, ours.stream]], 2])
  const { state: hers } = good(await second.openCase(ours.stream))
  expect(hers.notes.map(({ text, person }) => [text, person])).toEqual([
    ["Mesa · 2026-11-22 · «Рома-узнанный» · сокамерник-источник", ours.person],
  ])
})

test("a stream that holds anything else is not destroyed, though the register calls it words of a call", { timeout: 240_000 }, async () => {
  const ours = await family()
  good(await anna.actRegister("record-sighting", { ...call, sighting: "forged", people: [{}], words: ours.stream }))
  const other = good(await anna.beginRoll({ ...call, names: [{ text: "настоящая зацепка" }] }))
  desk.now += 40 * DAY
  await fresh(0)
  const second = await fresh(1)
  const [done, ...more] = good(await second.purges())
  expect([done?.stage, done?.streams.length, more]).toEqual(["done", 1, []])
  expect(done?.streams[0]?.stream).not.toBe(ours.stream)
  expect(good(await second.openCase(ours.stream)).people).toHaveLength(1)
  expect((await second.rollCalls()).map(({ sighting }) => sighting)).not.toContain(other.sighting)
})

test("what a caller said is refused as a line of the register", async () => {
  for (const [does, input] of [
    ["record-sighting", { ...call, sighting: "s", people: [{ text: "Саша" }] }],
    ["add-to-sighting", { sighting: "s", people: [{ text: "Саша" }] }],
    ["reconcile-sighting", { sighting: "s", index: 0, as: "off-list", why: "уехал" }],
  ] as const)
    expect(await anna.actRegister(does, input)).toMatchObject({ ok: false, refusal: { error: "words-elsewhere" } })
})
