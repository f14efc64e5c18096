// A folded proposal: one referral to Canada, or one note verbale with its annex, over people of several cases. Plain data only.
import type { Guard, Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { AddCandidate } from "./actions/add-candidate.ts"
import type { Approve } from "./actions/approve.ts"
import type { CheckCandidate } from "./actions/check-candidate.ts"
import type { DropCandidate } from "./actions/drop-candidate.ts"
import type { Freeze } from "./actions/freeze.ts"
import type { OpenProposal } from "./actions/open-proposal.ts"
import type { Recall } from "./actions/recall.ts"
import type { RecordAnswer } from "./actions/record-answer.ts"
import type { RecordSent } from "./actions/record-sent.ts"
import type { Release } from "./actions/release.ts"
import type { WriteNote } from "./actions/write-note.ts"

type Table<Input> = readonly Row<Input>[]
/** Where the case and the mailboxes stood when the facts were checked. */
interface Checked {
  readonly heads: readonly Guard[]
}

export interface ProposalState {
  readonly opened: Row<OpenProposal> | null
  readonly candidates: Table<AddCandidate & Checked>
  readonly checks: Table<CheckCandidate & Checked>
  readonly drops: Table<DropCandidate>
  readonly freezes: Table<Freeze>
  readonly approvals: Table<Approve>
  readonly releases: Table<Release>
  readonly sent: Table<RecordSent>
  readonly answers: Table<RecordAnswer>
  readonly recalls: Table<Recall>
  readonly notes: Table<WriteNote>
  readonly struck: readonly Struck[]
}

export const emptyProposalState: ProposalState = {
  opened: null,
  candidates: [],
  checks: [],
  drops: [],
  freezes: [],
  approvals: [],
  releases: [],
  sent: [],
  answers: [],
  recalls: [],
  notes: [],
  struck: [],
}
