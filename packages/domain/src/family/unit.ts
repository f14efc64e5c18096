// The facts about a family that decide whether it may move: who belongs, what each wants, who holds the children.
import type { PlainDate } from "../time/plain-date.ts"

export type FamilyRelation = "principal" | "spouse" | "child" | "parent" | "sibling" | "other"
export type Whereabouts = "detained" | "free" | "foster-care" | "orr" | "unknown"
export type Wish = "go" | "stay" | "silent"

/** What must be on paper before a child in someone else's hands can travel. */
export interface ChildCustody {
  /** `with-family`: lives with a parent of this unit. */
  readonly holder: "with-family" | "other-parent" | "court" | "placement-agency" | "orr" | "unknown"
  readonly courtOrder: boolean
  readonly agencyAgrees: boolean
  /** The declaration of a parent who does not travel (IMM 5604). */
  readonly otherParent: "declared" | "deceased" | "travels" | "no-other-parent" | "refuses" | "silent"
}

export type BestInterests = "none" | "assessed" | "determined"

export interface FamilyMember {
  readonly person: string
  readonly relation: FamilyRelation
  readonly born?: PlainDate | undefined
  readonly where: Whereabouts
  readonly wish: Wish
  /** What `satisfies` said of the consents that a proposal needs: nothing missing, or the first code that is. */
  readonly consentMissing: string | null
  readonly custody?: ChildCustody | undefined
  readonly bestInterests?: BestInterests | undefined
}

/** A reasoned decision that some go first. By two members, and agreed to by every adult it leaves or takes. */
export interface FamilySplit {
  readonly going: readonly string[]
  readonly staying: readonly string[]
  readonly reason: string
  readonly decidedBy: readonly string[]
  readonly agreedBy: readonly string[]
  readonly bestInterests: BestInterests
}

export interface FamilyFacts {
  readonly members: readonly FamilyMember[]
  readonly split?: FamilySplit | null | undefined
}

export type FamilyState = "COMPLETE" | "PARTIAL_CONSENTED" | "SPLIT_PENDING" | "BLOCKED_CUSTODY" | "BLOCKED_CONSENT"

/** One thing that stands in the way, and what would lift it. */
export interface FamilyBlock {
  readonly person: string | null
  readonly code: string
  readonly unblock: string
}

export interface FamilyReadiness {
  readonly state: FamilyState
  readonly blocks: readonly FamilyBlock[]
  /** Who may be put into a proposal now. */
  readonly mayGo: readonly string[]
}
