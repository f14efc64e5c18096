// A list that grows.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { sightingPeople } from "../views.ts"

const list = (people: number) => ({
  sighting: "s",
  at: "2026-11-22",
  place: "Mesa",
  confidence: "reported" as const,
  people: Array.from({ length: people }, (_, n) => ({ text: `Named ${n}` })),
})

test("later names stand behind the earlier ones, and are reconciled by their place in the whole", () => {
  const story = registerStory()
  story.tells("anna", "record-sighting", list(2))
  story.tells("boris", "add-to-sighting", { sighting: "s", people: [{ text: "Цырен" }] })
  story.tells("anna", "reconcile-sighting", { sighting: "s", index: 2, as: "aboard" })
  expect(sightingPeople(story.state, "s").map(({ text, as }) => [text, as])).toEqual([
    ["Named 0", "unknown"],
    ["Named 1", "unknown"],
    ["Цырен", "aboard"],
  ])
  expect(story.says("anna", "add-to-sighting", { sighting: "t", people: [{ text: "X" }] }).refusal?.error).toBe("unknown-sighting")
})

test("what later words count is not struck from under them", () => {
  const story = registerStory()
  story.tells("anna", "record-sighting", list(1))
  const { seq } = story.state.sightings[0]?.made ?? { seq: -1 }
  story.tells("boris", "add-to-sighting", { sighting: "s", people: [{ text: "Цырен" }] })
  expect(story.says("anna", "strike", { seq, why: "Typed twice." }).refusal?.error).toBe("relied-on")
})

test("a list has an end", () => {
  const story = registerStory()
  story.tells("anna", "record-sighting", list(200))
  story.tells("anna", "add-to-sighting", { sighting: "s", people: list(200).people })
  expect(story.says("anna", "add-to-sighting", { sighting: "s", people: [{ text: "One more" }] }).refusal?.error).toBe("too-many")
})
