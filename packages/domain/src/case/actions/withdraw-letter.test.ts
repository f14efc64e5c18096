// Letters that no longer hold.
import { expect, test } from "vitest"
import { letterStatus } from "../views/signed.ts"
import { caseStory } from "../story.ts"

const issued = () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const { hash } = story.finds()
  story.tells("anna", "issue-letter", { letter: "l", kind: "finding", number: "F-1", language: "en", of: hash, sha256: "a".repeat(64) })
  return story
}

test("a letter is withdrawn when two have signed it, not before", () => {
  const story = issued()
  const { hash } = story.tells("anna", "withdraw-letter", { number: "F-1", why: "evidence refuted" })
  expect(letterStatus(story.state, "F-1")).toEqual({ status: "issued" })
  expect(story.says("anna", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
  expect(letterStatus(story.state, "F-1")).toEqual({ status: "withdrawn" })
})

test("one letter replaces another, never itself", () => {
  const story = issued()
  expect(story.says("anna", "withdraw-letter", { number: "F-1", why: "typo", replacedBy: "F-1" }).refusal?.error).toBe("replaced-by-itself")
  const { hash } = story.tells("anna", "withdraw-letter", { number: "F-1", why: "typo", replacedBy: "F-2" })
  story.tells("boris", "approve", { entry: hash })
  expect(letterStatus(story.state, "F-1")).toEqual({ status: "replaced", replacedBy: "F-2" })
  expect(story.says("anna", "withdraw-letter", { number: "F-9", why: "x" }).refusal?.error).toBe("unknown-letter")
})
