// A request joined to the family it is about.
import { expect, test } from "vitest"
import { wifesMailbox } from "../story.ts"
import { askers } from "../views/people.ts"
import { caseStory } from "../story.ts"

test("one member joins, and one member can undo it", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { seq } = story.joins()
  expect(askers(story.state).map((one) => one.ask)).toEqual([wifesMailbox])
  story.tells("boris", "strike", { seq, why: "a namesake" })
  expect(askers(story.state)).toEqual([])
  story.joins()
  expect(askers(story.state)).toHaveLength(1)
})

test("the same request is not joined twice, nor to people whom the case does not know", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  const again = { ask: wifesMailbox, requestHash: "0".repeat(64), asker: {}, people: [{ index: 0, person: "dina" }] }
  expect(story.says("anna", "join-request", again).refusal?.error).toBe("request-already-joined")
  expect(
    story.says("anna", "join-request", { ...again, ask: `${"b".repeat(25)}a`, people: [{ index: 0, person: "sasha" }] }).refusal?.error,
  ).toBe("unknown-person")
})
