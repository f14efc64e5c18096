// Whoever leaves takes the desk's keys with her, so they change with her leaving; and they are spoken of before they end.
import { verifyDeskInfo } from "@safe-conduct/sealing/verify"
import type { DeskInfo } from "@safe-conduct/wire"
import { afterEach, describe, expect, test } from "vitest"
import { DAY } from "../day.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { byTwo, connected, good, vaultAt } from "../testing/family.ts"
import type { Certified, Vault } from "./index.ts"

let desk: TestDesk
afterEach(() => desk.close())

const pendingOf = (of: Certified): string => {
  if (of.done) throw new Error("one administrator was enough")
  return of.approvals
}
/** As a portal reads the desk's papers, and believes them. */
const numbers = async () => {
  await connected(desk)
  const papers = await verifyDeskInfo((await (await desk.fetch(`${desk.url}/desk.json`)).json()) as DeskInfo)
  if (!papers.ok) throw new Error(papers.refusal.error)
  return [papers.value.intake.at(-1)?.number, papers.value.reply.at(-1)?.number]
}

/** So many administrators, all signed in, with certificates by as many as are needed. */
async function founded(admins: number): Promise<Vault[]> {
  desk = await openTestDesk({ admins })
  const vaults = Array.from({ length: admins }, () => vaultAt(desk))
  for (const [n, vault] of vaults.entries()) good(await vault.unlockWith(seedsOf(desk, n)))
  const [first, second] = vaults as [Vault, Vault | undefined]
  good(await first.foundDesk({ name: "Анна" }))
  for (const vault of vaults) good(await vault.refresh())
  for (const act of ["rotateIntake", "rotateReply"] as const)
    if (second === undefined) good(await first[act]())
    else await byTwo(first, second, act)
  return vaults
}

async function joined(by: Vault, second?: Vault): Promise<string> {
  const { claim, member } = good(await vaultAt(desk).newClaim())
  const begun = good(await by.addMember(claim, { name: "Вера", roles: [] }))
  if (!begun.done) good(await (second as Vault).addMember(claim, { name: "Вера", roles: [] }, begun.approvals))
  return member
}

describe("a member is removed", () => {
  test("by the only administrator: both keys are new at once", async () => {
    const [anna] = (await founded(1)) as [Vault]
    const vera = await joined(anna)
    expect(await numbers()).toEqual([1, 1])
    expect(good(await anna.removeMember(vera))).toEqual({ keys: "changed" })
    expect(await numbers()).toEqual([2, 2])
    expect((await anna.today()).keys).toEqual([])
  })

  test("by one of two: the texts for the other come back, and until she has signed every Today says what is due", async () => {
    const [anna, boris] = (await founded(2)) as [Vault, Vault]
    const vera = await joined(anna, boris)
    good(await anna.refresh())
    const removed = good(await anna.removeMember(vera))
    if (removed.keys !== "second") throw new Error(removed.keys)
    good(await boris.refresh())
    for (const vault of [anna, boris])
      expect((await vault.today()).keys.map(({ what, why }) => [what, why])).toEqual([
        ["intake", "left"],
        ["reply", "left"],
      ])
    expect(good(await boris.rotateIntake(removed.intake)).done).toBe(true)
    expect((await boris.today()).keys.map(({ what }) => what)).toEqual(["reply"])
    expect(good(await boris.rotateReply(removed.reply)).done).toBe(true)
    expect((await boris.today()).keys).toEqual([])
    expect(await numbers()).toEqual([2, 2])
  })

  test("a change that was begun while she was there is not finished after she left: she knows its secret", async () => {
    const [anna, boris] = (await founded(2)) as [Vault, Vault]
    const vera = await joined(anna, boris)
    good(await anna.refresh())
    const before = { intake: pendingOf(good(await anna.rotateIntake())), reply: pendingOf(good(await anna.rotateReply())) }
    const removed = good(await anna.removeMember(vera))
    if (removed.keys !== "second") throw new Error(removed.keys)
    expect(await boris.rotateIntake(before.intake)).toMatchObject({ ok: false, refusal: { error: "left-since" } })
    expect(await boris.rotateReply(before.reply)).toMatchObject({ ok: false, refusal: { error: "left-since" } })
    // The new secrets stand beside the old ones and are found by their keys: requests still open, replies are still signed.
    good(await boris.rotateIntake(removed.intake))
    good(await boris.rotateReply(removed.reply))
    good(await anna.refresh())
    expect(await numbers()).toEqual([2, 2])
    await byTwo(anna, boris, "rotateReply")
  })

  test("an administrator, where too few are left for what portals ask: nothing is certified that they would not believe", async () => {
    const [anna] = (await founded(2)) as [Vault, Vault]
    const removed = good(await anna.removeMember(seedsOf(desk, 1).member))
    expect(removed).toMatchObject({ keys: "not-yet", refusal: { error: "root-needed" } })
    expect(await anna.rotateReply()).toMatchObject({ ok: false, refusal: { error: "root-needed" } })
    expect((await anna.today()).keys.map(({ why }) => why)).toEqual(["left", "left"])
    expect(await numbers()).toEqual([1, 1])
  })

  test("an administrator, where two are left: they sign", async () => {
    const [anna, boris] = (await founded(3)) as [Vault, Vault, Vault]
    const removed = good(await anna.removeMember(seedsOf(desk, 2).member))
    if (removed.keys !== "second") throw new Error(removed.keys)
    good(await boris.rotateIntake(removed.intake))
    good(await boris.rotateReply(removed.reply))
    expect(await numbers()).toEqual([2, 2])
  })
})

test("a key is spoken of in its last ten days, and when it has ended", async () => {
  const [anna] = (await founded(1)) as [Vault]
  const said = async () => (await anna.today()).keys.map(({ what, why, until, days }) => [what, why, until, days])
  // Made on 22 November for 45 days, both ends included.
  desk.now += 33 * DAY
  expect(await said()).toEqual([])
  desk.now += DAY
  expect(await said()).toEqual([
    ["intake", "ends", "2027-01-05", 10],
    ["reply", "ends", "2027-01-05", 10],
  ])
  desk.now += 11 * DAY
  expect((await said()).map(([, why]) => why)).toEqual(["ended", "ended"])
  expect(await numbers().catch(() => "no portal")).toBe("no portal")
  good(await anna.refresh())
  good(await anna.rotateIntake())
  expect(await said()).toEqual([["reply", "ended", "2027-01-05", -1]])
})
