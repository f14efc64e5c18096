// The second signature under what is said to everybody.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { notice, statementSignature as signature } from "../statement-story.ts"
import { standingStatement, waitingStatements } from "../statements.ts"

const proposed = (story = registerStory(), number = 1) => ({
  story,
  ...story.tells("anna", "propose-statement", { statement: notice(number), signature }),
})

test("two members say something, one does not, and nobody twice", () => {
  const { story, hash: entry } = proposed()
  expect(story.says("anna", "sign-statement", { entry, signature }).refusal?.error).toBe("same-member")
  story.tells("boris", "sign-statement", { entry, signature })
  expect(standingStatement(story.state, "notice")).toMatchObject({ proposed: { made: { by: "anna" } }, signed: { made: { by: "boris" } } })
  expect(standingStatement(story.state, "self-help")).toBeNull()
  expect(waitingStatements(story.state)).toEqual([])
  expect(story.says("vera", "sign-statement", { entry, signature }).refusal?.error).toBe("already-approved")
})

test("two ids of one person are one", () => {
  const { story, hash: entry } = proposed(registerStory({ person: (member: string) => (member === "anna2" ? "anna" : member) }))
  expect(story.says("anna2", "sign-statement", { entry, signature }).refusal?.error).toBe("same-member")
})

test("of two proposals under one number the first that is signed stands, and the other waits no more", () => {
  const { story, hash: first } = proposed()
  const { hash: second } = proposed(story)
  story.tells("boris", "sign-statement", { entry: second, signature })
  expect(waitingStatements(story.state)).toEqual([])
  expect(story.says("boris", "sign-statement", { entry: first, signature }).refusal?.error).toBe("changed-since")
  expect(story.says("anna", "propose-statement", { statement: notice(), signature }).refusal?.error).toBe("number-taken")
})

test("a signature that could not have seen the proposal is none; a signed one is not struck", () => {
  const story = registerStory()
  const before = story.tells("boris", "set-notice", { where: "desk", text: null })
  const { hash: entry, seq } = proposed(story)
  const blind = { entry, signature, saw: { seq: before.seq, hash: before.hash } }
  expect(story.says("boris", "sign-statement", blind).refusal?.error).toBe("saw-too-early")
  const signed = story.tells("boris", "sign-statement", { entry, signature })
  expect(story.says("anna", "strike", { seq, why: "No" }).refusal?.error).toBe("relied-on")
  expect(story.says("boris", "strike", { seq: signed.seq, why: "No" }).refusal?.error).toBe("cannot-be-struck")
})
