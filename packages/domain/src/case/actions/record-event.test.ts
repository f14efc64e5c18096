// Dated events.
import { expect, test } from "vitest"
import { eventsOf } from "../views/clock-facts.ts"
import { caseStory } from "../story.ts"

test("an event is kept as it was said, and the clock gets it", () => {
  const story = caseStory()
  story.opensWithFamily()
  const event = { type: "ij.decision", on: "2026-11-25", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }
  story.tells("anna", "record-event", { person: "pavel", event })
  expect(eventsOf(story.state, "pavel")).toEqual([event])
  expect(eventsOf(story.state, "dina")).toEqual([])
})

test("a misspelt key is refused, because a stay could hide in it", () => {
  const story = caseStory()
  story.opensWithFamily()
  const event = { type: "court.stay-ordered", on: "2026-11-25", untill: "2026-12-01" }
  expect(story.says("anna", "record-event", { person: "pavel", event }).refusal).toMatchObject({
    error: "unknown-key",
    at: "/input/event/untill",
  })
})

test("an event without its person is nobody's", () => {
  const story = caseStory()
  story.opensWithFamily()
  const event = { type: "habeas.filed", on: "2026-11-25" }
  expect(story.says("anna", "record-event", { person: "sasha", event }).refusal?.error).toBe("unknown-person")
})
