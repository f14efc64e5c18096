// The code asks and never decides.
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { storyStart } from "../../stream/story.ts"
import { askers } from "../views/people.ts"
import { coverOf } from "../consents.ts"
import { caseStory, storyPolicy, wifesMailbox } from "../story.ts"

const heard = (seq: number, wish: object) => ({ ask: wifesMailbox, seq, hash: "a".repeat(64), stored: storyStart, wish })

test("whatever the code asks, nothing else in the case is another for it", () => {
  const contact = fc.record({ how: fc.string({ maxLength: 40 }), neverSay: fc.string({ maxLength: 40 }) })
  const wish = fc.oneof(
    fc.record({ kind: fc.constant("change-contact"), contact }),
    fc.record({ kind: fc.constant("forget-me") }),
    fc.record({ kind: fc.constant("correct"), text: fc.string({ minLength: 1, maxLength: 40 }) }),
  )
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 6 }), (wishes) => {
      const story = caseStory()
      story.opensWithFamily()
      story.joins()
      story.consents("pavel", "SHARE_IRCC")
      const { codeWishes: _before, ...before } = story.state
      const known = askers(story.state)
      wishes.forEach((one, n) => story.says("anna", "hear-code", heard(n + 2, one)))
      const { codeWishes: _after, ...after } = story.state
      expect(after).toEqual(before)
      expect(askers(story.state)).toEqual(known)
    }),
    { numRuns: 60 },
  )
})

test("a consent taken back by code halts from where it is heard, for those the mailbox names, until a yes is recorded anew", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  const covers = (person: string, scope = "SHARE_IRCC") =>
    coverOf(story.state, storyPolicy, person, scope as never, Date.UTC(2026, 10, 23)).ok
  for (const person of ["pavel", "dina"]) story.consents(person, "SHARE_IRCC")
  story.consents("pavel", "SHARE_US_STATE_DHS_MIN")
  expect(covers("pavel")).toBe(true)
  story.tells("anna", "hear-code", heard(2, { kind: "withdraw-consent", scope: "SHARE_IRCC" }))
  expect([covers("pavel"), covers("dina"), covers("pavel", "SHARE_US_STATE_DHS_MIN")]).toEqual([false, true, true])
  const again = { person: "pavel", scope: "SHARE_IRCC", givenBy: { who: "person" }, how: "written", version: 1, language: "ru" }
  story.tells("anna", "give-consent", { id: "again", consent: { ...again, at: storyStart + 3_600_000 } })
  expect(covers("pavel")).toBe(true)
})

test("a place in the request's people is that person and no other", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.consents("pavel", "SHARE_IRCC")
  story.tells("anna", "hear-code", heard(2, { kind: "withdraw-consent", scope: "ALL", person: 1 }))
  expect(coverOf(story.state, storyPolicy, "pavel", "SHARE_IRCC", Date.UTC(2026, 10, 23)).ok).toBe(true)
})

test("it is heard once, of a mailbox that is joined, in a closed case too, and is not struck", () => {
  const story = caseStory()
  story.opensWithFamily()
  const wish = heard(2, { kind: "forget-me" })
  expect(story.says("anna", "hear-code", wish).refusal?.error).toBe("request-not-joined")
  story.joins()
  story.tells("anna", "close-case", { reason: "no contact" })
  const { seq } = story.tells("anna", "hear-code", wish)
  expect(story.says("boris", "hear-code", wish).refusal?.error).toBe("already-recorded")
  expect(story.says("boris", "strike", { seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
})
