// Who represents whom.
import { expect, test } from "vitest"
import { eventsOf } from "../views/clock-facts.ts"
import { counselOf } from "../views/people.ts"
import { caseStory } from "../story.ts"

test("counsel for the appeal alone is no counsel for custody, and one who left is none", () => {
  const story = caseStory()
  story.opensWithFamily()
  const counsel = { person: "pavel", name: "R. Advocate", for: "appeal", since: "2026-11-01" }
  story.tells("anna", "record-counsel", counsel)
  expect(counselOf(story.state, "pavel").map((row) => row.for)).toEqual(["appeal"])
  story.tells("anna", "record-counsel", { ...counsel, until: "2026-11-20" })
  expect(counselOf(story.state, "pavel")).toEqual([])
  expect(eventsOf(story.state, "pavel").map((event) => event.type)).toContain("counsel.left")
})
