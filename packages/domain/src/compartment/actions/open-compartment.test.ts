// The first line.
import { expect, test } from "vitest"
import { storyHash, storyOf, streamId } from "../../stream/story.ts"
import { compartmentKind } from "../fold.ts"
import { compartmentStory, neighbour, rumour } from "../story.ts"

test("nothing is written before a compartment says of which case and of what it is, and it says so once", () => {
  const story = storyOf(compartmentKind, { sha256: storyHash })
  expect(story.says("vera", "note-adverse", rumour).refusal?.error).toBe("not-opened")
  story.tells("vera", "open-compartment", { case: streamId("case"), kind: "adverse" })
  expect(story.says("vera", "open-compartment", { case: streamId("other"), kind: "vouchers" }).refusal?.error).toBe("already-opened")
  expect(story.state.opened).toMatchObject({ case: streamId("case"), kind: "adverse" })
})

test("each kind takes its own and nothing of the other: they have other readers", () => {
  expect(compartmentStory("adverse").says("vera", "add-voucher", neighbour).refusal?.error).toBe("other-compartment")
  expect(compartmentStory("vouchers").says("vera", "note-adverse", rumour).refusal?.error).toBe("other-compartment")
})
