// The second signature.
import { expect, test } from "vitest"
import { findingOf, waitingSignatures } from "../views/signed.ts"
import { storyHash } from "../../stream/story.ts"
import { wifesMailbox } from "../story.ts"
import { caseStory, storyPolicy } from "../story.ts"

const proved = (given: Parameters<typeof caseStory>[1] = {}) => {
  const story = caseStory(storyHash, given)
  story.opensWithFamily()
  story.proves()
  story.readsBlind()
  return story
}

test("the same member twice is refused", () => {
  const story = proved()
  const { hash } = story.recommends("anna")
  expect(story.says("anna", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  expect(findingOf(story.state, "pavel")).toBeNull()
})

test("the same person under two ids is one pair of eyes: she who lost her keys does not approve what she proposed before", () => {
  const person = (id: string) => id.replace(/-2$/, "")
  const story = proved({ person })
  const { hash } = story.recommends("anna")
  expect(story.says("anna-2", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
})

test("without a touch nothing is approved where the programme asks for one; elsewhere a member's key suffices", () => {
  const story = proved({ policy: { ...storyPolicy, touchNeeded: true } })
  const { hash } = story.recommends("anna")
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("touch-needed")
  expect(story.says("boris", "approve", { entry: hash }, { factor: "key" }).refusal?.error).toBe("touch-needed")
  story.tells("boris", "approve", { entry: hash }, { factor: "passkey" })
  const elsewhere = proved()
  elsewhere.tells("boris", "approve", { entry: elsewhere.recommends("anna").hash }, { factor: "key" })
})

test("another member makes it a finding", () => {
  const story = proved()
  const { hash } = story.recommends("anna")
  story.tells("boris", "approve", { entry: hash })
  expect(findingOf(story.state, "pavel")?.recommendation.made.by).toBe("anna")
  expect(story.says("vera", "approve", { entry: hash }).refusal?.error).toBe("already-approved")
})

test.each([
  [
    "new evidence",
    "bind-evidence",
    {
      evidence: "new",
      statement: "s",
      claims: ["picket"],
      source: "witness",
      origin: "w",
      authenticity: "plausible",
      identity: "likely",
      contrary: true,
    },
  ],
  ["a doubt", "raise-doubt", { doubt: "d", claim: "picket", text: "?" }],
  [
    "a reassessment",
    "reassess-evidence",
    {
      evidence: "picket-1",
      claims: ["picket"],
      source: "official-record",
      origin: "court",
      authenticity: "refuted",
      identity: "verified",
      why: "forged",
    },
  ],
  ["another claim of hers", "state-claim", { claim: "c2", person: "pavel", kind: "other", what: "x" }],
  ["another name", "describe-person", { person: "pavel", names: [{ script: "latin", surname: "Other" }] }],
])("%s after the recommendation makes an approval void", (_what, does, input) => {
  const story = proved()
  const { hash } = story.recommends("anna")
  const { seq } = story.tells("vera", does, input)
  expect(waitingSignatures(story.state)[0]?.void).toEqual({ seq, does })
  expect(story.says("boris", "approve", { entry: hash }).refusal).toMatchObject({ error: "changed-since", params: { seq, does } })
})

test("struck evidence makes it void too", () => {
  const story = proved()
  const seq = story.state.evidence[1]?.made.seq
  const { hash } = story.recommends("anna")
  story.tells("vera", "strike", { seq, why: "not hers" })
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("changed-since")
})

test("what does not touch what was frozen does not disturb", () => {
  const story = proved()
  const { hash } = story.recommends("anna")
  story.tells("vera", "write-note", { kind: "note", text: "rang the lawyer" })
  story.tells("vera", "state-claim", { claim: "hers", person: "dina", kind: "other", what: "x" })
  story.tells("vera", "record-custody", { person: "pavel", since: "2026-11-23", how: "call" })
  story.tells("boris", "approve", { entry: hash })
})

test("whoever signs must have seen the proposal", () => {
  const story = proved()
  const saw = { seq: story.folded.seq, hash: story.folded.hash }
  const { hash } = story.recommends("anna")
  expect(story.says("boris", "approve", { entry: hash, saw }).refusal?.error).toBe("saw-too-early")
  expect(story.says("boris", "approve", { entry: "0".repeat(64) }).refusal?.error).toBe("nothing-to-approve")
})

test("an approval guards the mailboxes that name her", () => {
  const story = proved()
  story.joins()
  const { hash } = story.recommends("anna")
  expect(story.says("boris", "approve", { entry: hash }, { guards: [] }).refusal).toMatchObject({
    error: "guard-missing",
    params: { stream: wifesMailbox },
  })
  story.tells("boris", "approve", { entry: hash })
})

test("a finding once signed stands, and shows what has changed under it", () => {
  const story = proved()
  const seq = story.state.evidence[0]?.made.seq
  story.finds()
  story.tells("vera", "strike", { seq, why: "a namesake's ruling" })
  expect(findingOf(story.state, "pavel")?.changed).toEqual(["picket-1"])
})
