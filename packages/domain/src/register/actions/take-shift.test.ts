// Who carries on.
import { expect, test } from "vitest"
import { shiftsLeft } from "../shifts.ts"
import { registerStory } from "../story.ts"

test("a shift is taken over once, and of two who reach for it the second is told", () => {
  const story = registerStory()
  story.tells("anna", "leave-shift", { shift: "night", text: "Two flights from Mesa." })
  expect(story.says("boris", "take-shift", { shift: "day" }).refusal?.error).toBe("unknown-shift")
  story.tells("boris", "take-shift", { shift: "night" })
  expect(story.says("vera", "take-shift", { shift: "night" }).refusal?.error).toBe("shift-taken")
  expect(shiftsLeft(story.state).map((row) => row.taken?.by)).toEqual(["boris"])
})

test("a taking over that was a slip is struck, and the paragraph waits again", () => {
  const story = registerStory()
  story.tells("anna", "leave-shift", { shift: "night", text: "Two flights from Mesa." })
  const { seq } = story.tells("boris", "take-shift", { shift: "night" })
  story.tells("boris", "strike", { seq, why: "a slip of the thumb" })
  expect(shiftsLeft(story.state).map((row) => row.taken)).toEqual([null])
  story.tells("vera", "take-shift", { shift: "night" })
})
