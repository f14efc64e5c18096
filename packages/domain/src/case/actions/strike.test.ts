// Undoing a record.
import { expect, test } from "vitest"
import { timeline } from "../views/timeline.ts"
import { caseStory } from "../story.ts"

test("the row leaves the live tables and stays to be read, with who struck it and why", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { seq } = story.tells("anna", "write-note", { kind: "note", text: "wrong case" })
  story.tells("boris", "strike", { seq, why: "wrong case" })
  expect(story.state.notes).toEqual([])
  expect(timeline(story.folded).find((row) => row.seq === seq)).toMatchObject({ is: "struck", why: "wrong case", by: { by: "boris" } })
})

test("nothing is struck twice, and neither is what made no row", () => {
  const story = caseStory()
  story.opens()
  const { seq } = story.tells("anna", "take-case", { owner: "anna" })
  const gone = story.tells("anna", "strike", { seq, why: "x" })
  expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("already-struck")
  expect(story.says("anna", "strike", { seq: gone.seq, why: "x" }).refusal?.error).toBe("nothing-to-strike")
  expect(story.says("anna", "strike", { seq: 99, why: "x" }).refusal?.error).toBe("nothing-to-strike")
})

test("the opening, a signature, a letter and a reading cannot be struck", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.readsBlind()
  const { seq, hash } = story.finds()
  const letter = story.tells("anna", "issue-letter", {
    letter: "l",
    kind: "finding",
    number: "F-1",
    language: "en",
    of: hash,
    sha256: "a".repeat(64),
  })
  const reading = story.state.readings[0]?.made.seq
  for (const one of [0, seq, letter.seq, reading]) {
    expect(story.says("anna", "strike", { seq: one, why: "x" }).refusal?.error).toBe("cannot-be-struck")
  }
})

test("what others stand on is struck after them: a recommendation that was approved, a person with facts, a claim with evidence", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const recommended = story.recommends()
  const claim = story.state.claims[0]?.made.seq
  story.tells("boris", "approve", { entry: recommended.hash })
  for (const seq of [recommended.seq, 1, claim]) {
    expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("relied-on")
  }
})

test("a recommendation that nobody approved can be taken back", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const { seq, hash } = story.recommends()
  story.tells("anna", "strike", { seq, why: "I looked again" })
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("nothing-to-approve")
})
