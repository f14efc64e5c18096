// The whole trial played once, as `npm start` plays it, and then opened by those who will look at it.
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Desk, childOf, connect, openMailbox, readCode } from "@safe-conduct/client/asker"
import type { CaseView, Today, Vault } from "@safe-conduct/client/member"
import { finding } from "@safe-conduct/paper"
import { type Server, createServer } from "@safe-conduct/server"
import { vaultAt } from "../desk/found-desk.ts"
import { type TrialNotes, makeTrial } from "./index.ts"
import { must } from "./stage.ts"

const now = Date.parse("2026-11-22T18:00:00Z")
const INSIDE = "http://127.0.0.1:1"
let data: string
let notes: TrialNotes
let server: Server
let anna: Vault
let boris: Vault
let today: Today
let desk: Desk

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "safe-conduct-trial-"))
  notes = await makeTrial({ data, now })
  server = await createServer({ data, now: () => now, trial: true })
  const [first, second] = notes.members
  ;[anna, boris] = (await Promise.all([1, 2].map(() => vaultAt(server, "en", () => now)))) as [Vault, Vault]
  must(await anna.unlock(first?.passphrase ?? ""))
  must(await boris.unlock(second?.passphrase ?? ""))
  today = await anna.today()
  const fetchInside = ((path: string, init?: RequestInit) => server.request(String(path).slice(INSIDE.length), init)) as typeof fetch
  desk = must(await connect({ server: INSIDE, fetch: fetchInside, now: () => now }))
}, 240_000)
afterAll(async () => {
  await server?.close()
  await rm(data, { recursive: true, force: true })
})
const opened = async (stream: string, vault = anna): Promise<CaseView> => must(await vault.openCase(stream))

test("three members may be played, each by her own seven words", async () => {
  expect(notes.members.map(({ name, roles }) => [name, roles.includes("decider"), roles.includes("administrator")])).toEqual([
    ["Anna", false, true],
    ["Boris", true, true],
    ["Vera", false, false],
  ])
  expect(
    (await anna.members())
      .filter((one) => one.active)
      .map((one) => one.name)
      .sort(),
  ).toEqual(["Anna", "Boris", "Vera"])
})

describe("Today", () => {
  test("a flight tomorrow at six from Mesa, with four of ours perhaps aboard", () => {
    expect(today.flightBar).toHaveLength(1)
    expect(today.flightBar[0]).toMatchObject({ at: "2026-11-23T06:00:00-07:00", place: "Mesa", confidence: "reported" })
    expect(today.flightBar[0]?.people).toHaveLength(4)
  })
  test("three in danger, each for another reason, nearest first", () => {
    expect(today.emergencies.map((row) => [row.title.split(" ")[0], row.triggers[0]])).toEqual([
      ["Вележев", "third-country-notice"],
      ["Лобода", "staging-with-final-order"],
      ["Бальжинов", "cf-negative"],
    ])
    expect(today.emergencies[0]?.hoursLeft).toBeLessThan(24)
    // He may be aboard tomorrow: his hours are those to the flight, as everywhere else on the page.
    const deserter = today.emergencies.find((row) => row.title.startsWith("Лобода"))
    expect(deserter?.flight).toMatchObject({ at: today.flightBar[0]?.at, confidence: "reported" })
    expect(deserter?.hoursLeft).toBe(Math.ceil((Date.parse(today.flightBar[0]?.at ?? "") - today.at) / 3_600_000))
  })
  test("twelve looks due, two signatures, one reply unopened for nine hours, Anna on duty", () => {
    expect(today.dueLooks).toHaveLength(12)
    expect(today.waitingSignatures.map(({ kind, by, mine, void: gone }) => [kind, by, mine, gone]).sort()).toEqual([
      ["recommendation", "Anna", true, false],
      ["split", "Boris", false, false],
    ])
    expect(today.unopenedReplies.map((one) => one.hours)).toEqual([9])
    expect(today.duty.name).toBe("Anna")
    expect(today.shifts).toMatchObject([{ name: "Boris", taken: { name: "Anna" } }])
  })
  test("a week of duty stands: the page of duty has no gap, and anybody is told until when somebody is there", async () => {
    const { rota, spans } = must(await anna.duty())
    expect(rota?.lines).toHaveLength(14)
    expect(spans.filter(({ members }) => members.length === 0)).toEqual([])
    const said = (await (await server.request("/duty.json")).json()) as { until: number }
    expect(said.until * 60_000).toBeGreaterThan(now + 6 * 24 * 3_600_000)
  })
  test("one new request, in this very hour, about someone known under another spelling", () => {
    expect(today.requests).toHaveLength(1)
    const [row] = today.requests
    expect(row).toMatchObject({ ask: notes.steps.request, hour: "2026-11-22T17Z", wake: false })
    expect(row?.alike.filter((one) => one.likely).map((one) => one.stream)).toEqual([notes.steps.known])
  })
})

describe("every case", () => {
  test("opens, holds nothing that was refused, and every answer in its mailboxes was announced by a member", async () => {
    const list = await anna.list()
    expect(list.length).toBeGreaterThan(30)
    for (const row of list) {
      const view = await opened(row.stream)
      expect(view.log.filter((line) => line.refused !== null)).toEqual([])
      expect(view.mail.filter((line) => line.unvouched || line.unreadable !== null || !line.sent)).toEqual([])
      expect([...view.alarms, ...view.people.filter((one) => one.clockRefused !== null)]).toEqual([])
    }
  })
  test("nobody has another's A-number, and names differ at a glance", async () => {
    const people = (await anna.list()).flatMap((row) => row.people)
    const numbers = people.flatMap((one) => one.aNumbers)
    expect(new Set(numbers).size).toBe(numbers.length)
    const families = (await anna.list()).map((row) => row.title.split(" ")[0])
    expect(new Set(families).size).toBe(families.length)
  })
  test("all stages are there", async () => {
    const stages = new Set((await anna.list()).map((row) => row.stage))
    for (const stage of ["opened", "in-verification", "waiting-signature", "found", "proposed", "arrived", "removed", "closed"] as const)
      expect(stages).toContain(stage)
  })
})

describe("the five steps", () => {
  test("the appeal is due on a Friday and worked for on Thursday, and nobody is known to file it", async () => {
    const [father] = (await opened(notes.steps.dated)).people
    expect(father?.clock.deadlines.find((one) => one.rule === "US.BIA.APPEAL.30")).toMatchObject({
      nominal: "2026-12-04",
      safeBy: "2026-12-03",
      files: "nobody-known",
    })
  })
  test("what Anna recommended Anna cannot sign, and Boris can", async () => {
    const entry = (await opened(notes.steps.recommended)).waiting[0]?.entry as string
    expect(await anna.check(notes.steps.recommended, "approve", { entry })).toMatchObject({ refusal: { error: "same-member" } })
    expect(await boris.check(notes.steps.recommended, "approve", { entry })).toMatchObject({ refusal: null })
  })
  test("the finding that two signed can be put on paper, and it is no decision", async () => {
    const { state } = await opened(notes.steps.finding)
    const draft = must(await anna.draftLetter(notes.steps.finding, { of: state.approvals[0]?.made.hash as string }))
    expect(draft).toMatchObject({ kind: "finding", facts: { ru: { outcome: "met", instrument: "NONE" } } })
    expect(draft.facts.en.claims[0]?.ladder.map((rung) => rung.requirement)).toContain("two-readers")
    for (const language of ["en", "fr", "ru"] as const) {
      const { outcome: _outcome, reasons: _reasons, ...facts } = draft.facts[language]
      const paper = finding({ ...facts, issuer: "Safe Conduct", seal: draft.standIn } as unknown as Parameters<typeof finding>[0])
      expect(paper).toMatchObject({ kind: "finding", language })
    }
  })
})

test("a name whose owner took his consent back does not leave", async () => {
  const halted = (await boris.proposals()).find((row) => row.stage === "approved")
  expect(await boris.release(halted?.stream ?? "")).toMatchObject({ ok: false, refusal: { error: "consent-withdrawn" } })
})

test("a referral that was sent counts an arrival, an acknowledgement and a silence in days", async () => {
  const sent = (await boris.proposals()).find((row) => row.stage === "sent")
  const { rows } = must(await boris.openProposal(sent?.stream ?? ""))
  expect(rows.map(({ answer, daysSilent }) => [answer, daysSilent])).toEqual([
    ["ACCEPTED", null],
    ["ACK", null],
    [null, 35],
  ])
})

describe("thirteen words", () => {
  test("open the wife's mailbox with what the desk wrote to her", async () => {
    const { code } = must(await readCode(notes.wife.words.join(" ")))
    const mailbox = must(await openMailbox(desk, code))
    expect(must(await mailbox.read())).toMatchObject({ status: "with-counsel", unreadable: 0, messages: [{ from: "desk" }] })
    await mailbox.close()
  })
  test("of the folder give each of eleven clients a mailbox, and no twelfth", async () => {
    const { code: folder } = must(await readCode(notes.folder.words.join(" ")))
    expect(notes.folder.clients).toBe(11)
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => (await openMailbox(desk, (await childOf(desk, folder, n)).code)).ok),
    )
    expect(statuses).toEqual([...Array.from({ length: 11 }, () => true), false])
  })
})

test("nothing that was said can be read in the folder", async () => {
  const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const stored = Buffer.concat(await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name)))))
  expect(stored.length).toBeGreaterThan(1_000_000)
  for (const word of ["Вележев", "Velezhev", "209331875", "Uganda", "Whitlock", "Марьяна", "blank sheet"])
    expect(stored.includes(word), word).toBe(false)
})
