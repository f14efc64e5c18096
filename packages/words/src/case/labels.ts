// One label for every name that the case's actions, the proceeding's events and the law can use. Typed by them: a gap does not compile.
import type { ActionName, CanadaRung, CaseStage, InputOf, KitItem } from "@safe-conduct/domain/case"
import type { DeadlineStatus, Files, Flag, RuleKind, UrgencyTrigger } from "@safe-conduct/domain/clock"
import type { CompartmentInputOf } from "@safe-conduct/domain/compartment"
import type { ConsentScope } from "@safe-conduct/domain/consent"
import type { DecisionKind, DecisionOutcome } from "@safe-conduct/domain/decision"
import type { Authenticity, Identity, ProposalKind, RequirementId, Source } from "@safe-conduct/domain/evidence"
import type { FamilyState } from "@safe-conduct/domain/family"
import type { EventType, Outcome, ProceedingEvent } from "@safe-conduct/domain/proceeding"
import type { ProposalAnswer, ProposalStage } from "@safe-conduct/domain/proposals"
import type { MailboxStatus } from "@safe-conduct/domain/request"

export type Labels<K extends string> = Readonly<Record<K, string>>

type EventOf<T extends EventType> = Extract<ProceedingEvent, { type: T }>
type Given<N extends ActionName, K extends keyof InputOf<N>> = NonNullable<InputOf<N>[K]> & string
type Of<T extends EventType, K extends keyof EventOf<T>> = NonNullable<EventOf<T>[K]> & string

/** The closed lists that a form offers, by a short name. */
export interface Picklists {
  readonly relation: Labels<Given<"add-person", "relation">>
  readonly where: Labels<Given<"record-custody", "where">>
  readonly how: Labels<Given<"record-custody", "how">>
  readonly outcome: Labels<Outcome>
  readonly orderForm: Labels<Of<"ij.decision", "form">>
  readonly appeal: Labels<Of<"ij.decision", "appeal">>
  readonly fear: Labels<Of<"cf.determination", "result">>
  readonly fearReview: Labels<Of<"cf.ij-review", "result">>
  readonly board: Labels<Of<"bia.decision", "outcome">>
  readonly motion: Labels<Of<"motion.filed", "kind">>
  readonly courtOrder: Labels<Of<"court.order", "kind">>
  readonly heldBy: Labels<Of<"travel-document", "heldBy">>
  readonly confidence: Labels<Of<"removal.scheduled", "confidence">>
  readonly hearing: Labels<Of<"hearing.scheduled", "kind">>
  readonly counselFor: Labels<Given<"record-counsel", "for">>
  readonly note: Labels<Given<"write-note", "kind">>
  readonly direction: Labels<Given<"write-note", "direction">>
  readonly publicity: Labels<Given<"set-publicity", "publicity">>
  readonly activity: Labels<Given<"state-claim", "kind">>
  readonly source: Labels<Source>
  readonly authenticity: Labels<Authenticity>
  readonly identity: Labels<Identity>
  readonly scope: Labels<ConsentScope>
  readonly givenBy: Labels<InputOf<"give-consent">["consent"]["givenBy"]["who"]>
  readonly consentHow: Labels<InputOf<"give-consent">["consent"]["how"]>
  readonly withdrawnBy: Labels<Given<"withdraw-consent", "by">>
  readonly wish: Labels<Given<"record-wish", "wish">>
  readonly wishHow: Labels<Given<"record-wish", "how">>
  readonly holder: Labels<Given<"record-guardianship", "holder">>
  readonly otherParent: Labels<Given<"record-guardianship", "otherParent">>
  readonly bestInterests: Labels<Given<"record-guardianship", "bestInterests">>
  readonly vehicle: Labels<Given<"plan-transfer", "vehicle">>
  readonly government: Labels<Given<"record-decision", "government">>
  readonly closeAs: Labels<Given<"close-case", "as">>
  readonly lowerTo: Labels<Given<"lower-urgency", "to">>
  readonly reading: Labels<Given<"reveal-reading", "finding">>
  readonly kind: Labels<DecisionKind>
  readonly conclusion: Labels<DecisionOutcome>
  readonly status: Labels<MailboxStatus>
  readonly country: Labels<"RU" | "BY" | "UA" | "KZ" | "KG" | "UZ" | "TJ" | "TM" | "AM" | "AZ" | "GE" | "MD" | "US" | "CA">
  readonly proposal: Labels<ProposalKind>
  readonly answer: Labels<ProposalAnswer>
  readonly step: Labels<Given<"cite-proposal", "step">>
  readonly compartment: Labels<Given<"name-compartment", "kind">>
  readonly kit: Labels<KitItem>
  readonly voucherWhere: Labels<CompartmentInputOf<"add-voucher">["where"]>
  readonly adverseOutcome: Labels<CompartmentInputOf<"answer-adverse">["outcome"]>
}
export type PicklistName = keyof Picklists

/** Every rule of the programme's law; a test holds this list to the law's own. */
export type RuleId =
  | "US.BIA.APPEAL.30"
  | "US.BIA.APPEAL.10.IFR"
  | "US.BIA.BRIEF.20"
  | "US.PFR.30"
  | "US.MTR.90"
  | "US.RECON.30"
  | "US.MTR.CCC"
  | "US.ABS.180"
  | "US.ABS.NOTICE_CUSTODY"
  | "US.RP.90"
  | "US.POCR.180"
  | "US.ZADV.6M"
  | "US.CF.IJ.7"
  | "US.CF.RECON.7"
  | "US.3C.NOTICE.24H"
  | "US.3C.NOTICE.6H"
  | "US.COUNTRY.REPLY.30"
  | "US.VD.BOND.5B"
  | "US.ADDR.5B"
  | "US.I589.1Y"
  | "CA.STCA.14"
  | "CA.CLAIM.1Y"
  | "CA.OYW.1Y"
  | "CA.PSR.PAUSE"
  | "SYS.CONSENT.WRITTEN"
  | "SYS.RETAIN"

export type GapCode =
  | "verify-authenticity"
  | "link-to-person"
  | "add-primary-record"
  | "add-independent-source"
  | "verify-identity"
  | "link-primary-record"
  | "answer-contrary-item"
  | "give-reason"
  | "close-doubt"
  | "answer-dissent"
  | "ask-reader"

export type BlockCode =
  | "custody-unknown"
  | "no-court-order"
  | "agency-silent"
  | "other-parent-silent"
  | "other-parent-refuses"
  | "no-best-interests"
  | "has-not-spoken"
  | "wants-to-stay"
  | "split-without-reason"
  | "split-by-one"
  | "split-leaves-open"
  | "split-not-agreed"
  | "stays"
  | "nobody-named"
export type UnblockCode =
  | "record-who-holds-the-child"
  | "court-order"
  | "placement-agency"
  | "other-parent-declaration"
  | "court-order-on-departure"
  | "best-interests-determination"
  | "best-interests-assessment"
  | "own-decision"
  | "own-consent"
  | "give-reason"
  | "second-member"
  | "say-who-goes-and-who-stays"
  | "split-decision"
  | "name-a-person"

export type StayBasis = "court-stay" | "court-order" | "appeal-pending" | "appeal-window" | "rescission-motion"
export type FinalBasis = "board-dismissed" | "in-absentia" | "waived" | "lapsed" | "departure-overstayed" | "expedited"
export type Because =
  | "replaced"
  | "waived"
  | "nothing-to-appeal"
  | "removed"
  | "order-ended"
  | "court-stayed-removal"
  | "decided"
  | "reversed"
  | "released"
export type ArguableWhy = "written-decision-later" | "later-decision" | "state-holiday" | "executive-closure"

export interface CaseLabels {
  /** A noun phrase: the form's title, the button and the line in the log. */
  readonly actions: Labels<ActionName>
  readonly events: Labels<EventType>
  readonly pick: Picklists
  readonly rules: Labels<RuleId>
  readonly ruleKinds: Labels<RuleKind>
  readonly deadline: Labels<DeadlineStatus>
  readonly files: Labels<Files>
  readonly because: Labels<Because>
  readonly arguable: Labels<ArguableWhy>
  readonly levels: Labels<"E" | "U" | "H" | "N">
  readonly triggers: Labels<UrgencyTrigger>
  readonly flags: Labels<Flag>
  readonly stay: Labels<StayBasis>
  readonly final: Labels<FinalBasis>
  readonly rungs: Labels<CanadaRung>
  readonly stages: Labels<CaseStage>
  readonly requirements: Labels<RequirementId | "told">
  readonly gaps: Readonly<Record<GapCode, (params: Readonly<Record<string, string | number>>) => string>>
  readonly family: Labels<FamilyState>
  readonly blocks: Labels<BlockCode>
  /** What would lift a block. */
  readonly unblocks: Labels<UnblockCode>
  readonly proposalStages: Labels<ProposalStage>
}
