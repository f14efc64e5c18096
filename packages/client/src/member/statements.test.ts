// What the desk says to everybody, through the real server: two sign, a stranger's client believes it, one takes it back.
import { programme } from "@safe-conduct/russia-canada"
import { selfHelpText } from "@safe-conduct/domain/request"
import { approve, certificateOf, memberKeys, randomId, signingFromSeed } from "@safe-conduct/sealing/seal"
import { hashOf } from "@safe-conduct/sealing/verify"
import {
  type Id,
  type SignedStatement,
  type Statement,
  type Statements,
  fromHex,
  memberCertificateBytes,
  statementBytes,
  utf8,
} from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { saidToEverybody } from "../asker/index.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { type Vault, createVault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let vera: Vault
const text = { en: "Write to us now. ", fr: "Écrivez-nous.", ru: "Пишите нам." }
const given = { what: "notice", text, until: "2026-11-29" } as const
const hash = hashOf(utf8(selfHelpText(programme.selfHelp)))

const json = async (path: string): Promise<unknown> => (await desk.fetch(desk.url + path)).json()
const told = async () => (await json("/statements.json")) as Statements
const believed = async (statements?: Statements["statements"]) =>
  saidToEverybody({
    told: statements === undefined ? await told() : { statements },
    papers: await json("/desk.json"),
    now: desk.now,
  })
/** Anna proposes, Boris reads and signs. */
async function said(what: Parameters<Vault["proposeStatement"]>[0], second = boris): Promise<SignedStatement> {
  good(await anna.proposeStatement(what))
  good(await second.refresh())
  const { waiting, head } = good(await second.statements())
  good(await second.signStatement(waiting.at(-1)?.entry as string, head))
  good(await anna.refresh())
  return (await told()).statements.find(({ statement }) => statement.what === what.what) as SignedStatement
}

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  vera = vaultAt(desk)
  const { claim, passphrase } = good(await vera.newClaim())
  const begun = good(await anna.addMember(claim, { name: "Vera", roles: [] }))
  good(await boris.addMember(claim, { name: "Vera", roles: [] }, begun.done ? undefined : begun.approvals))
  good(await vera.unlock(passphrase))
  good(await anna.refresh())
})
afterAll(() => desk.close())

test("what one member proposes is shown to nobody; she cannot sign it herself", async () => {
  good(await anna.proposeStatement(given))
  const { waiting, head } = good(await anna.statements())
  expect(waiting).toMatchObject([{ by: { name: "Anna", mine: true }, refused: "same-member" }])
  expect(await anna.signStatement(waiting[0]?.entry as string, head)).toMatchObject({ refusal: { error: "same-member" } })
  expect(await believed()).toEqual([])
  good(await anna.actRegister("strike", { seq: waiting[0]?.seq, why: "Thought better of" }))
})

test("two members say it, a member who is no administrator among them, and a stranger believes it", async () => {
  await said(given, vera)
  const trimmed = { ...text, en: "Write to us now." }
  expect(await believed()).toMatchObject([{ what: "notice", on: "2026-11-22", until: "2026-11-29", text: trimmed }])
  expect(good(await anna.statements()).standing).toMatchObject([
    { by: { name: "Anna" }, signedBy: { name: "Vera" }, over: false, shown: true },
  ])
})

test("the steps for the hour are dated by two readings of this very text, and of no other", async () => {
  expect(good(await anna.statements()).steps?.readOn).toBeNull()
  await said({ what: "self-help" })
  expect(await believed()).toMatchObject([{ what: "notice" }, { what: "self-help", on: "2026-11-22", until: "2027-01-21", read: hash }])
  expect(good(await boris.statements()).steps?.readOn).toBe("2026-11-22")

  const other = { ...programme, selfHelp: { ...programme.selfHelp, sources: ["another"] } }
  const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, wait: () => Promise.resolve(), words: [], programme: other }
  const elsewhere = createVault(env)
  good(await elsewhere.unlockWith(seedsOf(desk, 1)))
  expect(good(await elsewhere.statements()).steps?.readOn).toBeNull()
  good(await anna.proposeStatement({ what: "self-help" }))
  good(await elsewhere.refresh())
  const { waiting, head } = good(await elsewhere.statements())
  expect(await elsewhere.signStatement(waiting[0]?.entry as string, head)).toMatchObject({ refusal: { error: "steps-differ" } })
  await elsewhere.signOut()
})

test("a register from which the server shows nothing is told of, and what stands is told to it again", async () => {
  const quiet = vaultAt(desk, ((path: string, init?: RequestInit) =>
    String(path).endsWith("/statements.json") ? Response.json({ statements: [] }) : desk.fetch(path, init)) as typeof fetch)
  good(await quiet.unlockWith(seedsOf(desk, 0)))
  expect(good(await quiet.statements()).standing.map(({ shown }) => shown)).toEqual([false, false])
  good(await quiet.tellStatement("notice"))
  await quiet.signOut()
})

describe("a hostile server", () => {
  let kept: SignedStatement
  beforeAll(async () => {
    kept = (await told()).statements.find(({ statement }) => statement.what === "notice") as SignedStatement
  })
  const withWords = (en: string): Statement => ({ ...kept.statement, text: { ...text, en } }) as Statement
  const founder = async (n: number) => {
    const { member, sign, open } = seedsOf(desk, n)
    const keys = await memberKeys(member as Id, { sign: fromHex(sign), open: fromHex(open) })
    return { signing: keys.signing, certificate: certificateOf(member as Id, keys) }
  }
  const own = signingFromSeed(new Uint8Array(32).fill(9))

  test("cannot alter a word, a day or a number", async () => {
    for (const more of [{ until: "2026-12-29" }, { on: "2026-11-21" }, { number: 9 }])
      expect(await believed([{ ...kept, statement: { ...kept.statement, ...more } as Statement }])).toEqual([])
    expect(await believed([{ ...kept, statement: withWords("Come to the square") }])).toEqual([])
    expect(await believed([kept])).toHaveLength(1)
  })

  test("cannot speak with one member's signature, or with one counted twice", async () => {
    const [one] = kept.signers as [SignedStatement["signers"][number]]
    expect(await believed([{ ...kept, signers: [one] }])).toEqual([])
    expect(await believed([{ ...kept, signers: [one, one] }])).toEqual([])
  })

  test("cannot sign with a key of its own, under a member's name or a new one", async () => {
    const statement = withWords("Come to the square")
    const bytes = statementBytes(desk.founding.desk, statement)
    // Each signature here is well made: what fails is whose it is.
    const [annas, boriss] = await Promise.all(
      [0, 1].map(async (n) => {
        const { signing, certificate: member } = await founder(n)
        return { signer: { member, approvals: [], signature: await signing.sign(bytes) }, signing, id: member.member }
      }),
    )
    if (annas === undefined || boriss === undefined) throw new Error("two founders")
    expect(await believed([{ statement, signers: [annas.signer, boriss.signer] }])).toHaveLength(1)
    const ghost = async (n: number) => {
      const signing = signingFromSeed(new Uint8Array(32).fill(n))
      const member = { ...annas.signer.member, member: randomId(), sign: signing.key }
      return { member, signature: await signing.sign(bytes), certified: memberCertificateBytes(desk.founding.desk, member), signing }
    }
    const [one, other] = [await ghost(1), await ghost(2)]
    const shown = ({ member, signature }: typeof one, approvals: SignedStatement["signers"][number]["approvals"] = []) => ({
      member,
      signature,
      approvals,
    })
    expect(await believed([{ statement, signers: [shown(one), shown(other)] }])).toEqual([])
    expect(await believed([{ statement, signers: [annas.signer, shown(one)] }])).toEqual([])
    // Under Boris's name; approved by itself; by one administrator of two, and by her twice.
    const named = { ...shown(one), member: { ...boriss.signer.member, sign: one.signing.key } }
    expect(await believed([{ statement, signers: [annas.signer, named] }])).toEqual([])
    const by = (id: Id, signing: typeof own) => approve(id, signing, one.certified)
    for (const approvals of [
      [await by(one.member.member, one.signing), await by(other.member.member, other.signing)],
      [await by(annas.id, annas.signing)],
      [await by(annas.id, annas.signing), await by(annas.id, annas.signing)],
      [await by(annas.id, own), await by(boriss.id, own)],
    ])
      expect(await believed([{ statement, signers: [annas.signer, shown(one, approvals)] }])).toEqual([])
  })

  test("cannot carry what another desk said over to this one", async () => {
    const statement = withWords("Said elsewhere")
    const at = async (where: Id): Promise<SignedStatement> => ({
      statement,
      signers: await Promise.all(
        [0, 1].map(async (n) => {
          const { signing, certificate } = await founder(n)
          return { member: certificate, approvals: [], signature: await signing.sign(statementBytes(where, statement)) }
        }),
      ),
    })
    expect(await believed([await at(desk.founding.desk)])).toHaveLength(1)
    expect(await believed([await at("aeaqcaibaeaqcaibaeaqcaibae" as Id)])).toEqual([])
  })

  test("cannot keep showing what has ended", async () => {
    const { now } = desk
    desk.now = Date.UTC(2026, 10, 30)
    expect(await believed([kept])).toEqual([])
    desk.now = now
  })

  test("cannot make a withdrawal unsaid for whoever it is shown to, nor bring back through the front door what was taken back", async () => {
    good(await vera.refresh())
    good(await vera.withdrawStatement("notice"))
    expect((await believed()).map(({ what }) => what)).toEqual(["self-help"])
    const again = await desk.fetch(`${desk.url}/api/statements`, {
      method: "PUT",
      body: JSON.stringify(kept),
      headers: { "content-type": "application/json" },
    })
    expect(again.status).toBe(401)
    expect(good(await vera.statements()).standing.map(({ statement }) => statement.what)).toEqual(["self-help"])
    // What follows has a higher number than what was taken back.
    const next = await said(given)
    expect(next.statement.number).toBe(kept.statement.number + 2)
  })
})

test("whoever was removed speaks no more, and what she had signed is gone", async () => {
  await said({ ...given, until: "2026-11-25" }, vera)
  expect((await believed()).map(({ what }) => what)).toContain("notice")
  const who = (await vera.who())?.member as string
  good(await anna.removeMember(who as never))
  expect((await believed()).map(({ what }) => what)).not.toContain("notice")
  good(await anna.refresh())
  expect(good(await anna.statements()).standing.find(({ statement }) => statement.what === "notice")?.shown).toBe(false)
})
