// What a programme's policy must say. Policy judges, so each version is pinned in a stream by its hash and none is ever removed.
import type { ConsentScope } from "../consent/scope.ts"
import type { AnnexAllow } from "../proposals/annex.ts"
import type { Authenticity, Identity, Source } from "./item.ts"

export interface EvidenceStandard {
  readonly id: string
  /** Source classes that can be the record of the act itself. */
  readonly primarySources: readonly Source[]
  /** Further classes for one kind of claim: a speech is its own publication. */
  readonly primaryByKind: Readonly<Record<string, readonly Source[]>>
  readonly independentOrigins: number
  readonly neverIndependent: readonly Source[]
  readonly countingAuthenticity: readonly Authenticity[]
  /** How surely the primary record must be about this person. */
  readonly identityOfPrimary: readonly Identity[]
  /** How surely any other counting item must be. */
  readonly identityOfSupport: readonly Identity[]
  readonly readers: number
  /** A reader who finds a claim not established stands in the way until heard: another look, or an answer with a reason. */
  readonly dissentBars: boolean
  /** How many claims must be met; the rest support. */
  readonly claimsToMeet: number
  /** An open contradiction on any claim leaves the whole dossier unmet. */
  readonly contradictionBarsAll: boolean
}

export const instrumentStates = ["NONE", "DRAFT", "SIGNED", "IN_FORCE", "SUSPENDED", "EXPIRED"] as const
export type InstrumentState = (typeof instrumentStates)[number]

/** Whether Canada has decided anything, and the key of the sentence that says so everywhere. */
export interface Instrument {
  readonly state: InstrumentState
  readonly sentence: string
}

export const roles = ["intake", "caseworker", "verifier", "decider", "liaison", "administrator"] as const
export type Role = (typeof roles)[number]

/** `referral`: to Canada. `note`: a note verbale to the United States with its annex. */
export const proposalKinds = ["referral", "note"] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** Acts that need a second person, or a role. */
export type Signature = "read" | "recommend" | "approve" | "release" | "split" | "lower-urgency" | "purge"

export interface ConsentRules {
  readonly needed: Readonly<Record<ProposalKind, readonly ConsentScope[]>>
  /** Everyone named by a family code must have agreed to be shown as family. */
  readonly familyCode: ConsentScope
  readonly adultAt: number
  /** From this age a child's own assent is needed beside the guardian's consent. */
  readonly assentFrom: number
  readonly writtenWithinHours: number
  /** Version of the consent texts that were read out or signed. */
  readonly textVersion: number
}

export interface Policy {
  /** `russia-canada/1` */
  readonly id: string
  readonly version: number
  readonly standard: EvidenceStandard
  readonly consents: ConsentRules
  readonly signers: Readonly<Record<Signature, readonly Role[]>>
  readonly annex: Readonly<Record<ProposalKind, AnnexAllow>>
  readonly neverDisclose: readonly string[]
  /** Whether an approval counts only with a touch of a passkey. Absent: a member's key alone suffices, and it is shown which it was. */
  readonly touchNeeded?: boolean
  readonly instrument: Instrument
}

/** The canonical text of a policy, for hashing elsewhere: JSON with sorted keys and no blanks. */
export function policyText(policy: Policy): string {
  return canonical(policy)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error("a policy holds whole numbers only")
  return JSON.stringify(value)
}

/** The same policy under another state of Canada's instrument: a new version, never an edit. */
export function withInstrument(policy: Policy, state: InstrumentState, sentence = sentenceOf(state)): Policy {
  const version = policy.version + 1
  return { ...policy, id: policy.id.replace(/\/\d+$/, `/${version}`), version, instrument: { state, sentence } }
}

export function sentenceOf(state: InstrumentState): string {
  return `instrument-${state.toLowerCase().replaceAll("_", "-")}`
}

/** Only in force does a finding become the decision that Canada was asked for. */
export function documentOf(instrument: Instrument): "finding" | "decision" {
  return instrument.state === "IN_FORCE" ? "decision" : "finding"
}
