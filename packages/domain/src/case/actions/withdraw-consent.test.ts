// A yes taken back.
import { expect, test } from "vitest"
import { coverOf } from "../consents.ts"
import { storyPolicy } from "../story.ts"
import { caseStory } from "../story.ts"

const now = Date.UTC(2026, 10, 23)

test("a withdrawal halts at once, in a closed case too", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "SHARE_IRCC")
  story.tells("anna", "close-case", { reason: "no contact" })
  story.tells("anna", "withdraw-consent", { consent: "pavel-SHARE_IRCC", why: "his letter", by: "person" })
  expect(coverOf(story.state, storyPolicy, "pavel", "SHARE_IRCC", now)).toMatchObject({ ok: false, missing: "consent-withdrawn" })
})

test("a clock that runs ahead does not keep a withdrawn consent alive", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "SHARE_IRCC")
  story.tells("anna", "withdraw-consent", { consent: "pavel-SHARE_IRCC", why: "his letter", by: "person" }, { at: Date.UTC(2030, 0, 1) })
  expect(coverOf(story.state, storyPolicy, "pavel", "SHARE_IRCC", now).ok).toBe(false)
})

test("a withdrawal cannot be struck and is not said twice", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "SHARE_IRCC")
  const taken = { consent: "pavel-SHARE_IRCC", why: "his letter", by: "person" }
  const { seq } = story.tells("anna", "withdraw-consent", taken)
  expect(story.says("boris", "strike", { seq, why: "changed his mind" }).refusal?.error).toBe("cannot-be-struck")
  expect(story.says("boris", "withdraw-consent", taken).refusal?.error).toBe("already-withdrawn")
  expect(story.says("boris", "withdraw-consent", { ...taken, consent: "other" }).refusal?.error).toBe("unknown-consent")
})
