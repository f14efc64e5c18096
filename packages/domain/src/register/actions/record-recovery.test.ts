// A recovery that was held.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"

const use = { ceremony: 1, shares: [1, 3, 5], on: "2026-11-22", why: "both administrators lost their words" }

test("stands with its day, its shares and its reason, and cannot be struck", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "record-recovery", use)
  expect(story.state.recoveries).toMatchObject([{ ...use, made: { by: "anna" } }])
  expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
})

test("names two different shares at least", () => {
  const story = registerStory()
  expect(story.says("anna", "record-recovery", { ...use, shares: [1] }).refusal?.error).toBe("too-few-shares")
  expect(story.says("anna", "record-recovery", { ...use, shares: [1, 1, 2] }).refusal?.error).toBe("repeated-share")
  expect(story.says("anna", "record-recovery", { ...use, why: " " }).refusal?.error).toBe("reason-missing")
  expect(story.state.recoveries).toBeUndefined()
})
