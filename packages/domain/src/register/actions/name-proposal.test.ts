// What a proposal is called.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { streamId } from "../../stream/story.ts"

test("a proposal is found by its stream, and a mistaken name can be struck", () => {
  const story = registerStory()
  const { seq } = story.tells("lena", "name-proposal", { stream: streamId("note"), kind: "note", title: "November" })
  story.tells("lena", "strike", { seq, why: "December" })
  expect(story.state.proposals).toEqual([])
})
