// Who reads a restricted case, said by who is on it.
import { expect, test } from "vitest"
import { card } from "../card.ts"
import { caseStory } from "../story.ts"

const restricted = () => {
  const story = caseStory()
  story.tells("anna", "open-case", { policy: story.pins[0], title: "Family P.", restricted: true })
  return story
}
const says = (story: ReturnType<typeof restricted>, input: object) => story.says("anna", "change-roster", input).refusal?.error ?? null

test("is for restricted cases alone, changes somebody, and never takes off who says it", () => {
  const open = caseStory()
  open.opens()
  expect(open.says("anna", "change-roster", { add: ["boris"], remove: [] }).refusal?.error).toBe("not-restricted")
  const story = restricted()
  expect(says(story, { add: [], remove: [] })).toBe("missing")
  expect(says(story, { add: ["boris"], remove: ["boris"] })).toBe("roster-both")
  expect(says(story, { add: ["boris"], remove: ["anna"] })).toBe("roster-yourself")
  expect(says(story, { add: ["boris"], remove: ["vera"], why: "hands over" })).toBeNull()
})
test("stays in the log, in a closed case too, and is not struck; the card does not tell it", () => {
  const story = restricted()
  const before = card(story.state)
  const told = story.tells("anna", "change-roster", { add: ["boris"], remove: [] })
  expect(card(story.state)).toEqual(before)
  story.tells("boris", "close-case", { as: "other", reason: "done" })
  story.tells("boris", "change-roster", { add: [], remove: ["anna"] })
  expect(story.state.rosterChanges?.map(({ add, remove }) => [add, remove])).toEqual([
    [["boris"], []],
    [[], ["anna"]],
  ])
  expect(story.says("boris", "strike", { seq: told.seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
})
