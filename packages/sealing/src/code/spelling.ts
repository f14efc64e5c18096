// One language's list made ready for reading: words by their first four letters, and the nearest words to a misspelt one.
import { fold } from "./letters.ts"

const PREFIX = 4
const MOST = 12

export interface Lexicon {
  readonly list: readonly string[]
  readonly folded: readonly string[]
  readonly byPrefix: ReadonlyMap<string, number>
  readonly marks: Uint32Array
}

const made = new WeakMap<readonly string[], Lexicon>()

export function lexicon(list: readonly string[]): Lexicon {
  const known = made.get(list)
  if (known) return known
  const folded = list.map(fold)
  const fresh: Lexicon = {
    list,
    folded,
    byPrefix: new Map(folded.map((word, number) => [word.slice(0, PREFIX), number])),
    marks: Uint32Array.from(folded, lettersOf),
  }
  made.set(list, fresh)
  return fresh
}

/** The number of a word written whole, or shortened to no fewer than its first four letters. */
export function find(words: Lexicon, typed: string): number | undefined {
  const word = fold(typed)
  const number = words.byPrefix.get(word.slice(0, PREFIX))
  return number !== undefined && (words.folded[number] as string).startsWith(word) ? number : undefined
}

export interface Near {
  readonly number: number
  readonly distance: number
}

/** The words a misspelt one may stand for, nearest first: one or two slips, or the same first four letters and no more than three. */
export function nearest(words: Lexicon, typed: string): Near[] {
  const word = fold(typed)
  const slips = word.length <= PREFIX ? 1 : 2
  const found: Near[] = []
  const begun = words.byPrefix.get(word.slice(0, PREFIX))
  const marks = lettersOf(word)
  for (let number = 0; number < words.folded.length; number++) {
    const most = number === begun ? 3 : slips
    const candidate = words.folded[number] as string
    if (Math.abs(candidate.length - word.length) > most || differing(marks, words.marks[number] as number) > most) continue
    const distance = slipsBetween(word, candidate, most)
    if (distance <= most) found.push({ number, distance })
  }
  return found.sort((a, b) => a.distance - b.distance).slice(0, MOST)
}

// One bit for each letter that occurs: a slip brings in or takes away at most one, so most words are ruled out before they are compared.
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits >>> 0
}

const differing = (a: number, b: number): number => Math.max(ones(a & ~b), ones(b & ~a))

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Letters added, dropped, changed or swapped with their neighbour; anything above `most` is told only as more than that. */
export function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most + 1) return most + 1
    before = above
    above = row
  }
  return above[b.length] as number
}
