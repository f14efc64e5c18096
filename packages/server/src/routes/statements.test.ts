// What two members say to everybody: the server takes it from two active members alone, one word after the other, and shows what stands.
import { type Directory, checkStatement, statementsOn } from "@safe-conduct/sealing/verify"
import { approve, certificateOf } from "@safe-conduct/sealing/seal"
import { type SignedStatement, type Statement, memberCertificateBytes, statementBytes } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InventedDesk, type Person, enact, inventedDesk, openMailbox } from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

const notice = (number: number, more: object = {}): Statement => ({
  what: "notice",
  number,
  on: "2026-11-22",
  until: "2026-11-29",
  text: { en: "Two flights left this week.", fr: "Deux vols sont partis.", ru: "Ушли два рейса." },
  ...more,
})
const withdrawn = (number: number): Statement => ({ what: "withdrawn", of: "notice", number, on: "2026-11-23" })

/** Signed by each of them; Cleo's certificate has both administrators' approvals, theirs need none. */
async function signed(statement: Statement, by: readonly Person[]): Promise<SignedStatement> {
  const signers = by.map(async ({ id, keys }) => {
    const member = certificateOf(id, keys)
    const bytes = memberCertificateBytes(d.desk, member)
    const approvals = id === d.cleo.id ? [d.ada, d.ben].map((one) => approve(one.id, one.keys.signing, bytes)) : []
    return {
      member,
      approvals: await Promise.all(approvals),
      signature: await keys.signing.sign(statementBytes(d.desk, statement)),
    }
  })
  return { statement, signers: await Promise.all(signers) }
}
const put = async (body: unknown, who: Person = d.ada) => d.call("PUT", "/api/statements", body, await d.signIn(who))
const refusal = async (body: unknown) => (await put(body)).json.error as string
const shown = async (): Promise<SignedStatement[]> => (await d.call("GET", "/statements.json")).json.statements
const papers = async (): Promise<Pick<Directory, "genesis" | "adminSets">> => (await d.call("GET", "/desk.json")).json

test("two members say something, and anybody can check it under the root", async () => {
  expect(await shown()).toEqual([])
  const said = await signed(notice(1), [d.ada, d.cleo])
  expect((await put(said, d.ben)).status).toBe(204)
  expect(await shown()).toEqual([said])
  expect(await checkStatement(await papers(), said)).toBeNull()
  expect(await statementsOn("2026-11-29", await papers(), await shown())).toEqual([notice(1)])
  expect(await statementsOn("2026-11-30", await papers(), await shown())).toEqual([])
  expect(await statementsOn("2026-11-21", await papers(), await shown())).toEqual([])
  // Sent again by whoever saw no answer.
  expect((await put(said)).status).toBe(204)
})

test("a mailbox and a stranger say nothing", async () => {
  const said = await signed(notice(2), [d.ada, d.ben])
  expect((await d.call("PUT", "/api/statements", said)).status).toBe(401)
  const { keys } = await openMailbox(d)
  expect((await d.call("PUT", "/api/statements", said, await d.signIn(keys))).status).toBe(403)
})

test("one signature, the same twice, another's bytes and a stranger's key are not taken", async () => {
  expect(await refusal(await signed(notice(2), [d.ada]))).toBe("too-few-signatures")
  expect(await refusal(await signed(notice(2), [d.ada, d.ada]))).toBe("too-few-signatures")
  expect(await refusal(await signed(withdrawn(2), [d.ada, d.ben]))).toBe("too-few-signatures")
  const forged = await signed(notice(2), [d.ada, d.ben])
  expect(await refusal({ ...forged, statement: notice(2, { until: "2026-11-30" }) })).toBe("bad-signature")
  const stranger = { ...forged.signers[0], member: { ...forged.signers[0]?.member, sign: forged.signers[1]?.member.sign } }
  expect(await refusal({ ...forged, signers: [stranger, forged.signers[1]] })).toBe("not-active")
})

test("it is short, in three languages, hides nothing and ends within sixty days, on a day to come", async () => {
  const text = { en: "a", fr: "b", ru: "c" }
  for (const more of [{ until: "2027-01-22" }, { until: "2026-11-21" }, { text: { ...text, ru: "" } }, { text: { en: "a", fr: "b" } }])
    expect(await refusal(await signed(notice(2, more), [d.ada, d.ben]))).toBe("malformed")
  for (const en of ["a".repeat(601), "a\u202Eb"])
    expect(await refusal(await signed(notice(2, { text: { ...text, en } }), [d.ada, d.ben]))).toBe("malformed")
  expect(await refusal(await signed(notice(2, { on: "2026-11-01", until: "2026-11-21" }), [d.ada, d.ben]))).toBe("statement-days")
})

test("one member takes it back, and what was said before is not taken again", async () => {
  const before = (await shown())[0]
  expect((await put(await signed(withdrawn(2), [d.cleo]), d.cleo)).status).toBe(204)
  expect(await shown()).toEqual([])
  expect(await refusal(before)).toBe("statement-older")
  expect(await refusal(await signed(notice(2), [d.ada, d.ben]))).toBe("statement-older")
  expect((await put(await signed(notice(3), [d.cleo, d.ben]))).status).toBe(204)
  expect((await shown()).map(({ statement }) => statement.number)).toEqual([3])
})

test("a server that shows both what was said and that it was taken back shows nothing to whoever checks", async () => {
  const both = [await signed(notice(1), [d.ada, d.ben]), await signed(withdrawn(2), [d.cleo])]
  for (const told of [both, both.toReversed()]) expect(await statementsOn("2026-11-23", await papers(), told)).toEqual([])
})

test("the steps for the hour are another matter, and what is over is shown no more", async () => {
  const read = "7".repeat(64)
  const review = { what: "self-help", number: 1, on: "2026-11-22", until: "2027-01-21", read } as Statement
  expect((await put(await signed(review, [d.ben, d.ada]))).status).toBe(204)
  expect((await shown()).map(({ statement }) => statement.what)).toEqual(["notice", "self-help"])
  const { now } = d.clock
  d.clock.now = Date.UTC(2026, 10, 30)
  expect((await shown()).map(({ statement }) => statement.what)).toEqual(["self-help"])
  d.clock.now = now
})

test("whoever left says nothing more, and what she had signed is shown no more", async () => {
  const kept = await signed(notice(4), [d.cleo, d.ada])
  expect((await enact(d, await d.change(async () => ({ does: "member.remove", member: d.cleo.id })))).status).toBe(201)
  expect((await shown()).map(({ statement }) => statement.what)).toEqual(["self-help"])
  expect(await refusal(kept)).toBe("not-active")
})
