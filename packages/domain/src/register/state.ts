// What belongs to the desk and to no single family: keys it opens requests with, numbers it gives, letters it stands behind,
// requests that became no case, sightings, duty, notices. Plain data; later rows win.
import type { PolicyPin } from "../decision/policy-pin.ts"
import type { Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { AddToSighting } from "./actions/add-to-sighting.ts"
import type { ConfirmRecovery } from "./actions/confirm-recovery.ts"
import type { HoldIntakeKey } from "./actions/hold-intake-key.ts"
import type { HoldPaperKey } from "./actions/hold-paper-key.ts"
import type { HoldReplyKey } from "./actions/hold-reply-key.ts"
import type { LeaveShift } from "./actions/leave-shift.ts"
import type { MarkSpoken } from "./actions/mark-spoken.ts"
import type { NameProposal } from "./actions/name-proposal.ts"
import type { PublishLetter } from "./actions/publish-letter.ts"
import type { ReconcileSighting } from "./actions/reconcile-sighting.ts"
import type { RecordRecovery } from "./actions/record-recovery.ts"
import type { RecordSighting } from "./actions/record-sighting.ts"
import type { SetDuty } from "./actions/set-duty.ts"
import type { SetNotice } from "./actions/set-notice.ts"
import type { SetRota } from "./actions/set-rota.ts"
import type { TakeNoteNumber } from "./actions/take-note-number.ts"
import type { TakeShift } from "./actions/take-shift.ts"
import type { TellSighting } from "./actions/tell-sighting.ts"
import type { TriageRequest } from "./actions/triage-request.ts"
import type { LawTables } from "./law.ts"
import type { PurgeTables } from "./purge.ts"
import type { StatementTables } from "./statements.ts"

type Table<Input> = readonly Row<Input>[]

export interface RegisterState extends PurgeTables, LawTables, StatementTables {
  readonly policies: Table<{ readonly policy: PolicyPin }>
  readonly intakeKeys: Table<HoldIntakeKey>
  readonly replyKeys: Table<HoldReplyKey>
  readonly proposals: Table<NameProposal>
  readonly noteNumbers: Table<TakeNoteNumber>
  readonly letters: Table<PublishLetter>
  readonly triaged: Table<TriageRequest>
  readonly sightings: Table<RecordSighting>
  readonly reconciled: Table<ReconcileSighting>
  /** Names that a sighting was given later, and who was told of it; absent until the first, as below. */
  readonly added?: Table<AddToSighting>
  readonly toldOf?: Table<TellSighting>
  readonly duty: Table<SetDuty>
  readonly notices: Table<SetNotice>
  /** The week of duty, the last one in force; absent until the first, as below. */
  readonly rotas?: Table<SetRota>
  /** What was said at the end of a shift, and who carried on. */
  readonly shifts?: Table<LeaveShift>
  readonly shiftsTaken?: Table<TakeShift>
  /** Absent until the first one, so that histories from before it was known fold to what they always did. */
  readonly recoveries?: Table<RecordRecovery>
  readonly recoveriesConfirmed?: Table<ConfirmRecovery>
  readonly paperKeys?: Table<HoldPaperKey>
  readonly spokenCodes?: Table<MarkSpoken>
  readonly struck: readonly Struck[]
}

export const emptyRegisterState: RegisterState = {
  policies: [],
  intakeKeys: [],
  replyKeys: [],
  proposals: [],
  noteNumbers: [],
  letters: [],
  triaged: [],
  sightings: [],
  reconciled: [],
  duty: [],
  notices: [],
  struck: [],
}
