// The list of letters is believed under the administrators that the root named, those of the genesis and those it named later.
import { directoryEntry, signingFromSeed } from "@safe-conduct/sealing/seal"
import { type Id, type MemberCertificate, fromHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, vaultAt } from "../testing/family.ts"
import { type Vault, type Who, readPublished } from "./index.ts"
import { unlockBySeeds } from "./unlock.ts"

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ admins: 1 })
})
afterAll(() => desk.close())

test("whom an administrator certified that the root named later signs a list that holds, and only with the root's word", async () => {
  const anna = vaultAt(desk)
  good(await anna.unlockWith(seedsOf(desk, 0)))
  good(await anna.foundDesk({ name: "Анна" }))
  const join = async (by: Vault, name: string): Promise<Vault> => {
    const joining = vaultAt(desk)
    const { claim, passphrase } = good(await joining.newClaim())
    expect(good(await by.addMember(claim, { name, roles: [] })).done).toBe(true)
    good(await joining.unlock(passphrase))
    return joining
  }
  const boris = await join(anna, "Борис")

  const { api, directory } = good(
    await unlockBySeeds({ server: desk.url, fetch: desk.fetch, now: () => desk.now }, seedsOf(desk, 0)),
  ).inside
  const { desk: id, stream, head, members } = directory.now()
  const named = members[((await boris.who()) as Who).member as Id]?.certificate as MemberCertificate
  const root = signingFromSeed(fromHex(desk.founding.rootSeed))
  const change = { does: "admin.set" as const, admins: [named], threshold: 1 }
  good(await api.append(stream, { entries: [await directoryEntry({ desk: id, stream, head }, root, change)] }))

  good(await boris.refresh())
  const vera = await join(boris, "Вера")
  const { json } = good(await vera.publishedLetters())
  expect(await readPublished(json, desk.founding.rootPrint)).toMatchObject({ ok: true })
  expect(await readPublished(JSON.stringify({ ...JSON.parse(json), adminSets: [] }), desk.founding.rootPrint)).toMatchObject({ ok: false })
})
