// She is there.
import { expect, test } from "vitest"
import { stageOf } from "../views/lanes.ts"
import { eventsOf } from "../views/clock-facts.ts"
import { caseStory } from "../story.ts"

test("an arrival is an arrival, by whatever way, and the clock hears of the entry", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-arrival", { person: "pavel", at: "2026-12-11T02:00:00-05:00" })
  expect(stageOf(story.state)).toBe("arrived")
  expect(eventsOf(story.state, "pavel")).toEqual([{ type: "canada.entry", on: "2026-12-11" }])
})
