// The list by which letters are checked.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { publishedLetters } from "../views.ts"

const letter = { number: "F-1", kind: "finding", entry: "a".repeat(64), sha256: ["b".repeat(64)], person: "pavel", status: "issued" }

test("the list says the last state of each number and nobody's name", () => {
  const story = registerStory()
  story.tells("anna", "publish-letter", letter)
  story.tells("anna", "publish-letter", { ...letter, number: "F-2" })
  story.tells("anna", "publish-letter", { ...letter, sha256: undefined, status: "replaced", replacedBy: "F-2" })
  expect(publishedLetters(story.state)).toEqual([
    { number: "F-1", kind: "finding", status: "replaced", replacedBy: "F-2", sha256: ["b".repeat(64)] },
    { number: "F-2", kind: "finding", status: "issued", sha256: ["b".repeat(64)] },
  ])
})

test("a number is issued once, and a withdrawn letter stays withdrawn", () => {
  const story = registerStory()
  expect(story.says("anna", "publish-letter", { ...letter, status: "withdrawn" }).refusal?.error).toBe("unknown-letter")
  story.tells("anna", "publish-letter", letter)
  expect(story.says("anna", "publish-letter", letter).refusal?.error).toBe("number-taken")
  expect(story.says("anna", "publish-letter", { ...letter, status: "replaced" }).refusal?.error).toBe("replacement-missing")
  story.tells("anna", "publish-letter", { ...letter, status: "withdrawn" })
  expect(story.says("anna", "publish-letter", { ...letter, status: "replaced", replacedBy: "F-2" }).refusal?.error).toBe("letter-withdrawn")
})
