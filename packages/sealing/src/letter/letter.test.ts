// A letter's signer is believed because the root named her or because those the root named certified her, then or since.
import { type Entry, type Hash, ZERO_HASH, memberCertificateBytes, toHex } from "@safe-conduct/wire"
import { beforeAll, expect, test } from "vitest"
import * as seal from "../seal.ts"
import * as verify from "../verify.ts"

const digest = "d".repeat(64) as Hash
const member = async () => {
  const id = seal.randomId()
  const keys = await seal.memberKeys(id, seal.newSeeds())
  return { id, keys, certificate: seal.certificateOf(id, keys) }
}
type Member = Awaited<ReturnType<typeof member>>

const root = seal.signingFromSeed(seal.newSigningSeed())
let [anna, boris, early, late, stranger]: Member[] = []
let genesis: verify.Directory
let replaced: Entry

const headOf = (d: verify.Directory) => ({ desk: d.desk, stream: d.stream, head: d.head })
const one = (given: Member | undefined): Member => given as Member

beforeAll(async () => {
  ;[anna, boris, early, late, stranger] = await Promise.all(Array.from({ length: 5 }, member))
  const founded = await verify.foldDirectory(
    null,
    await seal.genesisEntry(root, {
      does: "genesis",
      nonce: toHex(seal.randomBytes(32)) as Hash,
      trial: false,
      root: root.key,
      reserve: ZERO_HASH,
      admins: [one(anna).certificate],
      threshold: 1,
    }),
  )
  if (!founded.ok) throw new Error(founded.refusal.error)
  genesis = founded.value
  replaced = await seal.directoryEntry(headOf(genesis), root, { does: "admin.set", admins: [one(boris).certificate], threshold: 1 })
})

const approvedBy = (admin: Member, of: Member) =>
  seal.approve(admin.id, admin.keys.signing, memberCertificateBytes(genesis.desk, of.certificate))

async function letter(by: Member, approvals: Awaited<ReturnType<typeof approvedBy>>[], adminSets: Entry[]) {
  const facts = { kind: "finding" as const, desk: genesis.desk, number: "F-2026-1", entry: ZERO_HASH, digest, genesis: genesis.genesis }
  const sealed = await seal.sealLetter({ ...facts, signer: by.certificate, approvals, adminSets }, by.keys.signing)
  return (await verify.verifyLetter(JSON.stringify(sealed), verify.rootPrintOf(root.key), digest)).ok
}

test("an administrator whom the root named later signs, and so does whom she certified", async () => {
  const [admin, clerk] = [one(boris), one(late)]
  expect(await letter(admin, [], [replaced])).toBe(true)
  expect(await letter(clerk, [await approvedBy(admin, clerk)], [replaced])).toBe(true)
  // Without the root's word about her she is nobody.
  expect(await letter(admin, [], [])).toBe(false)
  expect(await letter(clerk, [await approvedBy(admin, clerk)], [])).toBe(false)
  expect(await letter(one(stranger), [await approvedBy(clerk, one(stranger))], [replaced])).toBe(false)
})

test("whom the first administrators certified is still believed after the root named others", async () => {
  const clerk = one(early)
  const approvals = [await approvedBy(one(anna), clerk)]
  expect(await letter(clerk, approvals, [])).toBe(true)
  expect(await letter(clerk, approvals, [replaced])).toBe(true)
})

test("a set that an administrator signed herself, one of another desk and one out of order are refused", async () => {
  const [first, other] = [one(anna), one(stranger)]
  const change = { does: "admin.set" as const, admins: [other.certificate], threshold: 1 }
  expect(await letter(other, [], [await seal.directoryEntry(headOf(genesis), first.keys.signing, change)])).toBe(false)
  const elsewhere = await seal.directoryEntry({ ...headOf(genesis), desk: seal.randomId() }, root, change)
  expect(await letter(other, [], [elsewhere])).toBe(false)
  expect(await letter(one(boris), [], [replaced, replaced])).toBe(false)
})
