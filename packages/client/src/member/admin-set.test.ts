// The root names administrators anew: a desk that could no longer change its keys can, no portal is left without one meanwhile, and whoever
// was dropped gets nothing believed, with the server on her side.
import { ageSeal, approve, directoryEntry, newIntakeIdentity, memberKeys, signingFromSeed } from "@safe-conduct/sealing/seal"
import { directoryIdOf, verifyDeskInfo } from "@safe-conduct/sealing/verify"
import {
  type DeskInfo,
  type DirectoryChange,
  type Entry,
  type Genesis,
  type Id,
  type Recipient,
  fromBase64,
  fromHex,
  intakeCertificateBytes,
  readDirectoryBody,
  utf8,
} from "@safe-conduct/wire"
import { afterEach, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import { byTwo, connected, good, openedDesk, vaultAt } from "../testing/family.ts"
import { programme } from "@safe-conduct/russia-canada"
import { type AdminSetGiven, setAdmins } from "./admin-set.ts"
import { claimWordsOf, readClaim } from "./administration.ts"
import { unlockBySeeds } from "./unlock.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
afterEach(() => desk.close())

const root = () => signingFromSeed(fromHex(desk.founding.rootSeed))
const reserve = () => signingFromSeed(fromHex(desk.founding.reserveSeed))
const nobody: Pick<AdminSetGiven, "add" | "drop" | "reserve"> = { add: [], drop: [], reserve: false }
const papers = async (): Promise<DeskInfo> => (await desk.fetch(`${desk.url}/desk.json`)).json() as Promise<DeskInfo>
const believedNumbers = async (info: DeskInfo) => {
  const read = await verifyDeskInfo(info)
  return read.ok ? { intake: read.value.intake.map((c) => c.number), reply: read.value.reply.map((c) => c.number) } : read.refusal.error
}
const set = async (given: Partial<AdminSetGiven>) => {
  const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, wait: () => Promise.resolve(), words: testWords, programme }
  return setAdmins(env, await unlockBySeeds(env, seedsOf(desk, 0)), { ...nobody, signing: root(), ...given })
}
type AdminSetChange = Extract<DirectoryChange, { does: "admin.set" }>
const keys = async (vault: Vault) => (await vault.today()).keys.map(({ what, why }) => [what, why])

describe("an administrator of two was removed", () => {
  test("the root names another in her place, by a claim; the keys change, and portals never stand without one", {
    timeout: 180_000,
  }, async () => {
    desk = await openTestDesk()
    const { anna } = await openedDesk(desk)
    expect(good(await anna.removeMember(seedsOf(desk, 1).member))).toMatchObject({ refusal: { error: "root-needed" } })
    const device = vaultAt(desk)
    const { claim, member, words, passphrase } = good(await device.newClaim())
    expect(good(claimWordsOf(claim, testWords))).toEqual(words)
    const made = good(await set({ add: [{ claim: good(readClaim(claim)), name: "Вера" }] }))
    expect(made.admins).toEqual([seedsOf(desk, 0).member, member])
    expect(made.stands).toEqual({ intake: [1], reply: [1], paper: [] })
    expect(await believedNumbers(await papers())).toEqual({ intake: [1], reply: [1] })
    await connected(desk)

    good(await anna.refresh())
    expect(await keys(anna)).toEqual([
      ["intake", "left"],
      ["reply", "left"],
    ])
    expect(good(await device.unlock(passphrase))).toMatchObject({ name: "Вера", admin: true })
    for (const act of ["rotateIntake", "rotateReply"] as const) await byTwo(anna, device, act)
    expect(await keys(anna)).toEqual([])
    expect(await believedNumbers(await papers())).toEqual({ intake: [1, 2], reply: [1, 2] })
  })

  test("or names the one who is left: she suffices from then on", async () => {
    desk = await openTestDesk()
    const { anna } = await openedDesk(desk)
    good(await anna.removeMember(seedsOf(desk, 1).member))
    good(await set({}))
    good(await anna.refresh())
    expect(good(await anna.rotateIntake()).done).toBe(true)
    expect(good(await anna.rotateReply()).done).toBe(true)
    expect(await believedNumbers(await papers())).toMatchObject({ intake: [1, 2], reply: [1, 2] })
  })
})

test("a second administrator comes: forms that were printed stay good by the root's word, until both give another recipient", async () => {
  desk = await openTestDesk({ admins: 1 })
  const anna = vaultAt(desk)
  good(await anna.unlockWith(seedsOf(desk, 0)))
  good(await anna.foundDesk({ name: "Anna" }))
  for (const act of ["rotateIntake", "rotateReply", "rotatePaper"] as const) expect(good(await anna[act]()).done).toBe(true)
  const printed = await anna.paperRecipient()
  const { claim } = good(await vaultAt(desk).newClaim())
  const made = good(await set({ add: [{ claim: good(readClaim(claim)), name: "Вера" }] }))
  expect(made.stands).toEqual({ intake: [1], reply: [1], paper: [1] })

  const info = await papers()
  const read = await verifyDeskInfo(info)
  expect(read.ok && read.value.paper.map(({ recipient }) => recipient)).toEqual([printed?.recipient])
  expect(await (await desk.fetch(`${desk.url}/paper-recipient.txt`)).text()).toContain(printed?.print)
  good(await anna.refresh())
  const locked = await ageSeal([printed?.recipient as Recipient], utf8("Pavel, Winnfield"))
  expect(good(await anna.openPaper(locked)).text).toBe("Pavel, Winnfield")
  expect(await keys(anna)).toContainEqual(["paper", "set"])

  // The control: a root that had vouched for two kinds of the three would have left portals with nothing they believe.
  const change = readDirectoryBody(fromBase64(made.entry.body as string)) as AdminSetChange
  const place = {
    desk: desk.founding.desk,
    stream: directoryIdOf(desk.founding.desk),
    head: { seq: made.entry.seq - 1, hash: made.entry.prev },
  }
  const silent = await directoryEntry(place, root(), {
    ...change,
    stands: { intake: change.stands?.intake ?? [], reply: change.stands?.reply ?? [] },
  })
  expect(await believedNumbers({ ...info, adminSets: [silent] })).toBe("too-few-approvals")
})

test("one who is dropped and stays: nobody left, and Today says that the keys hold by the root's word alone", async () => {
  desk = await openTestDesk({ admins: 3 })
  const { anna, boris } = await openedDesk(desk)
  good(await set({ drop: [seedsOf(desk, 1).member] }))
  good(await anna.refresh())
  expect(await keys(anna)).toEqual([
    ["intake", "set"],
    ["reply", "set"],
  ])
  good(await boris.refresh())
  expect(await boris.rotateIntake()).toMatchObject({ ok: false, refusal: { error: "not-admin" } })
})

test("a member who was there already; an unknown one and the last one are refused", async () => {
  desk = await openTestDesk()
  const { anna, boris } = await openedDesk(desk)
  const { claim, member } = good(await vaultAt(desk).newClaim())
  const begun = good(await anna.addMember(claim, { name: "Вера", roles: [] }))
  if (begun.done) throw new Error("one sufficed")
  good(await boris.addMember(claim, { name: "Вера", roles: [] }, begun.approvals))
  expect(good(await set({ add: [{ member }] })).admins).toContain(member)
  expect(await set({ add: [{ member: "a".repeat(26) }] })).toMatchObject({ ok: false, refusal: { error: "unknown-member" } })
  const all = [seedsOf(desk, 0).member, seedsOf(desk, 1).member, member]
  expect(await set({ drop: all })).toMatchObject({ ok: false, refusal: { error: "last-admin" } })
  expect(await set({ threshold: 4 })).toMatchObject({ ok: false, refusal: { error: "bad-threshold" } })
  expect(await set({ signing: reserve() })).toMatchObject({ ok: false, refusal: { error: "other-root" } })
})

test("the reserve root speaks once, and from then on the root does not", async () => {
  desk = await openTestDesk()
  const { anna } = await openedDesk(desk)
  good(await set({ reserve: true, signing: reserve(), drop: [seedsOf(desk, 1).member] }))
  expect(await believedNumbers(await papers())).toEqual({ intake: [1], reply: [1] })
  expect(await set({})).toMatchObject({ ok: false, refusal: { error: "root-ended" } })
  // Whoever stole the root writes such an entry by hand.
  const info = await papers()
  const { desk: id, genesis } = desk.founding
  const { admins } = readDirectoryBody(fromBase64(genesis.body as string)) as Genesis
  const place = { desk: id, stream: directoryIdOf(id), head: info.directory }
  const forged = await directoryEntry(place, root(), { does: "admin.set", admins, threshold: 1 })
  expect(await believedNumbers({ ...info, adminSets: [...info.adminSets, forged] })).toBe("not-root")
  expect(await believedNumbers({ ...info, adminSets: [forged] })).not.toBe("not-root")
  good(await anna.refresh())
  good(await set({ reserve: true, signing: reserve(), drop: [] }))
})

describe("a dropped administrator with the server on her side gets no intake key of hers believed", () => {
  test("by her own word, another's word for something else, an earlier set, a set that names it, or nothing else shown", async () => {
    desk = await openTestDesk()
    const { anna } = await openedDesk(desk)
    const [member, mine] = [seedsOf(desk, 1).member as Id, seedsOf(desk, 1)]
    const { signing } = await memberKeys(member, { sign: fromHex(mine.sign), open: fromHex(mine.open) })
    const before = await papers()
    const made = good(await set({ drop: [member] }))
    const after = await papers()
    const certificate = { number: 2, recipient: (await newIntakeIdentity()).recipient, notBefore: "2026-11-22", notAfter: "2027-01-05" }
    const own = await approve(member, signing, intakeCertificateBytes(desk.founding.desk, certificate))
    const others = before.intake[0]?.approvals.find(({ by }) => by !== member)
    if (others === undefined) throw new Error("Anna did not sign")
    const hers = (approvals: DeskInfo["intake"][number]["approvals"]) => ({ certificate, approvals })
    const told: readonly DeskInfo["intake"][number][] = [hers([own]), hers([own, own]), hers([own, others]), hers([others]), hers([])]
    for (const sets of [before, after])
      for (const one of told) {
        expect(await believedNumbers({ ...sets, intake: [...sets.intake, one] })).toMatchObject({ intake: [1] })
        expect(await believedNumbers({ ...sets, intake: [one] })).toBe("too-few-approvals")
      }
    const renamed: Entry = { ...made.entry, signature: (await signing.sign(new Uint8Array(1))) as never }
    expect(await believedNumbers({ ...after, adminSets: [renamed] })).toBe("not-root")
    good(await anna.refresh())
    good(await anna.rotateIntake())
    expect(await believedNumbers(await papers())).toMatchObject({ intake: [1, 2] })
  })
})
