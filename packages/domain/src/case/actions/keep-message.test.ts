// Messages of an asker, kept in the case.
import { expect, test } from "vitest"
import { caseStory, wifesMailbox } from "../story.ts"

const message = { ask: wifesMailbox, seq: 2, hash: "a".repeat(64), body: '{"v":1}' }

test("a message is kept once, only of a request that is joined, and neither it nor the request goes afterwards", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "keep-message", message).refusal?.error).toBe("request-not-joined")
  const joined = story.joins()
  const kept = story.tells("anna", "keep-message", message)
  expect(story.says("anna", "keep-message", message).refusal?.error).toBe("already-recorded")
  expect(story.state.messages?.map(({ seq, body }) => [seq, body])).toEqual([[2, '{"v":1}']])
  expect(story.says("anna", "strike", { seq: kept.seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
  expect(story.says("anna", "strike", { seq: joined.seq, why: "x" }).refusal?.error).toBe("relied-on")
})
