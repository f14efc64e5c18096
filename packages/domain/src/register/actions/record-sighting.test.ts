// People mentioned by someone else.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { sightingPeople } from "../views.ts"

const call = {
  sighting: "s",
  at: "2026-11-22",
  place: "Mesa",
  confidence: "reported",
  people: [{ text: "Sasha from Kazan" }, { text: "two brothers" }],
}

test("whoever was named and not spoken of again is unknown", () => {
  const story = registerStory()
  story.tells("anna", "record-sighting", call)
  expect(sightingPeople(story.state, "s").map((one) => [one.text, one.as])).toEqual([
    ["Sasha from Kazan", "unknown"],
    ["two brothers", "unknown"],
  ])
  expect(story.says("anna", "record-sighting", call).refusal?.error).toBe("sighting-known")
})
