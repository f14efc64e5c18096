// Notes, calls, letters, nudges.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("a note may be written in a closed case", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "close-case", { reason: "arrived" })
  story.tells("anna", "write-note", { kind: "note", text: "a postcard came" })
  expect(story.state.notes).toHaveLength(1)
})

test("after a removal to Russia nobody is nudged, and notes about her go on", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" })
  expect(story.says("anna", "write-note", { kind: "nudge", text: "look into the mailbox", person: "pavel" }).refusal?.error).toBe(
    "no-contact-after-removal",
  )
  expect(story.says("anna", "write-note", { kind: "nudge", text: "look into the mailbox" }).refusal?.error).toBe("no-contact-after-removal")
  expect(story.says("anna", "write-note", { kind: "letter", direction: "out", text: "dear", person: "pavel" }).refusal?.error).toBe(
    "no-contact-after-removal",
  )
  story.tells("anna", "write-note", { kind: "nudge", text: "look into the mailbox", person: "dina" })
  story.tells("anna", "write-note", { kind: "call", direction: "in", text: "he rang from a friend's phone", person: "pavel" })
})
