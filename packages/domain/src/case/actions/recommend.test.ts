// One member's conclusion.
import { expect, test } from "vitest"
import { storyPins } from "../story.ts"
import { caseStory } from "../story.ts"

const proved = () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  return story
}

test("without an instrument in force the word decision is refused", () => {
  const story = proved()
  expect(story.says("anna", "recommend", story.recommendation("pavel", { kind: "decision" })).refusal?.error).toBe("no-instrument-in-force")
})

test("under a policy whose instrument is in force a decision may be recommended", () => {
  const story = proved()
  story.tells("anna", "adopt-policy", { policy: storyPins[1] })
  const basis = { ...story.recommendation().basis, policyHash: storyPins[1].hash }
  story.tells("anna", "recommend", story.recommendation("pavel", { kind: "decision", basis }))
})

test("the basis is all evidence on her claims as it stands: nothing left out, nothing stale, nothing foreign", () => {
  const story = proved()
  const { basis } = story.recommendation()
  const with_ = (evidence: object[]) =>
    story.says("anna", "recommend", story.recommendation("pavel", { basis: { ...basis, evidence } })).refusal?.error
  expect(with_(basis.evidence.slice(0, 1))).toBe("basis-incomplete")
  expect(with_([...basis.evidence, { id: "other", hash: "a".repeat(64) }])).toBe("basis-unknown")
  expect(with_(basis.evidence.map((one) => ({ ...one, hash: "b".repeat(64) })))).toBe("basis-changed")
  expect(with_([...basis.evidence])).toBeUndefined()
})

test("a policy that was replaced judges no more", () => {
  const story = proved()
  const old = story.recommendation()
  story.tells("anna", "adopt-policy", { policy: storyPins[1] })
  expect(story.says("anna", "recommend", old).refusal?.error).toBe("policy-changed")
})

test("a judgement says what was on the screen", () => {
  const story = proved()
  const future = { seq: 900, hash: "a".repeat(64) }
  expect(story.says("anna", "recommend", story.recommendation("pavel", { saw: future })).refusal?.error).toBe("saw-unknown")
  const forged = { seq: story.folded.seq, hash: "a".repeat(64) }
  expect(story.says("anna", "recommend", story.recommendation("pavel", { saw: forged })).refusal?.error).toBe("saw-unknown")
})
