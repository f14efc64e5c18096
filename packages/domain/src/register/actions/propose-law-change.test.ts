// The first signature under a change of the law.
import { expect, test } from "vitest"
import { ruleStayed } from "../law-story.ts"
import { changesInForce, waitingChanges } from "../law.ts"
import { registerStory } from "../story.ts"

test("what one member proposes changes nothing, and can be thought better of", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "propose-law-change", { change: ruleStayed, why: "Read in the order of 20 November" })
  expect(changesInForce(story.state)).toEqual([])
  expect(waitingChanges(story.state)).toMatchObject([{ change: ruleStayed, made: { by: "anna" } }])
  story.tells("anna", "strike", { seq, why: "Misread" })
  expect(waitingChanges(story.state)).toEqual([])
})

test("a change says what it rests on", () => {
  const story = registerStory()
  const says = (change: object, why = "Because") => story.says("anna", "propose-law-change", { change, why }).refusal
  expect(says({ ...ruleStayed, source: " " })).not.toBeNull()
  expect(says({ ...ruleStayed, status: "ABOLISHED" })).not.toBeNull()
  expect(says(ruleStayed, " ")?.error).toBe("reason-missing")
  expect(says({ what: "weather" })).not.toBeNull()
})
