// Who was heard of, and when.
import { describe, expect, test } from "vitest"
import { storyStart, storyHash } from "../../stream/story.ts"
import { caseStory, wifesMailbox } from "../story.ts"
import { lastReached } from "./reached.ts"

const day = 86_400_000
const after = (days: number) => ({ at: storyStart + days * day })

function family() {
  const story = caseStory()
  story.opensWithFamily()
  return story
}
const reached = (story: ReturnType<typeof caseStory>, person = "pavel") => {
  const at = lastReached(story.state, person)
  return at === null ? null : (at - storyStart) / day
}

describe("somebody heard of a person", () => {
  test("when she rang, not when we noted something, wrote or nudged", () => {
    const story = family()
    expect(reached(story)).toBeNull()
    story.tells("anna", "write-note", { kind: "call", text: "ten minutes", person: "pavel" }, after(1))
    story.tells("anna", "write-note", { kind: "note", text: "no news", person: "pavel" }, after(2))
    story.tells("anna", "write-note", { kind: "nudge", text: "look into the mailbox", person: "pavel" }, after(3))
    story.tells("anna", "write-note", { kind: "letter", text: "to him", person: "pavel", direction: "out" }, after(4))
    expect(reached(story)).toBe(1)
    story.tells("anna", "write-note", { kind: "letter", text: "from him", person: "pavel", direction: "in" }, after(5))
    expect([reached(story), reached(story, "dina")]).toEqual([5, null])
  })

  test("when a human being named the place, not when a list showed it", () => {
    const story = family()
    const place = { person: "pavel", facility: { name: "Winn" }, since: "2026-11-20" }
    story.tells("anna", "record-custody", { ...place, confirmed: "2026-11-25", how: "locator" }, after(5))
    expect(reached(story)).toBeNull()
    story.tells("anna", "record-custody", { ...place, confirmed: "2026-11-24T12:00:00Z", how: "counsel" }, after(5))
    expect(reached(story)).toBe(2)
    // A day has no hour: it counts to its end, but never to later than somebody wrote it down.
    story.tells("anna", "record-custody", { ...place, confirmed: "2026-11-27", how: "family" }, { at: storyStart + 5.25 * day })
    expect(reached(story)).toBe(5.25)
  })

  test("when a message came and was answered; what we send after it, unasked, is not hers", () => {
    const story = family()
    story.joins()
    const answer = (seq: number, days: number) =>
      story.tells(
        "anna",
        "answer-request",
        { ask: wifesMailbox, text: "read", sealedHash: storyHash(`${days}`), repliesTo: { ask: wifesMailbox, seq } },
        after(days),
      )
    answer(2, 3)
    expect(reached(story)).toBe(3)
    answer(2, 9)
    expect(reached(story)).toBe(3)
    answer(3, 10)
    // The request named the father and the child.
    expect([reached(story), reached(story, "maya"), reached(story, "dina")]).toEqual([10, 10, null])
  })

  test("a call about nobody in particular is about each of them, and a struck one about nobody", () => {
    const story = family()
    const { seq } = story.tells("anna", "write-note", { kind: "call", text: "all are well" }, after(2))
    expect([reached(story), reached(story, "maya")]).toEqual([2, 2])
    story.tells("anna", "strike", { seq, why: "another family" })
    expect(reached(story)).toBeNull()
  })
})
