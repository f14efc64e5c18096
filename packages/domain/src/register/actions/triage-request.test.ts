// Requests that got no case.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { streamId } from "../../stream/story.ts"
import { triageOf } from "../views.ts"

test("a request leaves the tray by an act with a reason, and comes back when the act is struck", () => {
  const story = registerStory()
  const ask = streamId("ask")
  expect(triageOf(story.state, ask)).toBeNull()
  expect(story.says("anna", "triage-request", { ask, did: "declined", why: " " }).refusal?.error).toBe("reason-missing")
  const { seq } = story.tells("anna", "triage-request", { ask, did: "junk", why: "advertising" })
  expect(triageOf(story.state, ask)?.did).toBe("junk")
  story.tells("boris", "strike", { seq, why: "it was a person" })
  expect(triageOf(story.state, ask)).toBeNull()
})
