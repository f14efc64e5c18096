// Who has read what a change did to the dates of a case.
import { expect, test } from "vitest"
import { storyStart, streamId } from "../../stream/story.ts"
import { ruleStayed } from "../law-story.ts"
import { changesRead } from "../law.ts"
import { registerStory } from "../story.ts"

const dayMs = 86_400_000
const family = streamId("family")

const signed = () => {
  const story = registerStory()
  const sign = (status: string): string => {
    const { hash: entry } = story.tells("anna", "propose-law-change", { change: { ...ruleStayed, status }, why: "Because" })
    return story.tells("boris", "approve-law-change", { entry }).hash
  }
  return { story, first: sign("STAYED"), second: sign("VACATED") }
}

test("a change is unread until somebody notes it, and noting a later one reads the earlier ones too", () => {
  const { story, first, second } = signed()
  const opened = storyStart - 30 * dayMs
  expect(changesRead(story.state, family, opened)).toBe(0)
  story.tells("vera", "note-law-change", { case: family, upTo: first })
  expect(changesRead(story.state, family, opened)).toBe(1)
  expect(changesRead(story.state, streamId("other"), opened)).toBe(0)
  story.tells("vera", "note-law-change", { case: family, upTo: second })
  expect(changesRead(story.state, family, opened)).toBe(2)
})

test("a case opened a day after a change is not told of it; one opened the same hour is", () => {
  const { story } = signed()
  expect(changesRead(story.state, family, storyStart + 2 * dayMs)).toBe(2)
  expect(changesRead(story.state, family, storyStart + 3_600_000)).toBe(0)
})

test("what was never signed cannot be noted", () => {
  const { story } = signed()
  expect(story.says("vera", "note-law-change", { case: family, upTo: "0".repeat(64) }).refusal?.error).toBe("nothing-to-note")
})
