// It goes on.
import { expect, test } from "vitest"
import { isClosed } from "../state.ts"
import { caseStory } from "../story.ts"

test("a closed case can be opened again, an open one cannot", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "reopen-case", { reason: "r" }).refusal?.error).toBe("case-not-closed")
  story.tells("anna", "close-case", { reason: "no contact" })
  story.tells("boris", "reopen-case", { reason: "she rang" })
  expect(isClosed(story.state)).toBe(false)
  story.tells("boris", "take-case", { owner: "boris" })
})

test("a struck closing leaves the case open", () => {
  const story = caseStory()
  story.opens()
  const { seq } = story.tells("anna", "close-case", { reason: "mixed up" })
  story.tells("boris", "strike", { seq, why: "another case was meant" })
  expect(isClosed(story.state)).toBe(false)
})
