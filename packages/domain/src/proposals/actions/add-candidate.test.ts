// Who may be put forward.
import { expect, test } from "vitest"
import { caseOlga, casePavel, askPavel, proposalStory, referralFacts, storyFacts } from "../story.ts"
import { candidatesOf } from "../candidates.ts"

const refused = (more: object, kind: "referral" | "note" = "referral") => {
  const story = proposalStory(kind)
  return story.says("lena", "add-candidate", { ...story.pavel, ...more }).refusal
}

test("a person with her own consent, a ready family and a finding is in, with where case and mailbox stood", () => {
  const story = proposalStory()
  story.adds()
  expect(candidatesOf(story.state)).toMatchObject([{ person: "pavel", heads: [{ stream: casePavel }, { stream: askPavel }] }])
})

test("a consent that is missing, or was given by someone else, keeps her out", () => {
  expect(refused({ facts: storyFacts([]) })).toMatchObject({ error: "consent-none", params: { scope: "SHARE_IRCC" } })
  const guardian = { scope: "SHARE_IRCC", id: "c", entry: "a".repeat(64), givenBy: "guardian" }
  expect(refused({ facts: referralFacts({ consents: [guardian] }) })?.error).toBe("consent-by-someone-else")
  expect(refused({ facts: referralFacts({ consents: [guardian], minor: true }) })).toBeNull()
  expect(refused({ facts: referralFacts({ consents: [{ ...guardian, givenBy: "asker" }] }) })?.error).toBe("not-one-of")
})

test("a note to the United States needs its own consents, not those of the referral", () => {
  expect(refused({}, "note")).toMatchObject({ error: "consent-none", params: { scope: "SHARE_US_STATE_DHS_MIN" } })
  expect(refused({ facts: storyFacts(["SHARE_US_STATE_DHS_MIN"]) }, "note")).toMatchObject({ params: { scope: "TRANSFER_LEGAL_EFFECTS" } })
  expect(refused({ facts: storyFacts(["SHARE_US_STATE_DHS_MIN", "TRANSFER_LEGAL_EFFECTS"]) }, "note")).toBeNull()
})

test("a family that is not ready goes only in part, by a split that two have signed", () => {
  expect(refused({ facts: referralFacts({ family: { state: "BLOCKED_CUSTODY" } }) })).toMatchObject({ error: "family-not-ready" })
  expect(refused({ facts: referralFacts({ family: { state: "SPLIT_PENDING" } }) })?.error).toBe("family-not-ready")
  expect(refused({ facts: referralFacts({ family: { state: "PARTIAL_CONSENTED" } }) })?.error).toBe("split-not-approved")
  expect(refused({ facts: referralFacts({ family: { state: "PARTIAL_CONSENTED", split: "a".repeat(64) } }) })).toBeNull()
})

test("the row is what the allow-list lets through: a never-disclose fact, a stranger key or a missing name refuses it", () => {
  expect(refused({ row: { surname: "Probnyi", claim: "picket" } })).toMatchObject({ error: "never-disclose", at: "/row/claim" })
  expect(refused({ row: { surname: "Probnyi", diagnosis: "x" } })).toMatchObject({ error: "not-in-annex", at: "/row/diagnosis" })
  expect(refused({ row: { born: "1988-04-03" } })).toMatchObject({ error: "annex-fact-missing", at: "/row/surname" })
  expect(refused({ row: { surname: "one\ntwo" } })?.error).toBe("annex-more-than-one-line")
})

test("a family code needs the yes to being shown as family", () => {
  const row = { surname: "Probnyi", familyCode: "A" }
  expect(refused({ row })).toMatchObject({ error: "consent-none", params: { scope: "FAMILY_DISCLOSURE" } })
  expect(refused({ row, facts: storyFacts(["SHARE_IRCC", "FAMILY_DISCLOSURE"]) })).toBeNull()
})

test("nobody is in twice, and without guards nobody is in at all", () => {
  const story = proposalStory()
  expect(story.says("lena", "add-candidate", story.pavel, { guards: [] }).refusal?.error).toBe("guard-missing")
  story.adds()
  expect(story.says("lena", "add-candidate", story.pavel).refusal?.error).toBe("already-candidate")
  story.adds({ case: caseOlga, person: "olga" })
})
