// What the register holds of the law: changes that one member proposed and another signed, lists of places, and who has read for
// which case what a change did to its dates. Tables begin with their first row, so that older histories keep their digests.
import type { LawChange } from "../overlay/change.ts"
import type { Row } from "../stream/line.ts"
import type { ApproveLawChange } from "./actions/approve-law-change.ts"
import type { HoldFacilities } from "./actions/hold-facilities.ts"
import type { NoteLawChange } from "./actions/note-law-change.ts"
import type { ProposeLawChange } from "./actions/propose-law-change.ts"
import type { RegisterState } from "./state.ts"

export interface LawTables {
  readonly facilityLists?: readonly Row<HoldFacilities>[]
  readonly lawChanges?: readonly Row<ProposeLawChange>[]
  readonly lawApprovals?: readonly Row<ApproveLawChange>[]
  readonly lawNotes?: readonly Row<NoteLawChange>[]
}

export interface SignedChange {
  readonly proposed: Row<ProposeLawChange>
  readonly approved: Row<ApproveLawChange>
}

/** In the order of the second signatures. */
export const signedChanges = (state: RegisterState): readonly SignedChange[] =>
  (state.lawApprovals ?? []).flatMap((approved) => {
    const proposed = state.lawChanges?.find((row) => row.made.hash === approved.entry)
    return proposed === undefined ? [] : [{ proposed, approved }]
  })

export const changesInForce = (state: RegisterState): readonly LawChange[] => signedChanges(state).map(({ proposed }) => proposed.change)

/** Proposed, and neither signed nor overtaken by a later one about the same thing. */
export const waitingChanges = (state: RegisterState): readonly Row<ProposeLawChange>[] =>
  (state.lawChanges ?? []).filter((row) => !(state.lawApprovals ?? []).some((one) => one.entry === row.made.hash))

/** Both moments are their authors' claims: within a day of one another the case is told rather than not. */
const doubtMs = 86_400_000

/**
 * How many of the signed changes the people of a case have read the effect of, or never had to: those signed before it was opened.
 * `openedAt` in milliseconds.
 */
export function changesRead(state: RegisterState, stream: string, openedAt: number): number {
  const signed = signedChanges(state)
  const noted = (state.lawNotes ?? [])
    .filter((row) => row.case === stream)
    .map((row) => signed.findIndex((one) => one.approved.made.hash === row.upTo) + 1)
  const older = signed.findLastIndex(({ approved }) => approved.made.at + doubtMs <= openedAt) + 1
  return Math.max(0, older, ...noted)
}
