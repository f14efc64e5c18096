// What two members have signed, and what still waits for the second.
import { type Approvable, approvables } from "../approvable.ts"
import { assessmentOf } from "../find.ts"
import type { CaseRow, CaseState } from "../state.ts"
import { firstTouch, type Touch } from "../touched.ts"

export const approvalOf = (state: CaseState, entry: string): CaseRow<"approvals"> | null =>
  state.approvals.find((row) => row.entry === entry) ?? null

export type Waiting = Approvable & {
  /** Something frozen was touched since: it must be proposed anew. */
  readonly void: Touch | null
}

/** Proposed by one and signed by nobody else yet, oldest first. */
export const waitingSignatures = (state: CaseState): readonly Waiting[] =>
  approvables(state)
    .filter((one) => approvalOf(state, one.row.made.hash) === null)
    .map((one) => ({ ...one, void: firstTouch(state, one) }))

export interface Finding {
  readonly recommendation: CaseRow<"recommendations">
  readonly approval: CaseRow<"approvals">
  /** Evidence that has been struck, reassessed or added since: the finding stands as signed, and someone should look. */
  readonly changed: readonly string[]
}

/** The finding or decision that stands for a person: the last that two members signed. */
export function findingOf(state: CaseState, person: string): Finding | null {
  const signed = state.recommendations.flatMap((recommendation) => {
    const approval = recommendation.person === person ? approvalOf(state, recommendation.made.hash) : null
    return approval === null ? [] : [{ recommendation, approval }]
  })
  const last = signed.toSorted((a, b) => a.approval.made.seq - b.approval.made.seq).at(-1)
  if (last === undefined) return null
  const frozen = last.recommendation.basis.evidence
  return { ...last, changed: frozen.filter((item) => assessmentOf(state, item.id)?.made.hash !== item.hash).map((item) => item.id) }
}

export interface SignedSplit {
  readonly split: CaseRow<"splits">
  readonly approval: CaseRow<"approvals"> | null
}

/** The last split proposed, and the second signature under it where there is one. */
export function splitOf(state: CaseState): SignedSplit | null {
  const split = state.splits.at(-1)
  return split === undefined ? null : { split, approval: approvalOf(state, split.made.hash) }
}

export type LetterStatus = "issued" | "replaced" | "withdrawn"

export function letterStatus(state: CaseState, number: string): { readonly status: LetterStatus; readonly replacedBy?: string } | null {
  if (!state.letters.some((row) => row.number === number)) return null
  const withdrawn = state.letterWithdrawals.findLast((row) => row.number === number && approvalOf(state, row.made.hash) !== null)
  if (withdrawn === undefined) return { status: "issued" }
  return withdrawn.replacedBy === undefined ? { status: "withdrawn" } : { status: "replaced", replacedBy: withdrawn.replacedBy }
}

/** A lowering that two members signed and that no later event, place or removal of hers has overtaken. */
export function loweredTo(state: CaseState, person: string): CaseRow<"lowerings"> | null {
  const last = state.lowerings.findLast((row) => row.person === person && approvalOf(state, row.made.hash) !== null)
  if (last === undefined) return null
  const news = [...state.events, ...state.custody, ...state.removals].some((row) => row.person === person && row.made.seq > last.made.seq)
  return news ? null : last
}
