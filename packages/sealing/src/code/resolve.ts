// Finds the one code that thirteen written words can stand for, or says why there is none.
// The check words decide: a misspelt word is taken only for a word of the list that makes the whole code whole.
import { fill, isCodeword, repair } from "./repair.ts"
import type { Near } from "./spelling.ts"

export interface Slot {
  readonly sort: "exact" | "misspelt" | "unknown" | "missing"
  readonly typed: string
  readonly options: readonly Near[]
}

export interface Resolved {
  readonly row: readonly number[]
  /** The places whose words stood in each other's place. */
  readonly swapped: readonly number[]
}

// More ways than this are not tried: a text that misspelt is asked for again.
const MOST_WAYS = 4096

export function resolve(slots: readonly Slot[]): Resolved | "unknown" | "missing" | "wrong" | "ambiguous" {
  const places = (sort: Slot["sort"]) => slots.flatMap((slot, index) => (slot.sort === sort ? [index] : []))
  const missing = places("missing")
  const unknown = places("unknown")
  const misspelt = places("misspelt")
  if (missing.length > 2) return "missing"
  // With two places open nothing is left to check by, so a strange word is named, not guessed.
  if (unknown.length > 1 || (unknown.length === 1 && missing.length > 0)) return "unknown"

  const whole = codewords(ways(slots), [...missing, ...unknown])
  if (whole.length > 1) return "ambiguous"
  if (whole[0]) return { row: whole[0], swapped: [] }

  if (missing.length === 0 && unknown.length === 0) {
    if (misspelt.length === 1) {
      const replaced = fill(numbers(slots), misspelt)
      if (replaced) return { row: replaced, swapped: [] }
    }
    if (misspelt.every((place) => clearlyNearest(slots[place] as Slot))) {
      const repaired = repair(numbers(slots))
      if (repaired) return { row: repaired.row, swapped: repaired.how === "swapped" ? repaired.places : [] }
    }
  }
  return misspelt.length + unknown.length > 0 ? "unknown" : "wrong"
}

const numbers = (slots: readonly Slot[]): number[] => slots.map(({ options }) => options[0]?.number ?? 0)

const clearlyNearest = ({ options: [first, second] }: Slot): boolean =>
  first !== undefined && (second === undefined || first.distance < second.distance)

// Every row that the words can be read as; past the limit, only the nearest reading of each.
function ways(slots: readonly Slot[]): number[][] {
  const nearestOnly = slots.reduce((product, { options }) => product * Math.max(1, options.length), 1) > MOST_WAYS
  const choices = slots.map(({ options }) =>
    options.length === 0 ? [0] : options.slice(0, nearestOnly ? 1 : options.length).map(({ number }) => number),
  )
  return choices.reduce<number[][]>((rows, choice) => rows.flatMap((row) => choice.map((number) => [...row, number])), [[]])
}

function codewords(rows: readonly number[][], open: readonly number[]): number[][] {
  if (open.length === 0) return rows.filter(isCodeword)
  return rows.flatMap((row) => {
    const filled = fill(row, open)
    return filled ? [filled] : []
  })
}
