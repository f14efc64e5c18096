// Each rule of the seals, and the attack it stops.
import {
  type DeskInfo,
  type Entry,
  type Head,
  type Id,
  type PublicKey,
  ZERO_HASH,
  fromBase64,
  headerBytes,
  toBase64,
  toHex,
  utf8,
} from "@safe-conduct/wire"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { memberCertificateBytes, intakeCertificateBytes } from "@safe-conduct/wire"
import * as open from "./open.ts"
import * as seal from "./seal.ts"
import * as verify from "./verify.ts"
import { Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption"

const start: Head = { seq: -1, hash: ZERO_HASH }
let root: seal.Signing
let admins: { id: Id; keys: seal.MemberKeys }[]
let directory: verify.Directory
let entries: Entry[]

const member = async () => {
  const id = seal.randomId()
  return { id, keys: await seal.memberKeys(id, seal.newSeeds()) }
}
const fold = async (entry: Entry) => {
  const folded = await verify.foldDirectory(directory, entry)
  if (!folded.ok) throw new Error(folded.refusal.error)
  directory = folded.value
  entries.push(entry)
}
const change = (signing: seal.Signing, what: Parameters<typeof seal.directoryEntry>[2]) =>
  seal.directoryEntry({ desk: directory.desk, stream: directory.stream, head: directory.head }, signing, what)

beforeAll(async () => {
  root = seal.signingFromSeed(seal.newSigningSeed())
  admins = [await member(), await member()]
  const genesis = await seal.genesisEntry(root, {
    does: "genesis",
    nonce: toHex(seal.randomBytes(32)) as never,
    trial: false,
    root: root.key,
    reserve: ZERO_HASH,
    admins: admins.map((a) => seal.certificateOf(a.id, a.keys)),
    threshold: 2,
  })
  const folded = await verify.foldDirectory(null, genesis, root.key)
  if (!folded.ok) throw new Error(folded.refusal.error)
  directory = folded.value
  entries = [genesis]
})

const [anna, boris] = [() => admins[0] as (typeof admins)[0], () => admins[1] as (typeof admins)[0]]

describe("the directory", () => {
  test("an intake certificate needs two admins where there are two", async () => {
    const { recipient } = await seal.newIntakeIdentity()
    const certificate = { number: 1, recipient, notBefore: "2026-11-01", notAfter: "2026-12-15" }
    const bytes = intakeCertificateBytes(directory.desk, certificate)
    const one = await seal.approve(anna().id, anna().keys.signing, bytes)
    const two = await seal.approve(boris().id, boris().keys.signing, bytes)
    const alone = await verify.foldDirectory(
      directory,
      await change(anna().keys.signing, { does: "intake.rotate", certificate, approvals: [one] }),
    )
    expect(alone).toMatchObject({ ok: false, refusal: { error: "too-few-approvals" } })
    const twice = await verify.foldDirectory(
      directory,
      await change(anna().keys.signing, { does: "intake.rotate", certificate, approvals: [one, one] }),
    )
    expect(twice).toMatchObject({ ok: false, refusal: { error: "too-few-approvals" } })
    await fold(await change(anna().keys.signing, { does: "intake.rotate", certificate, approvals: [one, two] }))
    const info: DeskInfo = {
      genesis: directory.genesis,
      adminSets: [],
      intake: [...directory.intake].map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })),
      reply: [],
      directory: directory.head,
      received: root.key,
    }
    expect(await verify.verifyDeskInfo(info)).toMatchObject({
      ok: true,
      value: { id: directory.desk, rootPrint: verify.rootPrintOf(root.key) },
    })
    const swapped = { ...info, intake: [{ certificate: { ...certificate, notAfter: "2027-12-15" }, approvals: [one, two] }] }
    expect(await verify.verifyDeskInfo(swapped)).toMatchObject({ ok: false, refusal: { error: "too-few-approvals" } })
    expect(await verify.verifyDeskInfo(info, { rootPrint: "0000" })).toMatchObject({ ok: false, refusal: { error: "other-root" } })
  })

  test("a member is added by two and removed by one; a key is used once", async () => {
    const vera = await member()
    const certificate = seal.certificateOf(vera.id, vera.keys)
    const bytes = memberCertificateBytes(directory.desk, certificate)
    const approvals = [
      await seal.approve(anna().id, anna().keys.signing, bytes),
      await seal.approve(boris().id, boris().keys.signing, bytes),
    ]
    await fold(await change(anna().keys.signing, { does: "member.add", certificate, approvals }))
    expect(verify.memberByKid(directory, vera.keys.kid)?.id).toBe(vera.id)
    const self = await verify.foldDirectory(directory, await change(vera.keys.signing, { does: "member.remove", member: anna().id }))
    expect(self).toMatchObject({ ok: false, refusal: { error: "not-admin" } })
    await fold(await change(boris().keys.signing, { does: "member.remove", member: vera.id }))
    expect(verify.memberByKid(directory, vera.keys.kid)).toBeNull()
    expect(verify.memberByKid(directory, vera.keys.kid, directory.head.seq - 1)?.id).toBe(vera.id)
    const again = await verify.foldDirectory(directory, await change(anna().keys.signing, { does: "member.add", certificate, approvals }))
    expect(again).toMatchObject({ ok: false, refusal: { error: "repeated-member" } })
  })

  test("a directory entry of another desk, an altered one and an unsigned one are refused", async () => {
    const entry = await change(anna().keys.signing, { does: "member.remove", member: boris().id })
    expect(await verify.foldDirectory(directory, { ...entry, desk: seal.randomId() })).toMatchObject({ ok: false })
    expect(await verify.foldDirectory(directory, { ...entry, dirSeq: 0 })).toMatchObject({
      ok: false,
      refusal: { error: "old-directory-head" },
    })
    expect(await verify.foldDirectory(directory, { ...entry, signature: toBase64(new Uint8Array(64)) })).toMatchObject({
      ok: false,
      refusal: { error: "bad-signature" },
    })
  })
})

describe("entries of a shared stream", () => {
  const stream = seal.randomId()
  const place = (over: Partial<seal.Place> = {}): seal.Place => ({
    desk: directory.desk,
    stream,
    head: start,
    epoch: 1,
    directory: directory.head,
    ...over,
  })

  test("open in their own place with their own key, and nowhere else", async () => {
    const key = seal.randomBytes(32)
    const entry = await seal.sealEntry(place(), anna().keys.signing, key, { does: "write-note", text: "Привет" })
    expect(await open.openEntry(entry, key)).toEqual({ ok: true, plain: { does: "write-note", text: "Привет" } })
    expect(await verify.verifyEntry(entry, anna().keys.signing.key)).toBeNull()
    expect(await verify.verifyEntry(entry, boris().keys.signing.key)).toMatchObject({ error: "bad-signature" })
    for (const moved of [
      { stream: seal.randomId() },
      { seq: 4 },
      { prev: "1".repeat(64) },
      { epoch: 2 },
      { dirSeq: 9 },
      { desk: seal.randomId() },
      { author: boris().keys.kid },
    ])
      expect(await open.openEntry({ ...entry, ...moved } as Entry, key)).toMatchObject({ ok: false, refusal: { error: "does-not-open" } })
    expect(await open.openEntry(entry, seal.randomBytes(32))).toMatchObject({ ok: false })
  })

  test("two seals of one text share nothing: the nonce is fresh each time", async () => {
    const key = seal.randomBytes(32)
    const made = await Promise.all(Array.from({ length: 200 }, () => seal.sealEntry(place(), anna().keys.signing, key, { same: true })))
    expect(new Set(made.map((e) => toHex(fromBase64(e.body as string).subarray(0, 12)))).size).toBe(200)
  })

  test("sizes fall into buckets", async () => {
    const key = seal.randomBytes(32)
    const size = async (length: number) => (await seal.sealEntry(place(), anna().keys.signing, key, "x".repeat(length))).size - 28
    expect(await Promise.all([1, 400, 600, 3000, 9000].map(size))).toEqual([512, 512, 2048, 8192, 32_768])
  })

  test("any altered byte of header or body is noticed", async () => {
    const entry = await seal.sealEntry(place(), anna().keys.signing, seal.randomBytes(32), { a: 1 })
    const key = anna().keys.signing.key
    await fc.assert(
      fc.asyncProperty(fc.nat(entry.size - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const body = fromBase64(entry.body as string)
        body[at] = (body[at] as number) ^ flip
        expect(await verify.verifyEntry({ ...entry, body: toBase64(body) }, key)).not.toBeNull()
      }),
      { numRuns: 50 },
    )
    for (const over of [
      { seq: 1 },
      { objects: [seal.randomId()] },
      { guards: [{ stream, seq: 0, hash: ZERO_HASH }] },
      { size: 3 },
      { dirSeq: 7 },
    ])
      expect(await verify.verifyEntry({ ...entry, ...over }, key)).not.toBeNull()
  })

  test("an epoch key counts only under its own envelope, place and announced hash", async () => {
    const members = admins.map((a) => ({ id: a.id, kid: a.keys.kid, seal: a.keys.recipient }))
    const { key, change: roster, envelopes } = await seal.newEpoch(directory.desk, stream, 1, members)
    const expected = { desk: directory.desk, stream, epoch: 1, member: anna().id, keyHash: roster.keyHash }
    const mine = envelopes[0]?.sealed as string
    expect(toHex((await open.openEnvelope(mine, anna().keys.identity, expected)) as Uint8Array)).toBe(toHex(key))
    expect(await open.openEnvelope(mine, boris().keys.identity, expected)).toBeNull()
    for (const other of [
      { epoch: 2 },
      { stream: seal.randomId() },
      { member: boris().id },
      { keyHash: ZERO_HASH },
      { desk: seal.randomId() },
    ])
      expect(await open.openEnvelope(mine, anna().keys.identity, { ...expected, ...other })).toBeNull()
    expect(verify.envelopesHash(envelopes.map((e) => ({ member: e.member, hash: verify.envelopeHash(e.sealed) })))).toBe(
      roster.envelopesHash,
    )
    const folded = verify.foldRoster(null, roster, anna().keys.kid, directory, directory.head.seq)
    expect(folded.ok).toBe(true)
    const ghost = { ...roster, members: [...roster.members, { id: seal.randomId(), kid: seal.randomId() }] }
    expect(verify.foldRoster(null, ghost, anna().keys.kid, directory, directory.head.seq)).toMatchObject({
      ok: false,
      refusal: { error: "ghost-member" },
    })
    const old = folded.ok ? verify.foldRoster(folded.value, roster, anna().keys.kid, directory, directory.head.seq) : null
    expect(old).toMatchObject({ ok: false, refusal: { error: "old-roster" } })
  })
})

describe("a mailbox", () => {
  test("the code's keys are the same on every device; a child code is a full code", async () => {
    const code = seal.newCode()
    const [one, two] = [await seal.codeKeys(directory.desk, code), await seal.codeKeys(directory.desk, code)]
    expect(one.ask).toBe(two.ask)
    expect(one.replyTo).toBe(two.replyTo)
    const child = seal.childCode(directory.desk, code, 7)
    expect(toHex(child)).toBe(toHex(seal.childCode(directory.desk, code, 7)))
    expect((await seal.codeKeys(directory.desk, child)).ask).not.toBe(one.ask)
  })

  test("a request opens for intake alone, and a stolen body posted elsewhere shows itself", async () => {
    const intake = await seal.newIntakeIdentity()
    const [hers, thief] = [await seal.codeKeys(directory.desk, seal.newCode()), await seal.codeKeys(directory.desk, seal.newCode())]
    const place = (keys: seal.CodeKeys) => ({
      desk: directory.desk,
      stream: keys.ask,
      head: { seq: 0, hash: ZERO_HASH },
      epoch: 1,
      directory: directory.head,
    })
    const entry = await seal.sealAsk(place(hers), hers.signing, intake.recipient, { kind: "request", text: "Помогите" })
    expect(entry.author).toBe(hers.ask)
    expect(await open.openAsk(entry, intake.identity)).toEqual({ ok: true, plain: { kind: "request", text: "Помогите" } })
    expect(verify.ageShape(fromBase64(entry.body as string))).toBe("hybrid")
    const stolen = { ...entry, stream: thief.ask, author: thief.ask }
    const reposted = { ...stolen, signature: await thief.signing.sign(headerBytes(stolen)) }
    expect(await verify.verifyEntry(reposted, thief.key)).toBeNull()
    expect(await open.openAsk(reposted, intake.identity)).toMatchObject({ ok: false, refusal: { error: "misplaced-body" } })
  })

  test("only hybrid files pass, never a mixed one", async () => {
    const hybrid = await generateHybridIdentity()
    const classic = await generateX25519Identity()
    const make = async (...to: string[]) => {
      const e = new Encrypter()
      for (const identity of to) e.addRecipient(await identityToRecipient(identity))
      return e.encrypt(utf8("text"))
    }
    expect(verify.ageShape(await make(hybrid))).toBe("hybrid")
    expect(verify.ageShape(await make(hybrid, classic))).toBe("mixed")
    expect(verify.ageShape(await make(classic))).toBe("other")
    expect(verify.ageShape(utf8("not age at all"))).toBe("none")
    expect(await open.ageOpen(classic as open.Identity, await make(hybrid, classic))).toBeNull()
    await expect(seal.ageSeal([(await identityToRecipient(classic)) as never], utf8("x"))).rejects.toThrow()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => void verify.ageShape(bytes)))
  })

  test("a reply fits one to eight buckets of 4 KiB and no more", async () => {
    const reply = seal.signingFromSeed(seal.newSigningSeed())
    const keys = await seal.codeKeys(directory.desk, seal.newCode())
    const place = { desk: directory.desk, stream: keys.answer, head: start, epoch: 1, directory: directory.head }
    const answer = await seal.sealAnswer(place, reply, keys.replyTo, { text: "я".repeat(1500) })
    expect(answer && (await open.openAnswer(answer, keys.identity))).toMatchObject({ ok: true })
    expect(await seal.sealAnswer(place, reply, keys.replyTo, { text: "я".repeat(17_000) })).toBeNull()
  })
})

describe("files", () => {
  test("come back whole, and a cut, swapped or altered part gives nothing", async () => {
    const whole = seal.randomBytes(65_536).map((b) => b) as Uint8Array
    const big = new Uint8Array(2 * 1024 * 1024 + 77)
    big.set(whole)
    big[big.length - 1] = 9
    const { secret, recipient } = await seal.newFileSecret()
    const parts = await Promise.all([0, 1, 2].map((n) => seal.sealPart(recipient, big.subarray(n << 20, (n + 1) << 20), 3)))
    expect(new Set(parts.map((p) => p.length)).size).toBe(1)
    const hash = verify.runningHash()
    hash.update(big)
    const file = { bytes: big.length, sha256: hash.done(), secret }
    const got = await open.openFile(file, async (n) => parts[n] as Uint8Array)
    expect(got && Buffer.compare(got, big)).toBe(0)
    expect(await open.openFile(file, async (n) => parts[[1, 0, 2][n] as number] as Uint8Array)).toBeNull()
    expect(await open.openFile(file, async (n) => (parts[n] as Uint8Array).subarray(0, n === 2 ? 5000 : undefined))).toBeNull()
    expect(await open.openFile({ ...file, bytes: file.bytes - 1 }, async (n) => parts[n] as Uint8Array)).toBeNull()
  })
})

describe("a member's passphrase", () => {
  test("opens her seeds with the pin of the root; another does not; the floor of Argon2 is ours, not the server's", async () => {
    const seeds = seal.newSeeds()
    const words = Array.from({ length: 2048 }, (_, i) => `w${i.toString(36)}`)
    const passphrase = seal.newPassphrase(words)
    expect(passphrase.split(" ")).toHaveLength(7)
    const wrapped = { seeds, desk: directory.desk, rootPrint: "x", directory: directory.head, member: anna().id, rpId: "localhost" }
    const { locator, blob } = await seal.wrapSeeds(passphrase, wrapped)
    const located = await open.locate(`  ${passphrase.toUpperCase()} `, directory.desk)
    expect(located.locator).toBe(locator)
    expect(await open.unwrapSeeds(located, directory.desk, blob)).toEqual(wrapped)
    expect(await open.unwrapSeeds(located, seal.randomId(), blob)).toBeNull()
    const weak = fromBase64(blob)
    new DataView(weak.buffer).setUint32(0, 1024)
    expect(await open.unwrapSeeds(located, directory.desk, toBase64(weak))).toBeNull()
    const other = await open.locate("some other seven words of no use", directory.desk)
    expect(await open.unwrapSeeds({ ...other, locator }, directory.desk, blob)).toBeNull()
  })
})

describe("signatures", () => {
  test("keys and points of small order are refused", async () => {
    const identity = `01${"00".repeat(31)}` as PublicKey
    expect(await verify.verifySignature(identity, utf8("m"), toBase64(new Uint8Array([1, ...new Uint8Array(63)])))).toBe(false)
    expect(await verify.verifySignature("ff".repeat(32) as PublicKey, utf8("m"), toBase64(new Uint8Array(64)))).toBe(false)
  })
  test("S + L is refused, and the library agrees with the platform", async () => {
    const { verifyByLibrary } = await import("./primitives/sign.ts")
    const signing = seal.signingFromSeed(seal.newSigningSeed())
    const signature = fromBase64(await signing.sign(utf8("m")))
    expect(verifyByLibrary(Buffer.from(signing.key, "hex"), utf8("m"), signature)).toBe(true)
    expect(verifyByLibrary(Buffer.from(signing.key, "hex"), utf8("n"), signature)).toBe(false)
    const L = 2n ** 252n + 27742317777372353535851937790883648493n
    let s = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + L
    const high = signature.slice()
    for (let i = 32; i < 64; i++, s >>= 8n) high[i] = Number(s & 255n)
    expect(await verify.verifySignature(signing.key, utf8("m"), toBase64(high))).toBe(false)
  })
})

describe("a card", () => {
  test("is signed, bound to its place, and at most 4 KiB", async () => {
    const key = seal.randomBytes(32)
    const place = { desk: directory.desk, stream: seal.randomId(), version: 1, cardEpoch: 1, own: false, through: directory.head }
    const card = await seal.sealCard(place, anna().keys.signing, key, { names: ["Анна"] })
    if (!card) throw new Error("no card")
    expect(await verify.verifyCard(card, anna().keys.signing.key)).toBeNull()
    expect(await open.openCard(card, key)).toEqual({ names: ["Анна"] })
    expect(await verify.verifyCard({ ...card, version: 2 }, anna().keys.signing.key)).toMatchObject({ error: "bad-signature" })
    expect(await open.openCard({ ...card, stream: seal.randomId() }, key)).toBeNull()
    expect(await seal.sealCard(place, anna().keys.signing, key, "x".repeat(5000))).toBeNull()
  })
})

test("a mailbox's work is found and checked", async () => {
  const ask = seal.randomId()
  const nonce = await seal.findWork(ask, 0, async () => {})
  expect(verify.checkWork(ask, nonce)).toBe(true)
  expect(verify.checkWork(seal.randomId(), nonce)).toBe(false)
})
