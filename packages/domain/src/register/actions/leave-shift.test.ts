// The paragraph at the end of a shift.
import { expect, test } from "vitest"
import { shiftsLeft } from "../shifts.ts"
import { registerStory } from "../story.ts"

test("each shift has one paragraph, the latest first, and an empty one is none", () => {
  const story = registerStory()
  story.tells("anna", "leave-shift", { shift: "night", text: " Two flights from Mesa. " })
  expect(story.says("boris", "leave-shift", { shift: "night", text: "again" }).refusal?.error).toBe("already-recorded")
  expect(story.says("boris", "leave-shift", { shift: "day", text: "   " }).refusal?.error).toBe("missing")
  story.tells("boris", "leave-shift", { shift: "day", text: "Quiet." })
  expect(shiftsLeft(story.state).map((row) => [row.shift, row.text, row.made.by, row.taken])).toEqual([
    ["day", "Quiet.", "boris", null],
    ["night", "Two flights from Mesa.", "anna", null],
  ])
})

test("what was written too early is struck, and gone from the top of the page", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "leave-shift", { shift: "night", text: "Going." })
  story.tells("anna", "strike", { seq, why: "I stay" })
  expect(shiftsLeft(story.state)).toEqual([])
})
