// The first signature under what is said to everybody.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { notice, statementSignature as signature } from "../statement-story.ts"
import { standingStatement, waitingStatements } from "../statements.ts"

test("what one member proposes says nothing to anybody, and can be thought better of", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "propose-statement", { statement: notice(), signature })
  expect(standingStatement(story.state, "notice")).toBeNull()
  expect(waitingStatements(story.state)).toMatchObject([{ statement: notice(), made: { by: "anna" } }])
  story.tells("anna", "strike", { seq, why: "Thought better of" })
  expect(waitingStatements(story.state)).toEqual([])
})

test("it stands in three languages, is short, hides nothing and ends within sixty days", () => {
  const story = registerStory()
  const says = (more: object) => story.says("anna", "propose-statement", { statement: { ...notice(), ...more }, signature }).refusal?.error
  const { text } = notice()
  expect(says({ text: { en: text.en, fr: text.fr } })).toBeDefined()
  expect(says({ text: { ...text, ru: " " } })).toBe("text-missing")
  expect(says({ text: { ...text, en: "a".repeat(601) } })).toBe("too-long")
  expect(says({ text: { ...text, en: "Safe\u202E elpoep" } })).toBe("text-hidden-signs")
  expect(says({ until: "2027-01-22" })).toBeUndefined()
  expect(says({ until: "2027-01-23" })).toBe("statement-days")
  expect(says({ until: "2026-11-22" })).toBe("statement-days")
})
