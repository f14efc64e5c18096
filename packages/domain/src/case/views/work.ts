// What is to be done in a case: tasks, questions for the next contact, holds, readings half made.
import { roundOf } from "../reading-room.ts"
import type { CaseRow, CaseState } from "../state.ts"

export const openTasks = (state: CaseState): readonly CaseRow<"tasks">[] =>
  state.tasks.filter((row) => !state.tasksDone.some((done) => done.task === row.task))

/** Who said last that she does it, or was named for it; null: nobody. */
export function doerOfTask(state: CaseState, task: string): string | null {
  const passed = state.tasksPassed?.findLast((row) => row.task === task)
  return passed === undefined ? (state.tasks.find((row) => row.task === task)?.for ?? null) : passed.for
}

/** Done and not struck, the latest first: what may be undone. */
export const tasksDoneLately = (state: CaseState, since: number): readonly CaseRow<"tasksDone">[] =>
  state.tasksDone.filter((row) => row.made.at >= since).toReversed()

/** "Ask when he next calls." */
export const openQuestions = (state: CaseState): readonly CaseRow<"questions">[] =>
  state.questions.filter((row) => !state.asked.some((one) => one.id === row.id))

export function holdOf(state: CaseState): CaseRow<"holds"> | null {
  const last = state.holds.at(-1)
  return last === undefined || last.until === null ? null : last
}

export const ownerOf = (state: CaseState): string | null => state.owners.at(-1)?.owner ?? null
export const publicityOf = (state: CaseState): "no" | "ask" | "yes" => state.publicity.at(-1)?.publicity ?? "no"
export const reviewOf = (state: CaseState, person: string): CaseRow<"reviews"> | null =>
  state.reviews.findLast((row) => row.person === person) ?? null

export interface PendingReading {
  readonly claim: string
  readonly committed: readonly string[]
  readonly revealed: readonly string[]
  /** `second-reader`: someone waits for another to commit. `reveal`: two have committed and not all have shown. */
  readonly waitsFor: "second-reader" | "reveal"
}

export function pendingReadings(state: CaseState): readonly PendingReading[] {
  return state.claims.flatMap(({ claim }): PendingReading[] => {
    const round = roundOf(state, claim)
    const committed = [...new Set(round.commitments.map((row) => row.made.by))]
    if (committed.length === 0) return []
    const waitsFor = committed.length < 2 ? "second-reader" : "reveal"
    return [{ claim, committed, revealed: round.readings.map((row) => row.made.by), waitsFor }]
  })
}
