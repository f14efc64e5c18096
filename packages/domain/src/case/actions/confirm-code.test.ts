// What was asked by code, confirmed by somebody who was known before.
import { expect, test } from "vitest"
import { storyHash } from "../../stream/story.ts"
import { contactOf, openCodeWishes } from "../code.ts"
import { type CaseStory, caseStory, wifesMailbox } from "../story.ts"

const place = (seq: number) => ({ ask: wifesMailbox, seq })
const wish = (seq: number, asked: object) => ({ ...place(seq), hash: "a".repeat(64), stored: 0, wish: asked })
const said = (seq: number, path: string) => ({ ...place(seq), path, by: "Дина", on: Date.UTC(2026, 10, 22) })
const moved = { kind: "change-contact", contact: { how: "+1 555 0199" } }

/** The wife's request with how she is reached. */
function joined(): { readonly story: CaseStory; readonly path: string } {
  const story = caseStory()
  story.opensWithFamily()
  const { hash } = story.tells("anna", "join-request", {
    ask: wifesMailbox,
    requestHash: storyHash("request"),
    asker: { name: "Дина", contact: { how: "Signal +1 555 0100", neverSay: "the word lawyer" } },
    people: [{ index: 0, person: "pavel" }],
  })
  return { story, path: hash }
}

test("a changed contact holds once she confirms it by the way that her request gave, and what is never said stays", () => {
  const { story, path } = joined()
  story.tells("anna", "hear-code", wish(2, moved))
  expect(contactOf(story.state, wifesMailbox)?.how).toBe("Signal +1 555 0100")
  expect(openCodeWishes(story.state)).toHaveLength(1)
  story.tells("boris", "confirm-code", said(2, path))
  expect(contactOf(story.state, wifesMailbox)).toEqual({ how: "+1 555 0199", neverSay: "the word lawyer" })
  expect(openCodeWishes(story.state)).toEqual([])
  expect(story.says("anna", "confirm-code", said(2, path)).refusal?.error).toBe("already-settled")
  expect(story.says("anna", "put-code-aside", { ...place(2), why: "x" }).refusal?.error).toBe("already-settled")
})

test("a way that came with or after what was asked confirms nothing", () => {
  const { story } = joined()
  const { hash: own } = story.tells("anna", "hear-code", wish(2, moved))
  const counsel = story.tells("anna", "record-counsel", { person: "pavel", name: "J. Example", contact: "j@example.org", for: "all" })
  for (const path of [own, counsel.hash, storyHash("nothing")])
    expect(story.says("boris", "confirm-code", said(2, path)).refusal?.error).toBe("path-not-recorded-before")
  story.tells("anna", "hear-code", wish(3, { kind: "forget-me" }))
  story.tells("boris", "confirm-code", said(3, counsel.hash))
})

test("another mailbox's way confirms nothing: whoever asked anew could confirm herself", () => {
  const { story } = joined()
  const other = `${"b".repeat(25)}a`
  const { hash } = story.tells("anna", "join-request", {
    ask: other,
    requestHash: storyHash("other"),
    asker: { contact: { how: "+1 555 0666" } },
    people: [{ index: 0, person: "pavel" }],
  })
  story.tells("anna", "hear-code", wish(2, { kind: "forget-me" }))
  expect(story.says("boris", "confirm-code", said(2, hash)).refusal?.error).toBe("path-not-recorded-before")
})

test("a way that was replaced no longer confirms, and the confirmed one does", () => {
  const { story, path } = joined()
  story.tells("anna", "hear-code", wish(2, moved))
  const { hash } = story.tells("boris", "confirm-code", said(2, path))
  story.tells("anna", "hear-code", wish(3, { kind: "forget-me" }))
  expect(story.says("boris", "confirm-code", said(3, path)).refusal?.error).toBe("path-not-recorded-before")
  story.tells("boris", "confirm-code", said(3, hash))
})

test("nothing is confirmed that was not heard, and a consent taken back waits for nobody", () => {
  const { story, path } = joined()
  expect(story.says("boris", "confirm-code", said(2, path)).refusal?.error).toBe("unknown-wish")
  story.tells("anna", "hear-code", wish(2, { kind: "withdraw-consent", scope: "ALL" }))
  expect(story.says("boris", "confirm-code", said(2, path)).refusal?.error).toBe("halts-at-once")
})

test("facts are corrected for the code's sake only once it was confirmed", () => {
  const { story, path } = joined()
  story.tells("anna", "hear-code", wish(2, { kind: "correct", text: "Он родился в 1989" }))
  const corrected = { person: "pavel", born: "1989-04-03", source: place(2) }
  expect(story.says("anna", "describe-person", corrected).refusal?.error).toBe("not-confirmed")
  story.tells("boris", "confirm-code", said(2, path))
  story.tells("anna", "describe-person", corrected)
})
