// What can be undone here.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"

test("a sighting that was reconciled is struck after its reconciliation", () => {
  const story = registerStory()
  const sighting = story.tells("anna", "record-sighting", {
    sighting: "s",
    at: "2026-11-22",
    place: "Mesa",
    confidence: "reported",
    people: [{ text: "Sasha" }],
  })
  const word = story.tells("anna", "reconcile-sighting", { sighting: "s", index: 0, as: "here" })
  expect(story.says("boris", "strike", { seq: sighting.seq, why: "x" }).refusal?.error).toBe("relied-on")
  story.tells("boris", "strike", { seq: word.seq, why: "x" })
  story.tells("boris", "strike", { seq: sighting.seq, why: "x" })
  expect(story.state.sightings).toEqual([])
})
