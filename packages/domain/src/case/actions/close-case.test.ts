// Nothing more is done.
import { expect, test } from "vitest"
import { stageOf } from "../views/lanes.ts"
import { caseStory } from "../story.ts"

test("in a closed case nothing more is judged or planned", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "close-case", { as: "arrived", reason: "in Toronto" })
  expect(stageOf(story.state)).toBe("closed")
  expect(story.says("anna", "take-case", { owner: "anna" }).refusal?.error).toBe("case-closed")
  expect(story.says("anna", "close-case", { reason: "again" }).refusal?.error).toBe("case-closed")
})
