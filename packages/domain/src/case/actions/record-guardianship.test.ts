// Who holds a child.
import { expect, test } from "vitest"
import { familyReadiness } from "../views/family.ts"
import { storyPolicy } from "../story.ts"
import { caseStory } from "../story.ts"

test("a child in foster care blocks the family until court, agency and best interests are on paper", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", { person: "maya", since: "2026-11-02", where: "foster-care", how: "family" })
  const blocks = () =>
    familyReadiness(story.state, storyPolicy, "referral", Date.UTC(2026, 10, 23))
      .blocks.filter((one) => one.person === "maya")
      .map((one) => one.code)
  expect(blocks()).toContain("custody-unknown")
  story.tells("anna", "record-guardianship", {
    person: "maya",
    holder: "placement-agency",
    courtOrder: true,
    agencyAgrees: true,
    otherParent: "travels",
    bestInterests: "determined",
  })
  expect(blocks()).not.toContain("custody-unknown")
  expect(blocks()).not.toContain("no-court-order")
})
