// At the border.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("a hand-over carries out a transfer that was planned for this person", () => {
  const story = caseStory()
  story.opensWithFamily()
  const handed = {
    transfer: "t",
    person: "pavel",
    at: "2026-12-10T15:00:00-05:00",
    place: "Peace Bridge",
    receivedBy: "officer on duty",
    identityChecked: true,
  }
  expect(story.says("anna", "hand-over", handed).refusal?.error).toBe("transfer-not-planned")
  story.consents("pavel", "TRANSFER_LEGAL_EFFECTS")
  story.tells("anna", "plan-transfer", {
    transfer: "t",
    person: "pavel",
    vehicle: "OSUP_RELEASE_AND_TRAVEL",
    on: "2026-12-10",
    route: "by road",
  })
  expect(story.says("anna", "hand-over", { ...handed, person: "dina" }).refusal?.error).toBe("transfer-not-planned")
  story.tells("anna", "hand-over", handed)
})
