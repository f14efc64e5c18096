// Whoever adds a member may close her laptop at once: the secrets of requests are handed on by whoever is there.
import { expect, test } from "vitest"
import { openTestDesk } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"

test("a request sent before she came opens for a new member, though whoever added her is gone and no case is due", async () => {
  const desk = await openTestDesk()
  const { anna, boris } = await openedDesk(desk)
  const { ask } = await asked(desk, familyRequest)
  const vera = vaultAt(desk)
  const claim = good(await vera.newClaim())
  const begun = good(await anna.addMember(claim.claim, { name: "Vera", roles: ["intake"] }))
  good(await boris.addMember("", { name: "Vera", roles: ["intake"] }, begun.done ? "" : begun.approvals))
  await boris.signOut()
  good(await vera.unlock(claim.passphrase))
  for (let round = 0; round < 6; round++) {
    desk.now += 60_000
    good(await anna.refresh())
    await new Promise((done) => setTimeout(done, 300))
  }
  good(await vera.refresh())
  expect(good(await vera.openRequest(ask)).request?.people[0]?.names?.cyrillic?.surname).toBe("Тестовский")
  await desk.close()
})
