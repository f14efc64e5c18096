// From a case into a proposal: what lets a person in, and the one thing that keeps her out.
import { describe, expect, test } from "vitest"
import { mayDoProposal } from "../../proposals/fold.ts"
import { proposalStory, casePavel } from "../../proposals/story.ts"
import { storyStart } from "../../stream/story.ts"
import { caseStory, type CaseStory } from "../story.ts"
import { candidateFacts } from "./candidate.ts"

const on = storyStart + 86_400_000
const facts = (story: CaseStory, kind: "referral" | "note" = "referral") => candidateFacts(story.state, "pavel", kind, on, story.env)

/** Pavel alone: found, agreed, wants to go. */
const ready = () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "add-person", {
    person: "pavel",
    relation: "principal",
    names: [{ script: "latin", surname: "Probnyi" }],
    born: "1988-04-03",
  })
  story.consents("pavel", "SHARE_IRCC")
  story.tells("anna", "record-wish", { person: "pavel", wish: "go", how: "person" })
  story.proves()
  story.readsBlind()
  return story
}

describe("who may be proposed", () => {
  test("with a finding, her own consent and a ready family, and the proposal takes those facts as they are", () => {
    const story = ready()
    story.finds()
    const found = facts(story)
    expect(found).toMatchObject({ minor: false, family: { state: "COMPLETE" }, consents: [{ scope: "SHARE_IRCC", givenBy: "person" }] })
    const proposal = proposalStory()
    const act = { does: "add-candidate" as const, input: { case: casePavel, person: "pavel", row: { surname: "Probnyi" }, facts: found } }
    expect(mayDoProposal(proposal.folded, act, { by: "lena", at: on }, proposal.env)).toBeNull()
  })

  test("not before two have signed, and not on a finding that is not met", () => {
    const story = ready()
    expect(facts(story)).toMatchObject({ error: "no-finding" })
    story.recommends("anna", "pavel", { outcome: "deferred" })
    expect(facts(story)).toMatchObject({ error: "no-finding" })
    story.tells("boris", "approve", { entry: story.folded.hash })
    expect(facts(story)).toMatchObject({ error: "finding-not-met" })
  })

  test("not when her consent was withdrawn, or was only the asker's tick", () => {
    const story = ready()
    story.finds()
    story.tells("anna", "withdraw-consent", { consent: "pavel-SHARE_IRCC", why: "his letter", by: "person" })
    expect(facts(story)).toMatchObject({ error: "consent-withdrawn" })
    expect(facts(story, "note")).toMatchObject({ error: "consent-none" })
    story.consents("pavel", "SHARE_US_STATE_DHS_MIN", { who: "asker" })
    expect(facts(story, "note")).toMatchObject({ error: "consent-by-someone-else" })
  })

  test("on a spoken consent only once a second member has heard it, and only until its paper falls due", () => {
    const story = ready()
    story.finds()
    const scope = "SHARE_US_STATE_DHS_MIN"
    story.consents("pavel", "TRANSFER_LEGAL_EFFECTS")
    const spoken = { person: "pavel", scope, givenBy: { who: "person" }, how: "oral", interpreter: "own-language", readBack: true }
    story.tells("anna", "give-consent", { id: "by-phone", consent: { ...spoken, version: 1, language: "ru", at: storyStart } })
    expect(facts(story, "note")).toMatchObject({ error: "consent-second-witness-needed" })
    story.tells("boris", "confirm-consent", { consent: "by-phone" })
    const after = (hours: number) => candidateFacts(story.state, "pavel", "note", storyStart + hours * 3_600_000, story.env)
    expect(after(71)).toMatchObject({ family: { state: "COMPLETE" } })
    expect(after(72)).toMatchObject({ error: "consent-written-overdue" })
  })

  test("not while a wife who has not spoken is in the family", () => {
    const story = ready()
    story.finds()
    story.tells("anna", "add-person", {
      person: "dina",
      relation: "spouse",
      names: [{ script: "latin", surname: "P" }],
      born: "1990-01-02",
    })
    expect(facts(story)).toMatchObject({ error: "family-not-ready", params: { state: "BLOCKED_CONSENT" } })
  })

  test("not on evidence that was struck or reassessed since, and not after a removal", () => {
    const story = ready()
    story.finds()
    story.tells("vera", "strike", { seq: story.state.evidence[0]?.made.seq, why: "a namesake" })
    expect(facts(story)).toMatchObject({ error: "finding-evidence-changed" })
    const gone = ready()
    gone.finds()
    gone.tells("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" })
    expect(facts(gone)).toMatchObject({ error: "already-removed" })
  })
})
