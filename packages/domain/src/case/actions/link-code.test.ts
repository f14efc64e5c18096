// A lost code.
import { expect, test } from "vitest"
import { storyHash, streamId } from "../../stream/story.ts"
import { replacedBy } from "../code.ts"
import { type CaseStory, caseStory, wifesMailbox } from "../story.ts"

const anew = streamId("anew")
const said = (path: string) => ({ old: wifesMailbox, new: anew, path, by: "Дина", on: Date.UTC(2026, 10, 22) })
const worded = (ask: string) => ({ ask, text: "Мы получили ваше письмо.", sealedHash: "a".repeat(64) })
const moved = { ask: wifesMailbox, text: "", phrase: "code-replaced", sealedHash: "b".repeat(64) }

function asks(story: CaseStory, ask: string, how: string): string {
  const people = [{ index: 0, person: "pavel" }]
  return story.tells("anna", "join-request", { ask, requestHash: storyHash(ask), asker: { contact: { how } }, people }).hash
}
function askedTwice(): { readonly story: CaseStory; readonly path: string; readonly later: string } {
  const story = caseStory()
  story.opensWithFamily()
  const path = asks(story, wifesMailbox, "Signal +1 555 0100")
  return { story, path, later: asks(story, anew, "+1 555 0666") }
}

test("two members link it after a call by the way that was known; then the earlier mailbox hears one fixed sentence", () => {
  const { story, path } = askedTwice()
  const { hash } = story.tells("anna", "link-code", said(path))
  story.tells("anna", "answer-request", worded(wifesMailbox))
  expect(story.says("anna", "answer-request", moved).refusal?.error).toBe("code-not-replaced")
  expect(story.says("anna", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  expect(replacedBy(story.state, wifesMailbox)).toBeNull()
  story.tells("boris", "approve", { entry: hash })
  expect(replacedBy(story.state, wifesMailbox)).toBe(anew)
  expect(story.says("anna", "answer-request", worded(wifesMailbox)).refusal?.error).toBe("code-replaced")
  expect(story.says("anna", "answer-request", { ...moved, phrase: "read" }).refusal?.error).toBe("code-replaced")
  story.tells("anna", "answer-request", moved)
  story.tells("anna", "answer-request", worded(anew))
  expect(story.says("anna", "link-code", said(path)).refusal?.error).toBe("code-replaced")
})

test("the way that the new request brings confirms nothing, nor one recorded after it", () => {
  const { story, later } = askedTwice()
  const counsel = story.tells("anna", "record-counsel", { person: "pavel", name: "J. Example", contact: "j@example.org", for: "all" })
  for (const path of [later, counsel.hash])
    expect(story.says("anna", "link-code", said(path)).refusal?.error).toBe("path-not-recorded-before")
})

test("the later takes the place of the earlier and never the reverse", () => {
  const { story, path } = askedTwice()
  const turned = { ...said(path), old: anew, new: wifesMailbox }
  expect(story.says("anna", "link-code", turned).refusal?.error).toBe("not-the-later-request")
  expect(story.says("anna", "link-code", { ...said(path), new: streamId("nobody") }).refusal?.error).toBe("request-not-joined")
})

test("both mailboxes are read to their ends before the second signs", () => {
  const { story, path } = askedTwice()
  const { hash } = story.tells("anna", "link-code", said(path))
  expect(story.says("boris", "approve", { entry: hash }, { guards: [] }).refusal?.error).toBe("guard-missing")
})

test("a contact that is confirmed meanwhile voids it", () => {
  const { story, path } = askedTwice()
  const { hash } = story.tells("anna", "link-code", said(path))
  const wish = { kind: "change-contact", contact: { how: "+1 555 0123" } }
  story.tells("vera", "hear-code", { ask: wifesMailbox, seq: 2, hash: "a".repeat(64), stored: 0, wish })
  story.tells("vera", "confirm-code", { ask: wifesMailbox, seq: 2, path, by: "Дина", on: 1 })
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("changed-since")
})
