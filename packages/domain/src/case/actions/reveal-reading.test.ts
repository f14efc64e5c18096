// The second half of a blind reading.
import { expect, test } from "vitest"
import { commitmentOf } from "../../decision/reading.ts"
import { storyHash } from "../../stream/story.ts"
import { countedReadings } from "../reading-room.ts"
import { caseStory } from "../story.ts"

const salt = storyHash("salt")
const commits = (story: ReturnType<typeof caseStory>, by: string, finding = "established") =>
  story.tells(by, "commit-reading", { claim: "picket", commitment: commitmentOf(storyHash, salt, "picket", by, finding) })
const proved = () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  return story
}
const shown = { claim: "picket", finding: "established", salt }

test("nobody reveals before another reader has committed", () => {
  const story = proved()
  commits(story, "vera")
  expect(story.says("vera", "reveal-reading", shown).refusal?.error).toBe("reading-alone")
})

test("what is revealed must be what was committed", () => {
  const story = proved()
  commits(story, "vera")
  commits(story, "boris")
  expect(story.says("vera", "reveal-reading", { ...shown, finding: "not-established" }).refusal?.error).toBe("reading-differs")
  expect(story.says("vera", "reveal-reading", { ...shown, salt: storyHash("other") }).refusal?.error).toBe("reading-differs")
})

test("another's commitment repeated as one's own can never be revealed", () => {
  const story = proved()
  commits(story, "vera")
  story.tells("boris", "commit-reading", { claim: "picket", commitment: commitmentOf(storyHash, salt, "picket", "vera", "established") })
  story.tells("vera", "reveal-reading", shown)
  expect(story.says("boris", "reveal-reading", shown).refusal?.error).toBe("reading-differs")
})

test("one revelation counts for nothing; a revealed pair of different readers counts", () => {
  const story = proved()
  commits(story, "vera")
  commits(story, "boris")
  story.tells("vera", "reveal-reading", shown)
  expect(countedReadings(story.state, "picket")).toEqual([])
  story.tells("boris", "reveal-reading", shown)
  expect(countedReadings(story.state, "picket").map((row) => row.made.by)).toEqual(["vera", "boris"])
})

test("who has not committed in this round cannot join it once something was revealed", () => {
  const story = proved()
  commits(story, "vera")
  commits(story, "boris")
  story.tells("vera", "reveal-reading", shown)
  expect(story.says("anna", "commit-reading", { claim: "picket", commitment: storyHash("late") }).refusal?.error).toBe("reading-not-blind")
  expect(story.says("anna", "reveal-reading", shown).refusal?.error).toBe("reading-not-committed")
})

test("a new round begins when the last was shown in full", () => {
  const story = proved()
  story.readsBlind("picket", ["unsure", "established"])
  story.readsBlind("picket", ["established", "established"])
  expect(countedReadings(story.state, "picket")).toHaveLength(4)
})
