// The two check words of a Reed–Solomon code: with word i at the point αⁱ, Σ cᵢαⁱ = 0 and Σ cᵢα²ⁱ = 0, so any two codes differ
// in at least three words. One wrong word is found and repaired, two words known to be missing are filled, and two neighbours
// in each other's place are told apart from both.
import { alpha, divide, log, multiply } from "./field.ts"

export const LENGTH = 13
export const DATA = 11

interface Syndrome {
  readonly first: number
  readonly second: number
}

function syndrome(row: readonly number[]): Syndrome {
  let first = 0
  let second = 0
  for (let i = 0; i < LENGTH; i++) {
    const term = multiply(row[i] as number, alpha(i))
    first ^= term
    second ^= multiply(term, alpha(i))
  }
  return { first, second }
}

const set = (row: readonly number[], changes: ReadonlyMap<number, number>): number[] => row.map((value, i) => changes.get(i) ?? value)

export function isCodeword(row: readonly number[]): boolean {
  const { first, second } = syndrome(row)
  return first === 0 && second === 0
}

/** Fills one or two places whose words are unknown. One place leaves a check over, which may fail: then null. */
export function fill(row: readonly number[], places: readonly number[]): number[] | null {
  const [p, q] = places
  if (p === undefined || places.length > 2 || p === q) throw new RangeError("one or two different places can be filled")
  const open = set(row, new Map(places.map((place) => [place, 0])))
  const { first, second } = syndrome(open)
  if (q === undefined) {
    const filled = set(open, new Map([[p, divide(first, alpha(p))]]))
    return isCodeword(filled) ? filled : null
  }
  // a + b = first and aαᵖ + bαᑫ = second, where a = αᵖcₚ and b = αᑫc_q.
  const b = divide(second ^ multiply(first, alpha(p)), alpha(p) ^ alpha(q))
  return set(
    open,
    new Map([
      [p, divide(first ^ b, alpha(p))],
      [q, divide(b, alpha(q))],
    ]),
  )
}

/** The eleven data words followed by their two check words. */
export function withChecks(data: readonly number[]): number[] {
  if (data.length !== DATA) throw new RangeError("a code has eleven data words")
  return fill([...data, 0, 0], [11, 12]) as number[]
}

export interface Repair {
  readonly row: readonly number[]
  readonly how: "wrong" | "swapped"
  readonly places: readonly number[]
}

/** The one change that makes a row a codeword: a word replaced, or two words put back in each other's place; null when there is none. */
export function repair(row: readonly number[]): Repair | null {
  const { first, second } = syndrome(row)
  if (first === 0 || second === 0) return null
  const place = log(divide(second, first))
  if (place < LENGTH) {
    const value = (row[place] as number) ^ divide(first, alpha(place))
    return { row: set(row, new Map([[place, value]])), how: "wrong", places: [place] }
  }
  const swaps = swapsOf(row, first, second)
  const neighbours = swaps.filter(([p, q]) => q - p === 1)
  const found = neighbours.length === 1 ? neighbours[0] : swaps.length === 1 ? swaps[0] : undefined
  if (found === undefined) return null
  const [p, q] = found
  const changes = new Map([
    [p, row[q] as number],
    [q, row[p] as number],
  ])
  return { row: set(row, changes), how: "swapped", places: [p, q] }
}

// A swap of p and q is the error c_p + c_q at both places. For neighbours the quotient of the sums is αᵖ(1 + α), which is no αʳ for
// a place r and no other neighbours' quotient: a swap of neighbours is never taken for one wrong word, nor the reverse.
function swapsOf(row: readonly number[], first: number, second: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let p = 0; p < LENGTH; p++) {
    for (let q = p + 1; q < LENGTH; q++) {
      const error = (row[p] as number) ^ (row[q] as number)
      if (error === 0 || multiply(alpha(p) ^ alpha(q), error) !== first) continue
      if (multiply(alpha(2 * p) ^ alpha(2 * q), error) === second) found.push([p, q])
    }
  }
  return found
}
