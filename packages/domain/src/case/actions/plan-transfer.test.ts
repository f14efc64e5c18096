// How a person would come.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

const plan = { transfer: "t", person: "pavel", vehicle: "THIRD_COUNTRY_REMOVAL", on: "2026-12-10", route: "Phoenix to Toronto" }

test("nobody is moved without her own yes to what leaving does", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "plan-transfer", plan).refusal).toMatchObject({
    error: "consent-none",
    params: { scope: "TRANSFER_LEGAL_EFFECTS" },
  })
  story.consents("pavel", "TRANSFER_LEGAL_EFFECTS", { who: "asker" }, "wife-says")
  expect(story.says("anna", "plan-transfer", plan).refusal?.error).toBe("consent-by-someone-else")
  story.consents("pavel", "TRANSFER_LEGAL_EFFECTS")
  story.tells("anna", "plan-transfer", plan)
})

test("a withdrawn yes plans nothing, and neither does a removal that happened", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "TRANSFER_LEGAL_EFFECTS")
  story.tells("anna", "withdraw-consent", { consent: "pavel-TRANSFER_LEGAL_EFFECTS", why: "his word", by: "person" })
  expect(story.says("anna", "plan-transfer", plan).refusal?.error).toBe("consent-withdrawn")
  story.tells("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" })
  expect(story.says("anna", "plan-transfer", plan).refusal?.error).toBe("already-removed")
})

test("Canada cannot be designated: no such vehicle exists", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "plan-transfer", { ...plan, vehicle: "DESIGNATION" }).refusal?.error).toBe("not-one-of")
})
