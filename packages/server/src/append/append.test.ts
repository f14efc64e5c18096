// Who may write what: the checks of an append, each by the attack that it stops.
import { approve, memberKeys, newIntakeIdentity, newSeeds, randomId, certificateOf } from "@safe-conduct/sealing/seal"
import { directoryIdOf, drawerIdOf, headAfter, membersIdOf } from "@safe-conduct/sealing/verify"
import { type Entry, EMPTY, ZERO_HASH, intakeCertificateBytes, memberCertificateBytes, toBase64 } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type InventedDesk,
  type Mailbox,
  type Shared,
  answer,
  ask,
  inventedDesk,
  line,
  openMailbox,
  shared,
  upload,
} from "../testing/invented-desk.ts"

let d: InventedDesk
let m: Mailbox
let ada: string
let ben: string
let cleo: string
beforeAll(async () => {
  d = await inventedDesk()
  m = await openMailbox(d)
  ;[ada, ben, cleo] = await Promise.all([d.signIn(d.ada), d.signIn(d.ben), d.signIn(d.cleo)])
})
afterAll(() => d.close())

const begun = async (...members: Parameters<typeof shared>[1]): Promise<Shared> => {
  const s = await shared(d, members)
  const done = await d.append(s.stream, s.input, ada)
  if (done.status !== 201) throw new Error(JSON.stringify(done.json))
  return s
}
/** The same bytes in another text: base64 whose last letter carries bits that belong to nothing. */
const strayBits = (text: string): string => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  const changed = text.replace(/[^=](?==+$)/, (last) => letters[letters.indexOf(last) + 1] as string)
  expect(changed).not.toBe(text)
  expect(Buffer.from(changed, "base64").equals(Buffer.from(text, "base64"))).toBe(true)
  return changed
}
const code = (answer: { status: number; json: { error: string } }) => [answer.status, answer.json.error]

describe("a shared stream", () => {
  test("begins with a roster on which its author stands, and no other way", async () => {
    const s = await shared(d, [d.ada, d.cleo])
    const early = await line(d, s, d.ada, EMPTY, { does: "x" })
    expect(code(await d.append(s.stream, { entries: [early] }, ada))).toEqual([400, "no-roster"])
    expect(code(await d.append(s.stream, { entries: s.input.entries }, ada))).toEqual([400, "other-envelopes"])
    expect(code(await d.append(s.stream, s.input))).toEqual([401, "no-session"])
    expect((await d.append(s.stream, s.input, ada)).status).toBe(201)
  })

  test("takes entries of its members alone", async () => {
    const s = await begun(d.ada, d.cleo)
    const byBen = await line(d, s, d.ben, s.head, { does: "x" })
    expect(code(await d.append(s.stream, { entries: [byBen] }, ben))).toEqual([403, "not-on-roster"])
    const byCleo = await line(d, s, d.cleo, s.head, { does: "x" })
    expect((await d.append(s.stream, { entries: [byCleo] }, cleo)).json.head).toEqual(headAfter(byCleo))
    expect(code(await d.call("GET", `/api/streams/${s.stream}/entries`, undefined, ben))).toEqual([403, "not-on-roster"])
  })

  test("takes up to 64 chained entries, all or none", async () => {
    const s = await begun(d.ada)
    const one = await line(d, s, d.ada, s.head, 1)
    const two = await line(d, s, d.ada, headAfter(one), 2)
    const broken = await line(d, s, d.ada, s.head, 3)
    expect(code(await d.append(s.stream, { entries: [one, broken] }, ada))).toEqual([400, "broken-chain"])
    expect(code(await d.append(s.stream, { entries: [one, { ...two, signature: one.signature }] }, ada))).toEqual([400, "bad-signature"])
    expect((await d.call("GET", `/api/streams/${s.stream}/head`, undefined, ada)).json).toEqual(s.head)
    expect((await d.append(s.stream, { entries: [one, two] }, ada)).status).toBe(201)
    expect((await d.append(s.stream, { entries: [one, two] }, ada)).status).toBe(201)
    expect((await d.call("GET", `/api/streams/${s.stream}/entries`, undefined, ada)).json.entries).toHaveLength(3)
  })

  test("answers one of two writers that saw the same head, and the other with where it stands", async () => {
    const s = await begun(d.ada, d.cleo)
    const [a, c] = [await line(d, s, d.ada, s.head, "a"), await line(d, s, d.cleo, s.head, "c")]
    const answers = await Promise.all([d.append(s.stream, { entries: [a] }, ada), d.append(s.stream, { entries: [c] }, cleo)])
    expect(answers.map((x) => x.status).sort()).toEqual([201, 409])
    const lost = answers.find((x) => x.status === 409)
    const won = answers.find((x) => x.status === 201)
    expect(lost?.json).toMatchObject({ error: "not-head", head: won?.json.head })
  })

  test("answers the same bytes sent ten times at once with one row and ten receipts", async () => {
    const s = await begun(d.ada)
    const e = await line(d, s, d.ada, s.head, "once")
    const answers = await Promise.all(Array.from({ length: 10 }, () => d.append(s.stream, { entries: [e] }, ada)))
    expect(new Set(answers.map((x) => JSON.stringify(x.json))).size).toBe(1)
    expect(answers.every((x) => x.status === 201)).toBe(true)
    expect((await d.call("GET", `/api/streams/${s.stream}/entries`, undefined, ada)).json.entries).toHaveLength(2)
  })

  test("goes on under a new epoch, and takes nothing more under the old one", async () => {
    const s = await begun(d.ada, d.cleo)
    const next = await shared(d, [d.ada], s.stream, s.head, 2)
    expect((await d.append(s.stream, next.input, ada)).status).toBe(201)
    const old = await line(d, s, d.ada, next.head, "x", { epoch: 1 })
    expect(code(await d.append(s.stream, { entries: [old] }, ada))).toEqual([409, "epoch-stale"])
    const fromNow = await line(d, next, d.ada, next.head, "x", { epoch: 2 })
    expect((await d.append(s.stream, { entries: [fromNow] }, ada)).status).toBe(201)
    expect(code(await d.call("GET", `/api/streams/${s.stream}/entries`, undefined, cleo))).toEqual([403, "not-on-roster"])
    const kept = (await d.call("GET", `/api/streams/${s.stream}/envelopes`, undefined, ada)).json.epochs
    expect(kept.map((e: { epoch: number; hashes: unknown[]; mine: string | null }) => [e.epoch, e.hashes.length, e.mine !== null])).toEqual(
      [
        [1, 2, true],
        [2, 1, true],
      ],
    )
  })

  test("tells whoever opens an epoch behind another where the stream stands; somebody outside is not told", async () => {
    const s = await begun(d.ada, d.cleo)
    const [hers, his] = await Promise.all([
      shared(d, [d.ada, d.cleo], s.stream, s.head, 2),
      shared(d, [d.cleo, d.ada], s.stream, s.head, 2),
    ])
    expect((await d.append(s.stream, hers.input, ada)).status).toBe(201)
    const lost = await d.append(s.stream, his.input, cleo)
    expect([...code(lost), lost.json.head]).toEqual([409, "not-head", hers.head])
    const outside = await shared(d, [d.ben, d.ada], s.stream, s.head, 2)
    const forged = { ...his.input, entries: [{ ...his.roster, signature: hers.roster.signature }] }
    for (const input of [outside.input, forged]) {
      const refused = await d.append(s.stream, input, ada)
      expect([...code(refused), refused.json.head]).toEqual([400, "old-roster", undefined])
    }
  })

  test("refuses an epoch that is opened by someone outside, skips a number, or names a ghost", async () => {
    const s = await begun(d.ada)
    const byBen = await shared(d, [d.ben, d.ada], s.stream, s.head, 2)
    expect(code(await d.append(s.stream, byBen.input, ben))).toEqual([403, "not-on-roster"])
    const skips = await shared(d, [d.ada], s.stream, s.head, 3)
    expect(code(await d.append(s.stream, skips.input, ada))).toEqual([400, "old-roster"])
    const id = randomId()
    const ghost = { id, keys: await memberKeys(id, newSeeds()) }
    const haunted = await shared(d, [d.ada, ghost], s.stream, s.head, 2)
    expect(code(await d.append(s.stream, haunted.input, ada))).toEqual([400, "ghost-member"])
  })

  test("does not sit in another's drawer nor begin the members' stream without an admin", async () => {
    const theirs = await shared(d, [d.cleo], drawerIdOf(d.desk, d.ada.id))
    expect(code(await d.append(theirs.stream, theirs.input, cleo))).toEqual([403, "not-yours"])
    const own = await shared(d, [d.cleo], drawerIdOf(d.desk, d.cleo.id))
    expect((await d.append(own.stream, own.input, cleo)).status).toBe(201)
    const names = await shared(d, [d.cleo, d.ada], membersIdOf(d.desk))
    expect(code(await d.append(names.stream, names.input, cleo))).toEqual([403, "not-admin"])
  })

  test("stands still for a guard, and 409 when the guarded mailbox has moved", async () => {
    const s = await begun(d.ada)
    const before = { stream: m.keys.ask, ...m.head }
    const request = await ask(d, m, "I withdraw")
    const guarded = await line(d, s, d.ada, s.head, "release", { guards: [before] })
    const fine = await line(d, s, d.ada, s.head, "release", { guards: [before, { stream: randomId(), seq: -1, hash: ZERO_HASH }] })
    expect((await d.append(s.stream, { entries: [fine] }, ada)).status).toBe(201)
    expect((await d.append(m.keys.ask, { entries: [request] })).status).toBe(201)
    const late = await line(d, s, d.ada, headAfter(fine), "release", { guards: [before] })
    const refused = await d.append(s.stream, { entries: [late] }, ada)
    expect([...code(refused), refused.json.head]).toEqual([409, "guard-moved", headAfter(request)])
    expect(code(await d.append(s.stream, { entries: [guarded] }, ada))).toEqual([409, "not-head"])
  })

  test("lists only files that are complete", async () => {
    const s = await begun(d.ada)
    const done = await upload(d, ada)
    const half = randomId()
    await d.call("POST", "/api/objects", { id: half, parts: 2 }, ada)
    expect(code(await d.append(s.stream, { entries: [await line(d, s, d.ada, s.head, "x", { objects: [done, half] })] }, ada))).toEqual([
      409,
      "object-incomplete",
    ])
    expect(code(await d.append(s.stream, { entries: [await line(d, s, d.ada, s.head, "x", { objects: [randomId()] })] }, ada))).toEqual([
      404,
      "no-such-object",
    ])
    expect((await d.append(s.stream, { entries: [await line(d, s, d.ada, s.head, "x", { objects: [done] })] }, ada)).status).toBe(201)
  })

  test("keeps the directory head from going down, and from being another's", async () => {
    const s = await begun(d.ada)
    const first = { seq: 0, hash: (await d.call("GET", "/api/directory?from=1", undefined, ada)).json.entries[0].entry.prev }
    const down = await line(d, s, d.ada, s.head, "x", { directory: first })
    expect(code(await d.append(s.stream, { entries: [down] }, ada))).toEqual([400, "old-directory"])
    const other = await line(d, s, d.ada, s.head, "x", { directory: { seq: 1, hash: "7".repeat(64) as never } })
    expect(code(await d.append(s.stream, { entries: [other] }, ada))).toEqual([400, "unknown-directory-head"])
  })

  test("refuses what belongs to another place, and a body that is not the header's", async () => {
    const [s, t] = [await begun(d.ada), await begun(d.ada)]
    const e = await line(d, s, d.ada, s.head, "x")
    expect(code(await d.append(t.stream, { entries: [e] }, ada))).toEqual([400, "other-stream"])
    expect(code(await d.append(t.stream, { entries: [{ ...e, stream: t.stream }] }, ada))).toEqual([400, "bad-signature"])
    expect(code(await d.append(s.stream, { entries: [{ ...e, body: toBase64(new Uint8Array(e.size)) }] }, ada))).toEqual([
      400,
      "body-differs",
    ])
    expect(code(await d.append(s.stream, { entries: [{ ...e, body: null }] }, ada))).toEqual([400, "no-body"])
    expect(code(await d.append(s.stream, { entries: [{ ...e, body: "AB==" }] }, ada))).toEqual([400, "malformed"])
  })
})

describe("a mailbox", () => {
  test("takes age files to hybrid recipients alone", async () => {
    const own = await openMailbox(d)
    const sealed = await ask(d, own, "x")
    expect(code(await d.append(own.keys.ask, { entries: [{ ...sealed, body: strayBits(sealed.body as string) }] }))).toEqual([
      400,
      "malformed",
    ])
    const plain = { ...sealed, body: toBase64(new TextEncoder().encode("help me")) }
    expect(code(await d.append(own.keys.ask, { entries: [plain] }))).toEqual([400, "not-sealed"])
    expect(code(await d.append(own.keys.ask, { entries: [sealed], card: undefined, envelopes: [{ epoch: 1, envelopes: [] }] }))).toEqual([
      400,
      "no-envelopes-here",
    ])
  })

  test("lists its own files and nobody else's", async () => {
    const [own, other] = [await openMailbox(d), await openMailbox(d)]
    const theirs = await upload(d, await d.signIn(other.keys))
    const mine = await upload(d, await d.signIn(own.keys))
    expect(code(await d.append(own.keys.ask, { entries: [await ask(d, own, "x", { objects: [theirs] })] }))).toEqual([
      404,
      "no-such-object",
    ])
    expect((await d.append(own.keys.ask, { entries: [await ask(d, own, "x", { objects: [mine] })] })).status).toBe(201)
    const bytes = await d.call("GET", `/api/objects/${mine}/parts/0`, undefined, cleo)
    expect([bytes.status, Buffer.from(bytes.bytes.subarray(0, 21)).toString()]).toEqual([200, "age-encryption.org/v1"])
  })

  test("is answered by the certified reply key, and by no member's own", async () => {
    const own = await openMailbox(d)
    expect(code(await d.append(own.keys.answer, { entries: [await answer(d, own, EMPTY, "x", d.cleo.keys.signing)] }, cleo))).toEqual([
      403,
      "not-yours",
    ])
    const reply = await answer(d, own, EMPTY, "x")
    expect(code(await d.append(own.keys.answer, { entries: [{ ...reply, epoch: 9 }] }, cleo))).toEqual([409, "reply-rotated"])
  })
})

describe("the directory", () => {
  test("rotates the intake key by two admins; then the one before is still taken, the one before that is not", async () => {
    const t = await inventedDesk()
    const admin = await t.signIn(t.ada)
    let head = t.directory()
    const rotate = async (number: number) => {
      const certificate = { number, recipient: (await newIntakeIdentity()).recipient, notBefore: "2026-11-20", notAfter: "2027-01-03" }
      const { directoryEntry } = await import("@safe-conduct/sealing/seal")
      const bytes = intakeCertificateBytes(t.desk, certificate)
      const both = [await approve(t.ada.id, t.ada.keys.signing, bytes), await approve(t.ben.id, t.ben.keys.signing, bytes)]
      const make = (approvals: typeof both) =>
        directoryEntry({ desk: t.desk, stream: directoryIdOf(t.desk), head }, t.ada.keys.signing, {
          does: "intake.rotate",
          certificate,
          approvals,
        })
      const one = await make(both.slice(0, 1))
      expect(code(await t.append(one.stream, { entries: [one] }, admin))).toEqual([400, "too-few-approvals"])
      const two = await make(both)
      expect((await t.append(two.stream, { entries: [two] }, admin)).status).toBe(201)
      head = headAfter(two)
      return certificate
    }
    const box = await openMailbox(t)
    await rotate(2)
    const request = await ask(t, box, "sealed to the key before")
    expect((await t.append(box.keys.ask, { entries: [request] })).status).toBe(201)
    const third = await rotate(3)
    const late = await ask(t, box, "sealed to the first", { head: headAfter(request) })
    const refused = await t.append(box.keys.ask, { entries: [late] })
    expect([...code(refused), refused.json.intake.certificate]).toEqual([409, "intake-rotated", third])
    await t.close()
  })

  test("ends a removed member's session at the next request, and stales the epochs that she holds", async () => {
    const t = await inventedDesk()
    const [admin, gone] = [await t.signIn(t.ada), await t.signIn(t.cleo)]
    const s = await shared(t, [t.ada, t.cleo])
    await t.append(s.stream, s.input, admin)
    expect((await t.call("GET", "/api/heads", undefined, gone)).status).toBe(200)
    const removal = await t.change(async () => ({ does: "member.remove", member: t.cleo.id }))
    expect((await t.append(removal.stream, { entries: [removal] }, admin)).status).toBe(201)
    expect(code(await t.call("GET", "/api/heads", undefined, gone))).toEqual([403, "not-active"])
    const byHer = await line(t, s, t.cleo, s.head, "x")
    expect(code(await t.append(s.stream, { entries: [byHer] }, admin))).toEqual([403, "not-active"])
    const byAda = await line(t, s, t.ada, s.head, "x")
    expect(code(await t.append(s.stream, { entries: [byAda] }, admin))).toEqual([409, "epoch-stale"])
    const ghost = await shared(t, [t.ada, t.cleo], s.stream, s.head, 2)
    expect(code(await t.append(s.stream, ghost.input, admin))).toEqual([400, "ghost-member"])
    const next = await shared(t, [t.ada], s.stream, s.head, 2)
    expect((await t.append(s.stream, next.input, admin)).status).toBe(201)
    await t.close()
  })

  test("is known to another process on the same store as soon as it is stored", async () => {
    const t = await inventedDesk()
    const { createServer } = await import("../index.ts")
    const other = await createServer({ data: t.data, now: () => t.clock.now, trial: true })
    const [admin, gone] = [await t.signIn(t.ada), await t.signIn(t.cleo)]
    const heads = () => other.request("/api/heads", { headers: { authorization: `Bearer ${gone}` } })
    expect((await heads()).status).toBe(200)
    const removal = await t.change(async () => ({ does: "member.remove", member: t.cleo.id }))
    await t.append(removal.stream, { entries: [removal] }, admin)
    expect((await heads()).status).toBe(403)
    await other.close()
    await t.close()
  })

  test("takes nothing from a member who is no admin", async () => {
    const id = randomId()
    const keys = await memberKeys(id, newSeeds())
    const certificate = certificateOf(id, keys)
    const bytes = memberCertificateBytes(d.desk, certificate)
    const { directoryEntry } = await import("@safe-conduct/sealing/seal")
    const entry: Entry = await directoryEntry({ desk: d.desk, stream: directoryIdOf(d.desk), head: d.directory() }, d.cleo.keys.signing, {
      does: "member.add",
      certificate,
      approvals: [await approve(d.cleo.id, d.cleo.keys.signing, bytes)],
    })
    expect(code(await d.append(entry.stream, { entries: [entry] }, cleo))).toEqual([403, "not-admin"])
  })
})
