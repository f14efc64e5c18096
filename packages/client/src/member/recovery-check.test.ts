// Who looks is told which streams recovery could not open today, and puts the reader in where it is missing.
import { newTrustee, splitRecovery } from "@safe-conduct/sealing/seal"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import type { Vault } from "./vault-port.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterEach(() => desk.close())

async function certified(): Promise<void> {
  const trustees = await Promise.all(Array.from({ length: 5 }, newTrustee))
  const { certificate } = await splitRecovery(
    desk.founding.desk,
    trustees.map((one) => one.recipient),
    3,
  )
  const text = JSON.stringify({ v: 1, kind: "recovery-certificate", desk: desk.founding.desk, certificate })
  const begun = good(await anna.certifyRecovery(text))
  if (begun.done) throw new Error("one administrator was enough")
  good(await boris.certifyRecovery(text, begun.approvals))
  good(await boris.rotate())
  for (const vault of [anna, boris]) good(await vault.refresh())
}

test("a desk without a recovery key lacks it nowhere: there is nothing to lack", async () => {
  expect(good(await anna.checkRecovery()).gaps).toEqual([])
})

test("another member's drawer waits for her, is named to her alone, and is mended at her word", async () => {
  const { stream } = good(await anna.newCase({ title: "Testova", people: [{ names: [{ script: "latin", surname: "Testova" }] }] }))
  good(await boris.refresh())
  // Anna keeps something of her own, so that her drawer is there.
  good(await anna.keep("view", "all"))
  await certified()
  const seen = good(await anna.checkRecovery())
  expect(seen.gaps.map(({ what }) => what)).toEqual(["drawer"])
  expect(seen.read).toBeGreaterThan(3)
  expect(good(await boris.checkRecovery()).gaps).toEqual([])
  expect(good(await anna.checkRecovery()).gaps).toHaveLength(1)
  expect(good(await anna.checkRecovery(true)).gaps).toEqual([])
  expect(good(await anna.checkRecovery()).gaps).toEqual([])
  expect(good(await anna.openCase(stream)).row.title).toBe("Testova")
})
