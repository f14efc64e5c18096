// After the hour.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { streamId } from "../../stream/story.ts"
import { sightingPeople } from "../views.ts"

test("the last word about a person holds, and who she was found to be stays known", () => {
  const story = registerStory()
  story.tells("anna", "record-sighting", {
    sighting: "s",
    at: "2026-11-22",
    place: "Mesa",
    confidence: "reported",
    people: [{ text: "Sasha" }],
  })
  const said = { sighting: "s", index: 0 }
  story.tells("anna", "reconcile-sighting", { ...said, as: "aboard", case: streamId("case"), person: "sasha" })
  story.tells("anna", "reconcile-sighting", { ...said, as: "here" })
  expect(sightingPeople(story.state, "s")).toMatchObject([{ text: "Sasha", as: "here", case: streamId("case"), person: "sasha" }])
  expect(story.says("anna", "reconcile-sighting", { ...said, index: 1, as: "here" }).refusal?.error).toBe("unknown-person")
  expect(story.says("anna", "reconcile-sighting", { ...said, sighting: "t", as: "here" }).refusal?.error).toBe("unknown-sighting")
})
