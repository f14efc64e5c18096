// Numbers of notes.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { streamId } from "../../stream/story.ts"
import { nextNoteNumber } from "../views.ts"

const take = (story: ReturnType<typeof registerStory>, year: number, number: number, proposal: string) =>
  story.says("lena", "take-note-number", { year, number, proposal: streamId(proposal) }).refusal

test("numbers follow one another within a year and begin anew in the next", () => {
  const story = registerStory()
  expect(take(story, 2026, 2, "a")).toMatchObject({ error: "number-out-of-order", params: { next: 1 } })
  expect(take(story, 2026, 1, "a")).toBeNull()
  expect(take(story, 2026, 1, "b")?.error).toBe("number-out-of-order")
  expect(take(story, 2026, 2, "b")).toBeNull()
  expect(take(story, 2027, 1, "c")).toBeNull()
  expect(nextNoteNumber(story.state, 2026)).toBe(3)
})

test("a proposal has one number, and a number is never given back", () => {
  const story = registerStory()
  take(story, 2026, 1, "a")
  expect(take(story, 2026, 2, "a")?.error).toBe("proposal-numbered")
  expect(story.says("lena", "strike", { seq: 0, why: "x" }).refusal?.error).toBe("cannot-be-struck")
})
