// Where a person is held.
import { expect, test } from "vitest"
import { eventsOf } from "../views/clock-facts.ts"
import { whereabouts } from "../views/people.ts"
import { caseStory } from "../story.ts"

const held = { person: "pavel", since: "2026-11-02", how: "locator" }

test("a move is a new record, and the clock hears of both places", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", { ...held, facility: { code: "WINNFLD", state: "LA" } })
  story.tells("anna", "record-custody", { ...held, since: "2026-11-20", facility: { code: "IWAHOLD", state: "AZ", staging: true } })
  expect(whereabouts(story.state, "pavel")?.facility.code).toBe("IWAHOLD")
  expect(eventsOf(story.state, "pavel").map((event) => event.type)).toEqual(["custody.detained", "custody.moved"])
})

test("a mistaken place is struck and the one before holds", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", { ...held, facility: { code: "WINNFLD" } })
  const { seq } = story.tells("anna", "record-custody", { ...held, since: "2026-11-20", facility: { code: "IWAHOLD" } })
  story.tells("boris", "strike", { seq, why: "another Pavel" })
  expect(whereabouts(story.state, "pavel")?.facility.code).toBe("WINNFLD")
})

test("an earlier stay told late does not become the present one", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", { ...held, since: "2026-11-20", facility: { code: "NOW" } })
  story.tells("anna", "record-custody", { ...held, since: "2026-10-01", facility: { code: "BEFORE" } })
  expect(whereabouts(story.state, "pavel")?.facility.code).toBe("NOW")
})

test("a release after detention is told to the clock; foster care of a child never held is not", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", held)
  story.tells("anna", "record-custody", { ...held, since: "2026-11-21", where: "free", how: "family" })
  story.tells("anna", "record-custody", { person: "maya", since: "2026-11-02", where: "foster-care", how: "family" })
  expect(eventsOf(story.state, "pavel").map((event) => event.type)).toEqual(["custody.detained", "custody.released"])
  expect(eventsOf(story.state, "maya")).toEqual([])
})
