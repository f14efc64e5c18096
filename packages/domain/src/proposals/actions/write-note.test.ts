// A word among colleagues.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("a note changes nothing that was frozen", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.freezes()
  story.tells("vera", "write-note", { text: "the registry closes at four" })
  story.tells("boris", "approve", { entry: hash })
  expect(story.state.notes).toHaveLength(1)
})
