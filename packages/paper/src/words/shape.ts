// Every word that paper prints, by document. Each language file must `satisfies` this: a gap does not compile.
import type { ConsentScope } from "../consent-scope.ts"

export interface PaperWords {
  readonly page: (page: number, of: number) => string
  readonly person: { latin: string; cyrillic: string; born: string; aNumber: string; citizenship: string; about: string }
  readonly letter: {
    number: (number: string) => string
    ladderHead: readonly [string, string]
    ladderCaption: (claim: number) => string
    requirement: Readonly<Record<Requirement, string>>
    source: Readonly<Record<Source, string>>
    nothingOpen: string
    readers: (count: number) => string
    when: (when: string) => string
    basis: string
    standard: string
    version: (version: string) => string
    policy: string
    evidence: string
    evidenceCount: (count: number) => string
    evidenceDigest: string
    signers: string
    signersHead: readonly [string, string, string]
    role: Readonly<Record<SignerRole, string>>
    member: (member: string) => string
    check: string
    checkHow: string
    checkMark: string
    checkEntry: string
    replaces: (number: string) => string
  }
  readonly finding: {
    disclaimer: string
    title: string
    running: (number: string) => string
    found: string
    foundIntro: string
    limits: string
    limitsItems: readonly string[]
  }
  readonly decision: {
    title: string
    running: (number: string) => string
    outcome: Readonly<Record<Outcome, string>>
    authority: string
    reference: string
    inForceSince: string
    reasons: string
    found: string
    foundIntro: string
    after: string
    afterItems: Readonly<Record<Outcome, readonly string[]>>
  }
  readonly consent: ConsentWords
  readonly codeCard: {
    title: string
    under: string
    running: string
    keep: readonly string[]
    keepTitle: string
    open: (address: string) => string
    back: string
    backNever: string
  }
}

export type Requirement = "primary-record" | "two-independent-sources" | "identity-link" | "no-open-contradiction" | "two-readers"
export type Source = "official-record" | "organisation-letter" | "publication" | "media" | "witness" | "own-statement" | "document"
export type SignerRole = "recommends" | "approves"
export type Outcome = "favourable" | "unfavourable" | "deferred"

export interface ConsentWords {
  title: string
  running: (version: string) => string
  intro: string
  asked: string
  mind: string
  rights: string
  rightsItems: readonly string[]
  answer: string
  yes: string
  no: string
  noHarm: string
  about: string
  method: string
  methodItems: readonly string[]
  sign: { person: string; guardian: string; assent: string; interpreter: string; witness: string; placeDate: string; name: string }
  version: string
  scope: Readonly<Record<ConsentScope, { title: string; says: string; mind: readonly string[] }>>
}

/** The two languages of diplomacy here: papers between governments exist in English and French. */
export interface StateWords {
  readonly referral: {
    title: string
    running: (number: string) => string
    notDecision: string
    inForceNote: (reference: string) => string
    to: string
    request: (count: number) => string
    people: string
    peopleHead: readonly [string, string, string, string, string, string]
    relation: Readonly<Record<"principal" | "spouse" | "child" | "parent" | "sibling" | "other", string>>
    family: string
    familySize: string
    familySizeIs: (count: number) => string
    readiness: string
    readinessIs: Readonly<Record<"complete" | "partial-consented" | "split-decided", string>>
    urgency: string
    urgencyLevel: Readonly<Record<"E" | "U" | "H" | "N", string>>
    urgencyWhy: string
    finding: string
    findingRef: (number: string, day: string) => string
    consent: string
    consentHead: readonly [string, string, string]
    consentHow: Readonly<Record<"written" | "oral-confirmed", string>>
    contact: string
    signers: string
  }
  readonly note: {
    title: (number: string) => string
    heading: string
    running: (number: string) => string
    draft: string
    opening: (from: string, to: string) => string
    ready: (count: string, annex: string, reference: string) => string
    considering: (count: string, annex: string) => string
    propose: string
    canada: string
    canadaItems: Readonly<Record<"admission" | "document-validity" | "no-onward-removal" | "cost", string>>
    states: string
    statesItems: Readonly<
      Record<
        "no-removal-pending-reply" | "notice-before-transfer" | "no-sharing-with-russia" | "family-coordination" | "return-of-documents",
        string
      >
    >
    reply: (by: string | null) => string
    annexHandling: string
    courtesy: (from: string, to: string) => string
    initials: string
    sealPlace: string
    annexes: string
    annexIs: (annex: string, count: string) => string
    persons: (count: number) => string
  }
  readonly annex: {
    title: (annex: string) => string
    under: (note: string, day: string) => string
    running: (annex: string, note: string, rows: number) => string
    handling: string
    caption: string
    head: readonly [string, string, string, string, string, string, string, string, string, string, string, string]
    vehicle: Readonly<Record<Vehicle, string>>
    document: Readonly<Record<CanadianDocument, string>>
    until: (day: string) => string
    need: Readonly<Record<"minor" | "escort" | "medical", string>>
    none: string
    total: (rows: number) => string
  }
  readonly situation: {
    title: string
    under: (day: string) => string
    running: (day: string) => string
    what: string
    numbers: string
    numbersHead: readonly [string, string]
    count: Readonly<Record<SituationCount, string>>
    places: string
    placesHead: readonly [string, string]
    fewerThanFive: string
    asks: string
    sources: string
  }
}

export type Vehicle =
  | "THIRD_COUNTRY_REMOVAL"
  | "WITHDRAW_APPLICATION"
  | "VOLUNTARY_DEPARTURE"
  | "SELF_REMOVAL_CONTROLLED"
  | "OSUP_RELEASE_AND_TRAVEL"
  | "NON_DETAINED_TRAVEL"
export type CanadianDocument = "single-journey-document" | "permanent-resident-visa" | "temporary-resident-permit" | "to-be-issued"
export type SituationCount =
  | "people"
  | "detained"
  | "finalOrder"
  | "dateWithinWeek"
  | "found"
  | "referred"
  | "proposed"
  | "received"
  | "removed"

export interface CellWords {
  title: string
  say: string
  sayItems: readonly string[]
  doNot: string
  doNotItems: readonly string[]
  writeDown: string
  blanks: readonly string[]
  ask: string
  askItems: readonly string[]
  phone: string
  send: string
}
