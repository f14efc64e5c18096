// Who was told what.
import { expect, test } from "vitest"
import { streamId } from "../../stream/story.ts"
import { registerStory } from "../story.ts"
import { sightingPeople } from "../views.ts"

test("each mailbox stands with the last sentence it was sent", () => {
  const story = registerStory()
  const ask = streamId("her mailbox")
  story.tells("anna", "record-sighting", {
    sighting: "s",
    at: "2026-11-22",
    place: "Mesa",
    confidence: "rumoured",
    people: [{ text: "Sasha" }],
  })
  story.tells("anna", "tell-sighting", { sighting: "s", sentence: "rumoured", told: [{ index: 0, ask }] })
  story.tells("boris", "tell-sighting", { sighting: "s", sentence: "confirmed", told: [{ index: 0, ask }] })
  expect(sightingPeople(story.state, "s")[0]?.told).toMatchObject([{ ask, sentence: "confirmed" }])
  expect(story.says("anna", "tell-sighting", { sighting: "s", sentence: "reported", told: [{ index: 1, ask }] }).refusal).toMatchObject({
    error: "unknown-person",
    at: "/told/0/index",
  })
})
