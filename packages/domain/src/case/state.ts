// The folded case: plain data, nothing computed. One table for each thing that can be said; each row is what was said, with how it
// came to stand (`made`). Later rows win, struck rows are gone from here into `struck`. What follows from it all is in the views.
import type { PolicyPin } from "../decision/policy-pin.ts"
import type { Guard, Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { AddPerson } from "./actions/add-person.ts"
import type { AddTask } from "./actions/add-task.ts"
import type { AnswerRequest } from "./actions/answer-request.ts"
import type { Approve } from "./actions/approve.ts"
import type { AskNext } from "./actions/ask-next.ts"
import type { Asked } from "./actions/asked.ts"
import type { BindEvidence } from "./actions/bind-evidence.ts"
import type { ChangeRoster } from "./actions/change-roster.ts"
import type { CiteProposal } from "./actions/cite-proposal.ts"
import type { CloseCase } from "./actions/close-case.ts"
import type { CloseDoubt } from "./actions/close-doubt.ts"
import type { CommitReading } from "./actions/commit-reading.ts"
import type { ConfirmCode } from "./actions/confirm-code.ts"
import type { ConfirmConsent } from "./actions/confirm-consent.ts"
import type { DescribePerson } from "./actions/describe-person.ts"
import type { FillKit } from "./actions/fill-kit.ts"
import type { FinishTask } from "./actions/finish-task.ts"
import type { GiveCaseWord } from "./actions/give-case-word.ts"
import type { GiveConsent } from "./actions/give-consent.ts"
import type { HandOver } from "./actions/hand-over.ts"
import type { HearCode } from "./actions/hear-code.ts"
import type { Hold } from "./actions/hold.ts"
import type { IssueLetter } from "./actions/issue-letter.ts"
import type { JoinRequest } from "./actions/join-request.ts"
import type { KeepFile } from "./actions/keep-file.ts"
import type { KeepMessage } from "./actions/keep-message.ts"
import type { LinkCode } from "./actions/link-code.ts"
import type { LowerUrgency } from "./actions/lower-urgency.ts"
import type { MarkSpoken } from "./actions/mark-spoken.ts"
import type { NameCompartment } from "./actions/name-compartment.ts"
import type { OpenCase } from "./actions/open-case.ts"
import type { PassTask } from "./actions/pass-task.ts"
import type { PlanTransfer } from "./actions/plan-transfer.ts"
import type { ProposeSplit } from "./actions/propose-split.ts"
import type { PutCodeAside } from "./actions/put-code-aside.ts"
import type { RaiseDoubt } from "./actions/raise-doubt.ts"
import type { ReassessEvidence } from "./actions/reassess-evidence.ts"
import type { Recommend } from "./actions/recommend.ts"
import type { RecordAftermath } from "./actions/record-aftermath.ts"
import type { RecordArrival } from "./actions/record-arrival.ts"
import type { RecordCounsel } from "./actions/record-counsel.ts"
import type { RecordCustody } from "./actions/record-custody.ts"
import type { RecordDecision } from "./actions/record-decision.ts"
import type { RecordEvent } from "./actions/record-event.ts"
import type { RecordGuardianship } from "./actions/record-guardianship.ts"
import type { RecordRemoval } from "./actions/record-removal.ts"
import type { RecordWish } from "./actions/record-wish.ts"
import type { ReopenCase } from "./actions/reopen-case.ts"
import type { RevealReading } from "./actions/reveal-reading.ts"
import type { ReviewUrgency } from "./actions/review-urgency.ts"
import type { SetPublicity } from "./actions/set-publicity.ts"
import type { StateClaim } from "./actions/state-claim.ts"
import type { TakeCase } from "./actions/take-case.ts"
import type { WithdrawConsent } from "./actions/withdraw-consent.ts"
import type { WithdrawLetter } from "./actions/withdraw-letter.ts"
import type { WriteNote } from "./actions/write-note.ts"

type Table<Input> = readonly Row<Input>[]

export interface CaseState {
  readonly opened: Row<OpenCase> | null
  readonly policies: Table<{ readonly policy: PolicyPin }>
  readonly people: Table<AddPerson>
  readonly descriptions: Table<DescribePerson>
  readonly events: Table<RecordEvent>
  readonly custody: Table<RecordCustody>
  readonly counsel: Table<RecordCounsel>
  readonly wishes: Table<RecordWish>
  readonly guardianships: Table<RecordGuardianship>
  readonly requests: Table<JoinRequest>
  readonly notes: Table<WriteNote>
  readonly answers: Table<AnswerRequest>
  readonly consents: Table<GiveConsent>
  readonly withdrawals: Table<WithdrawConsent>
  readonly claims: Table<StateClaim>
  readonly files: Table<KeepFile>
  /** Absent until the first one, so that histories from before it was known fold to what they always did. */
  readonly messages?: Table<KeepMessage>
  /** Those below likewise. What the code asked, who confirmed it, what was put aside. */
  readonly codeWishes?: Table<HearCode>
  readonly codeConfirmed?: Table<ConfirmCode>
  readonly codePutAside?: Table<PutCodeAside>
  readonly caseWords?: Table<GiveCaseWord>
  /** Mailboxes whose words others may have heard. */
  readonly spokenCodes?: Table<MarkSpoken>
  /** A later request in the place of an earlier one, whose words were lost. */
  readonly codeLinks?: Table<LinkCode>
  readonly compartments?: Table<NameCompartment>
  /** Of the ready kit, what a member said is here. */
  readonly kit?: Table<FillKit>
  /** Spoken consents that a second member heard said again. */
  readonly consentsConfirmed?: Table<ConfirmConsent>
  /** Tasks taken and handed on. */
  readonly tasksPassed?: Table<PassTask>
  readonly evidence: Table<BindEvidence>
  readonly reassessments: Table<ReassessEvidence>
  readonly doubts: Table<RaiseDoubt>
  readonly doubtAnswers: Table<CloseDoubt>
  readonly commitments: Table<CommitReading>
  readonly readings: Table<RevealReading>
  readonly recommendations: Table<Recommend>
  readonly splits: Table<ProposeSplit>
  readonly lowerings: Table<LowerUrgency>
  readonly letterWithdrawals: Table<WithdrawLetter>
  /** Of recommendations, splits, lowerings and withdrawals of letters, each by the hash of its entry. */
  readonly approvals: Table<Approve>
  readonly letters: Table<IssueLetter>
  readonly reviews: Table<ReviewUrgency>
  readonly owners: Table<TakeCase>
  readonly tasks: Table<AddTask>
  readonly tasksDone: Table<FinishTask>
  readonly holds: Table<Hold>
  readonly questions: Table<AskNext>
  readonly asked: Table<Asked>
  readonly publicity: Table<SetPublicity>
  readonly decisions: Table<RecordDecision>
  readonly proposals: Table<CiteProposal>
  readonly transfers: Table<PlanTransfer>
  readonly handOvers: Table<HandOver>
  readonly arrivals: Table<RecordArrival>
  /** `mailboxes`: where each mailbox that names her stood when it was recorded. */
  readonly removals: Table<RecordRemoval & { readonly mailboxes: readonly Guard[] }>
  readonly aftermath: Table<RecordAftermath>
  readonly closings: Table<CloseCase>
  readonly reopenings: Table<ReopenCase>
  /** Of a restricted case; absent until the first one. */
  readonly rosterChanges?: Table<ChangeRoster>
  readonly struck: readonly Struck[]
}

export type CaseTable = Exclude<keyof CaseState, "opened" | "struck">
export type CaseRow<T extends CaseTable> = NonNullable<CaseState[T]>[number]

export const emptyCaseState: CaseState = {
  opened: null,
  policies: [],
  people: [],
  descriptions: [],
  events: [],
  custody: [],
  counsel: [],
  wishes: [],
  guardianships: [],
  requests: [],
  notes: [],
  answers: [],
  consents: [],
  withdrawals: [],
  claims: [],
  files: [],
  evidence: [],
  reassessments: [],
  doubts: [],
  doubtAnswers: [],
  commitments: [],
  readings: [],
  recommendations: [],
  splits: [],
  lowerings: [],
  letterWithdrawals: [],
  approvals: [],
  letters: [],
  reviews: [],
  owners: [],
  tasks: [],
  tasksDone: [],
  holds: [],
  questions: [],
  asked: [],
  publicity: [],
  decisions: [],
  proposals: [],
  transfers: [],
  handOvers: [],
  arrivals: [],
  removals: [],
  aftermath: [],
  closings: [],
  reopenings: [],
  struck: [],
}

/** Closed as long as the last closing was not followed by a reopening. */
export const isClosed = (state: CaseState): boolean => (state.closings.at(-1)?.made.seq ?? -1) > (state.reopenings.at(-1)?.made.seq ?? -1)
