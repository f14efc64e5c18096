// Answers, and silence counted in days.
import { expect, test } from "vitest"
import { plainDateOf } from "../../time/index.ts"
import { proposalStory } from "../story.ts"
import { silenceDays } from "../views.ts"

const sent = () => {
  const story = proposalStory()
  story.adds()
  story.releases()
  story.tells("lena", "record-sent", { number: "OTT-17", on: "2026-11-24" })
  return story
}
const today = plainDateOf("2026-12-24")
const answers = (story: ReturnType<typeof sent>, answer: string, on: string) =>
  story.tells("lena", "record-answer", { case: story.pavel.case, person: "pavel", answer, on })
const silent = (story: ReturnType<typeof sent>) => silenceDays(story.state, story.pavel, today)

test("no answer is recorded before it was sent, or about someone who is not in it", () => {
  const story = proposalStory()
  story.adds()
  story.releases()
  const answer = { case: story.pavel.case, person: "pavel", answer: "ACK", on: "2026-12-01" }
  expect(story.says("lena", "record-answer", answer).refusal?.error).toBe("not-sent")
  story.tells("lena", "record-sent", { number: "1", on: "2026-11-24" })
  expect(story.says("lena", "record-answer", { ...answer, person: "dina" }).refusal?.error).toBe("unknown-candidate")
  expect(story.says("lena", "record-answer", { ...answer, answer: "MAYBE" }).refusal?.error).toBe("not-one-of")
})

test("silence is counted from the sending, from their last sign of life, and ends with an answer", () => {
  const story = sent()
  expect(silent(story)).toBe(30)
  answers(story, "ACK", "2026-12-04")
  expect(silent(story)).toBe(20)
  answers(story, "NO_REPLY", "2026-12-20")
  expect(silent(story)).toBe(30)
  answers(story, "REFUSED", "2026-12-21")
  expect(silent(story)).toBeNull()
})

test("an answer dated earlier but typed later does not overtake the later one", () => {
  const story = sent()
  answers(story, "ACCEPTED", "2026-12-10")
  answers(story, "ACK", "2026-12-01")
  expect(silent(story)).toBeNull()
})
