// Letters.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

const letter = { letter: "l", kind: "finding", number: "F-2026-1", language: "en", sha256: "a".repeat(64) }

test("a letter carries out an approval, in its kind and under its number", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const recommended = story.recommends()
  expect(story.says("anna", "issue-letter", { ...letter, of: recommended.hash }).refusal?.error).toBe("not-approved")
  const { hash } = story.tells("boris", "approve", { entry: recommended.hash })
  expect(story.says("anna", "issue-letter", { ...letter, of: hash, kind: "decision" }).refusal?.error).toBe("letter-kind-differs")
  story.tells("anna", "issue-letter", { ...letter, of: hash })
  story.tells("anna", "issue-letter", { ...letter, letter: "l-ru", of: hash, language: "ru" })
  expect(story.says("anna", "issue-letter", { ...letter, letter: "l2", of: hash }).refusal?.error).toBe("number-taken")
})
