// Lists of places.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"

const file = {
  id: `${"a".repeat(25)}a`,
  name: "places.json",
  type: "application/json",
  bytes: 100,
  sha256: "0".repeat(64),
  parts: 1,
  partBytes: 1_048_576,
  secret: "AGE-SECRET-KEY-PQ-1X",
}

test("a list is held with where it came from, and one member takes it back", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "hold-facilities", { file, from: ["places.csv"], facilities: 960, staging: 9 })
  expect(story.state.facilityLists).toMatchObject([{ from: ["places.csv"], facilities: 960, made: { by: "anna" } }])
  expect(story.says("anna", "hold-facilities", { file, from: [], facilities: 960, staging: 9 }).refusal).not.toBeNull()
  story.tells("oleg", "strike", { seq, why: "The wrong year" })
  expect(story.state.facilityLists).toEqual([])
})
