// What speaks against somebody.
import { expect, test } from "vitest"
import { compartmentStory, rumour } from "../story.ts"
import { answerTo } from "../views.ts"

test("a note says where it comes from and how far it can be relied on, and nobody has answered it yet", () => {
  const story = compartmentStory("adverse")
  story.tells("vera", "note-adverse", rumour)
  expect(story.state.adverse).toMatchObject([{ source: rumour.source, reliable: "doubtful" }])
  expect(answerTo(story.state, "n1")).toBeNull()
  expect(story.says("vera", "note-adverse", { ...rumour, what: "Again" }).refusal?.error).toBe("noted-already")
})

test("a note without a source is hearsay without a hearer, and is not taken", () => {
  expect(compartmentStory("adverse").says("vera", "note-adverse", { ...rumour, source: "  " }).refusal).toMatchObject({
    error: "text-missing",
    at: "/input/source",
  })
})
