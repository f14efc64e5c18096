// The family that most tests of a case are about: a father held in Louisiana, his wife who asked, their daughter in foster care.
import { type PolicyPin, pinOf, pinPolicies } from "../decision/policy-pin.ts"
import { type Policy, withInstrument } from "../evidence/policy.ts"
import { type Told, storyHash, storyOf, storyStart, streamId } from "../stream/story.ts"
import { caseKind } from "./fold.ts"
import { standingEvidence } from "./find.ts"
import { commitmentOf } from "../decision/reading.ts"

export const storyPolicy: Policy = {
  id: "story/1",
  version: 1,
  standard: {
    id: "story-standard/1",
    primarySources: ["official-record", "organisation-letter"],
    primaryByKind: {},
    independentOrigins: 2,
    neverIndependent: ["own-statement"],
    countingAuthenticity: ["verified", "plausible"],
    identityOfPrimary: ["verified"],
    identityOfSupport: ["verified", "likely"],
    readers: 2,
    dissentBars: true,
    claimsToMeet: 1,
    contradictionBarsAll: true,
  },
  consents: {
    needed: { referral: ["SHARE_IRCC"], note: ["SHARE_US_STATE_DHS_MIN", "TRANSFER_LEGAL_EFFECTS"] },
    familyCode: "FAMILY_DISCLOSURE",
    adultAt: 18,
    assentFrom: 12,
    writtenWithinHours: 72,
    textVersion: 1,
  },
  signers: {
    read: ["verifier"],
    recommend: ["caseworker"],
    approve: ["decider"],
    release: ["liaison"],
    split: ["caseworker"],
    "lower-urgency": ["caseworker"],
    purge: ["administrator"],
  },
  annex: {
    referral: {
      columns: [
        { key: "surname", form: "text", required: true },
        { key: "born", form: "date" },
        { key: "familyCode", form: "text" },
      ],
    },
    note: {
      columns: [
        { key: "surname", form: "text", required: true },
        { key: "needsMedical", form: "yes-no" },
      ],
    },
  },
  neverDisclose: ["claim", "evidence", "health"],
  instrument: { state: "NONE", sentence: "instrument-none" },
}
export const storyPolicyInForce = withInstrument(storyPolicy, "IN_FORCE")
export const storyPolicies = pinPolicies([storyPolicy, storyPolicyInForce], storyHash)
export const storyPins = storyPolicies.map(pinOf) as [PolicyPin, PolicyPin]
export const storyCaseEnv = { sha256: storyHash, policies: storyPolicies }

export const wifesMailbox = streamId("wife")

/** `given`: another policy than the story's own, or ids that are one person. */
export function caseStory(
  sha256: (text: string) => string = storyHash,
  given: { readonly policy?: Policy; readonly person?: (member: string) => string } = {},
) {
  const { policy = storyPolicy, ...more } = given
  const env = { sha256, policies: pinPolicies([policy, storyPolicyInForce], sha256), ...more }
  const pins = env.policies.map(pinOf) as [PolicyPin, PolicyPin]
  const story = storyOf(caseKind, env)
  return {
    env,
    pins,
    says: story.says,
    tells: story.tells,
    moves: story.moves,
    lines: story.lines,
    get state() {
      return story.state
    },
    get folded() {
      return story.folded
    },
    opens(): void {
      story.tells("anna", "open-case", { policy: pins[0], title: "Family P." })
    },
    /** The father and, where asked for, wife and daughter. */
    opensWithFamily(): void {
      this.opens()
      story.tells("anna", "add-person", {
        person: "pavel",
        relation: "principal",
        names: [
          { script: "cyrillic", surname: "Пробный", given: "Павел" },
          { script: "latin", surname: "Probnyi", given: "Pavel" },
        ],
        born: "1988-04-03",
        countryOfBirth: "RU",
        aNumbers: ["A087654321"],
      })
      story.tells("anna", "add-person", {
        person: "dina",
        relation: "spouse",
        names: [{ script: "cyrillic", surname: "Пробная", given: "Дина" }],
        born: "1990-01-02",
      })
      story.tells("anna", "add-person", {
        person: "maya",
        relation: "child",
        names: [{ script: "cyrillic", surname: "Пробная", given: "Майя" }],
        born: "2020-05-06",
      })
    },
    joins(): Told {
      return story.tells("anna", "join-request", {
        ask: wifesMailbox,
        requestHash: storyHash("request"),
        asker: { name: "Дина Пробная", relation: "wife" },
        people: [
          { index: 0, person: "pavel" },
          { index: 1, person: "maya" },
        ],
      })
    },
    consents(person: string, scope: string, by: object = { who: "person" }, id = `${person}-${scope}`): Told {
      const at = storyStart
      return story.tells("anna", "give-consent", {
        id,
        consent: { person, scope, givenBy: by, how: "written", version: 1, language: "ru", at },
      })
    },
    /** A claim with a verified record and a second source. */
    proves(person = "pavel", claim = "picket"): void {
      story.tells("anna", "state-claim", { claim, person, kind: "protest", what: "stood with a poster", when: "2022-03-06", core: true })
      const item = { claims: [claim], authenticity: "verified", identity: "verified" }
      story.tells("anna", "bind-evidence", {
        evidence: `${claim}-1`,
        statement: "a court's ruling",
        ...item,
        source: "official-record",
        origin: "court",
      })
      story.tells("vera", "bind-evidence", {
        evidence: `${claim}-2`,
        statement: "a newspaper",
        ...item,
        source: "media",
        origin: "newspaper",
      })
    },
    readsBlind(
      claim = "picket",
      findings: readonly [string, string] = ["established", "established"],
      readers: readonly [string, string] = ["vera", "boris"],
    ): void {
      const salt = (i: number) => storyHash(`salt${i}${claim}`)
      readers.forEach((by, i) =>
        story.tells(by, "commit-reading", { claim, commitment: commitmentOf(sha256, salt(i), claim, by, findings[i] ?? "") }),
      )
      readers.forEach((by, i) => story.tells(by, "reveal-reading", { claim, finding: findings[i], salt: salt(i) }))
    },
    recommendation(person = "pavel", more: object = {}) {
      const id = `r${story.folded.seq}`
      const basis = { evidence: standingEvidence(story.state, person), policyHash: pins[0].hash }
      return { recommendation: id, person, kind: "finding", outcome: "met", reasons: { en: "shown by two sources" }, basis, ...more }
    },
    recommends(by = "anna", person = "pavel", more: object = {}): Told {
      return story.tells(by, "recommend", this.recommendation(person, more))
    },
    finds(person = "pavel"): Told {
      this.recommends("anna", person)
      return story.tells("boris", "approve", { entry: story.folded.hash })
    },
  }
}
export type CaseStory = ReturnType<typeof caseStory>
