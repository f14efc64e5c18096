// Blind readings go in rounds. A round takes commitments until the first is revealed; it ends when all in it are revealed, and the
// next one begins with the next commitment. Only rounds in which two different readers revealed count.
import type { CaseRow, CaseState } from "./state.ts"

export interface Round {
  readonly commitments: readonly CaseRow<"commitments">[]
  readonly readings: readonly CaseRow<"readings">[]
}

const isOver = (round: Round): boolean =>
  round.readings.length > 0 && round.commitments.every((row) => round.readings.some((reading) => reading.made.by === row.made.by))

export function roundsOf(state: CaseState, claim: string): readonly Round[] {
  const rounds: { commitments: CaseRow<"commitments">[]; readings: CaseRow<"readings">[] }[] = []
  const commitments = state.commitments.filter((row) => row.claim === claim).map((row) => ({ commitment: row, seq: row.made.seq }))
  const readings = state.readings.filter((row) => row.claim === claim).map((row) => ({ reading: row, seq: row.made.seq }))
  for (const step of [...commitments, ...readings].sort((a, b) => a.seq - b.seq)) {
    let round = rounds.at(-1)
    if (round === undefined || isOver(round)) {
      round = { commitments: [], readings: [] }
      rounds.push(round)
    }
    if ("commitment" in step) round.commitments.push(step.commitment)
    else round.readings.push(step.reading)
  }
  return rounds
}

/** The round in which the next commitment or revelation falls. */
export function roundOf(state: CaseState, claim: string): Round {
  const last = roundsOf(state, claim).at(-1)
  return last === undefined || isOver(last) ? { commitments: [], readings: [] } : last
}

/** Revealed readings that count, in order: those of rounds with two different readers. */
export function countedReadings(state: CaseState, claim: string): readonly CaseRow<"readings">[] {
  return roundsOf(state, claim)
    .filter((round) => isOver(round) && new Set(round.readings.map((row) => row.made.by)).size >= 2)
    .flatMap((round) => round.readings)
}
