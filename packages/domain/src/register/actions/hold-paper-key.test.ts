// The secret for what comes on paper.
import { expect, test } from "vitest"
import { streamId } from "../../stream/story.ts"
import { registerStory } from "../story.ts"

test("each number is held once, apart from the keys of requests, and is not struck", () => {
  const story = registerStory()
  const held = { number: 1, stream: streamId("paper"), recipient: "age1pq1paper" }
  story.tells("anna", "hold-intake-key", { ...held, stream: streamId("intake") })
  const { seq } = story.tells("anna", "hold-paper-key", held)
  expect(story.says("boris", "hold-paper-key", { ...held, stream: streamId("other") }).refusal?.error).toBe("key-known")
  expect(story.says("boris", "strike", { seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
  expect(story.state.intakeKeys).toHaveLength(1)
})
