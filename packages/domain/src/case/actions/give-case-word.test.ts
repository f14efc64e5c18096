// The word for callers.
import { expect, test } from "vitest"
import { card } from "../card.ts"
import { caseStory } from "../story.ts"

test("a case has one, on its card, until it is struck", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { seq } = story.tells("anna", "give-case-word", { word: "якорь лимон" })
  expect(card(story.state).word).toBe("якорь лимон")
  expect(story.says("boris", "give-case-word", { word: "берег лампа" }).refusal?.error).toBe("already-recorded")
  story.tells("anna", "strike", { seq, why: "two families were given the same" })
  expect(card(story.state).word).toBeUndefined()
  story.tells("boris", "give-case-word", { word: "берег лампа" })
})
