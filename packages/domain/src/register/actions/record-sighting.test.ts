// People mentioned by someone else.
import { expect, test } from "vitest"
import { streamId } from "../../stream/story.ts"
import { registerStory } from "../story.ts"
import { sightingPeople, wordStreams } from "../views.ts"

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

test("words stand in the line or lie in a stream of their own, never half and half; a struck line still says where they lie", () => {
  const story = registerStory()
  const words = streamId("what was said")
  const apart = { ...call, people: [{}, { case: streamId("case"), person: "his-brother" }], words }
  expect(story.says("anna", "record-sighting", { ...apart, words: undefined }).refusal?.error).toBe("text-missing")
  expect(story.says("anna", "record-sighting", { ...apart, people: [{ text: "Sasha" }] }).refusal?.error).toBe("words-elsewhere")
  expect(story.says("anna", "record-sighting", { ...apart, note: "he limps" }).refusal?.error).toBe("words-elsewhere")
  const told = story.tells("anna", "record-sighting", apart)
  expect(sightingPeople(story.state, "s").map(({ text, words: where, person }) => [text, where?.place, person])).toEqual([
    [null, 0, undefined],
    [null, 1, "his-brother"],
  ])
  story.tells("anna", "strike", { seq: told.seq, why: "written twice" })
  expect(wordStreams(story.state).map(({ stream }) => stream)).toEqual([words])
})
