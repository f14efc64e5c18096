// Replies.
import { expect, test } from "vitest"
import { wifesMailbox } from "../story.ts"
import { caseStory } from "../story.ts"

const reply = { ask: wifesMailbox, text: "Мы получили ваше письмо.", sealedHash: "a".repeat(64) }

test("a reply goes only into a mailbox that is joined here", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "answer-request", reply).refusal?.error).toBe("request-not-joined")
  story.joins()
  story.tells("anna", "answer-request", reply)
})

test("a removal to Russia closes the mailbox to us until a later message comes out of it", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.moves(wifesMailbox, 4)
  story.tells("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" })
  expect(story.says("anna", "answer-request", reply).refusal?.error).toBe("no-contact-after-removal")
  const before = { ...reply, repliesTo: { ask: wifesMailbox, seq: 4 } }
  expect(story.says("anna", "answer-request", before).refusal?.error).toBe("message-before-removal")
  story.tells("anna", "answer-request", { ...reply, repliesTo: { ask: wifesMailbox, seq: 5 } })
})

test("a removal elsewhere closes nothing", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.tells("anna", "record-removal", { person: "pavel", to: "KZ", at: "2026-11-21" })
  story.tells("anna", "answer-request", reply)
})

test("a reply to one mailbox does not cite a message of another", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  expect(story.says("anna", "answer-request", { ...reply, repliesTo: { ask: `${"b".repeat(25)}a`, seq: 9 } }).refusal?.error).toBe(
    "reply-to-another-mailbox",
  )
})
