// What a person wants.
import { expect, test } from "vitest"
import { familyOf } from "../views/family.ts"
import { storyPolicy } from "../story.ts"
import { caseStory } from "../story.ts"

const wishOf = (story: ReturnType<typeof caseStory>, person: string) =>
  familyOf(story.state, storyPolicy, "referral", Date.UTC(2026, 10, 22)).members.find((one) => one.person === person)?.wish

test("a wish that someone else reports is still silence", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-wish", { person: "dina", wish: "go", how: "reported" })
  expect(wishOf(story, "dina")).toBe("silent")
  story.tells("anna", "record-wish", { person: "dina", wish: "stay", how: "person" })
  expect(wishOf(story, "dina")).toBe("stay")
})
