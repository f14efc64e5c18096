// What she has read.
import { expect, test } from "vitest"
import { drawerStory } from "../story.ts"
import { streamId } from "../../stream/story.ts"
import { readThrough } from "../views.ts"

test("reading never goes back", () => {
  const story = drawerStory()
  const stream = streamId("case")
  expect(readThrough(story.state, stream)).toBe(-1)
  story.tells("anna", "mark-read", { stream, seq: 7 })
  story.tells("anna", "mark-read", { stream, seq: 3 })
  expect(readThrough(story.state, stream)).toBe(7)
})
