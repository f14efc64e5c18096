// Who belongs to the family.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("a person is added once, with names in both scripts", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.state.people.map((row) => row.person)).toEqual(["pavel", "dina", "maya"])
  expect(
    story.says("anna", "add-person", { person: "pavel", relation: "other", names: [{ script: "latin", surname: "Other" }] }).refusal?.error,
  ).toBe("person-known")
})

test("a person without any name is not taken, and the refusal says where", () => {
  const story = caseStory()
  story.opens()
  const { refusal } = story.says("anna", "add-person", { person: "x", relation: "other", names: [] })
  expect(refusal).toMatchObject({ error: "name-missing", at: "/input/names" })
})

test("an A-number is kept in its one form only", () => {
  const story = caseStory()
  story.opens()
  const named = { person: "x", relation: "other", names: [{ script: "latin", surname: "X" }] }
  expect(story.says("anna", "add-person", { ...named, aNumbers: ["A 87-654-321"] }).refusal?.error).toBe("a-number-malformed")
})
