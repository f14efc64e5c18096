// What was really sent.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("nothing counts as sent before it was released", () => {
  const story = proposalStory()
  story.adds()
  expect(story.says("lena", "record-sent", { number: "OTT-17", on: "2026-11-24" }).refusal?.error).toBe("not-released")
  story.releases()
  story.tells("lena", "record-sent", { number: "OTT-17", on: "2026-11-24" })
})

test("a wrong number is struck and said again", () => {
  const story = proposalStory()
  story.adds()
  story.releases()
  const { seq } = story.tells("lena", "record-sent", { number: "OTT-71", on: "2026-11-24" })
  story.tells("boris", "strike", { seq, why: "digits swapped" })
  story.tells("lena", "record-sent", { number: "OTT-17", on: "2026-11-24" })
  expect(story.state.sent.map((row) => row.number)).toEqual(["OTT-17"])
})
