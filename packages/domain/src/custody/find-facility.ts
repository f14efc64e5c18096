// A typed name finds its place: misspelt, shortened, or in Cyrillic as a relative writes it. A name that finds nothing is kept as it
// was typed and flagged. Each typed word is held once against the vocabulary of the whole list, so a key costs the same for 50 places
// as for a thousand.
import { type Facility, facilityByCode } from "./facility.ts"
import { latinOf, placeWords, skeletonOf, stateNames } from "./place-words.ts"

export interface FacilityMatch {
  readonly facility: Facility
  /** 0 to 1; 1 is the code or a full name. */
  readonly score: number
}

/** Damerau–Levenshtein with adjacent swaps: one slip of the finger is one step. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] as number
}

function wordScore(typed: string, skeleton: string, known: Known): number {
  const { word } = known
  if (typed === word) return 1
  const length = Math.max(typed.length, word.length)
  if (typed.length >= 3 && word.startsWith(typed)) return 0.8 + (0.15 * typed.length) / word.length
  const allowed = length >= 8 ? 3 : length >= 5 ? 2 : length >= 4 ? 1 : 0
  let score = 0
  if (allowed > 0 && Math.abs(typed.length - word.length) <= allowed) {
    const distance = editDistance(typed, word)
    if (distance <= allowed) score = 1 - distance / length
  }
  // The consonants were heard and the vowels were not.
  return skeleton.length >= 3 && skeleton === known.skeleton ? Math.max(score, 0.78) : score
}

interface Known {
  readonly word: string
  readonly skeleton: string
}
interface Phrase {
  /** Places in the vocabulary. */
  readonly words: readonly number[]
  /** A town or a state holds several places; a name is one. */
  readonly weight: number
}
interface Row {
  readonly facility: Facility
  readonly phrases: readonly Phrase[]
  /** Its state, which helps where it is typed and is never missed where it is not. */
  readonly state: readonly number[]
  /** Every word of its name as written, those of every jail too: they part two houses of one town. */
  readonly written: ReadonlySet<string>
}
interface Index {
  readonly vocabulary: readonly Known[]
  readonly rows: readonly Row[]
  /** By place in the vocabulary: the rows in whose name or town it stands. */
  readonly having: readonly (readonly number[])[]
}

const writtenWords = (text: string): readonly string[] =>
  latinOf(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 0)

const kindWeight: Readonly<Record<NonNullable<Facility["kind"]>, number>> = {
  detention: 0.03,
  jail: 0,
  family: 0,
  hold: -0.02,
  hospital: -0.06,
  hotel: -0.06,
  other: -0.02,
}

const indexes = new WeakMap<readonly Facility[], Index>()

function indexOf(list: readonly Facility[]): Index {
  const known = indexes.get(list)
  if (known) return known
  const places = new Map<string, number>()
  const placed = (text: string): readonly number[] =>
    placeWords(text).map((word) => {
      const at = places.get(word) ?? places.size
      places.set(word, at)
      return at
    })
  const rows = list.map((facility): Row => {
    const own = [facility.name, ...(facility.also ?? [])]
    const phrases = [
      ...own.map((text) => ({ words: placed(text), weight: 0.01 })),
      ...own.map((text) => ({ words: placed(`${text} ${facility.city}`), weight: 0 })),
      ...(facility.city === "" ? [] : [{ words: placed(facility.city), weight: 0 }]),
    ]
    const state = [facility.state, ...(stateNames[facility.state] ?? [])].filter((text) => text !== "").flatMap(placed)
    return { facility, phrases, state, written: new Set(own.flatMap(writtenWords)) }
  })
  const having = Array.from(places, (): number[] => [])
  for (const [n, { phrases }] of rows.entries()) for (const at of new Set(phrases.flatMap(({ words }) => words))) having[at]?.push(n)
  const made = { vocabulary: [...places.keys()].map((word) => ({ word, skeleton: skeletonOf(word) })), rows, having }
  indexes.set(list, made)
  return made
}

/**
 * How well every typed word is found. Known words that nobody typed cost a little, so the shorter name wins a tie; typed words that are
 * not found weigh less than found ones, because people add what they heard beside the name.
 */
function rowScore(row: Row, typed: readonly Float64Array[], written: readonly string[]): number {
  let best = 0
  for (const { words, weight } of row.phrases) {
    let sum = 0
    let found = 0
    for (const scores of typed) {
      const here = highest(scores, words)
      if (here >= leastWord) found++
      sum += Math.max(here, 0.95 * highest(scores, row.state))
    }
    // A state alone is a place of nobody.
    if (found === 0) continue
    const against = found + 0.7 * (typed.length - found)
    best = Math.max(best, Math.min(1, sum / against) - 0.04 * Math.max(0, words.length - found) + weight)
  }
  if (best === 0) return 0
  const said = written.filter((word) => row.written.has(word)).length / written.length
  return best + 0.03 * said + (row.facility.staging ? 0.03 : kindWeight[row.facility.kind ?? "jail"])
}

function highest(scores: Float64Array, words: readonly number[]): number {
  let best = 0
  for (const at of words) if ((scores[at] as number) > best) best = scores[at] as number
  return best
}

const least = 0.6
const leastWord = 0.6

/** The likeliest places for what was typed, best first; empty when nothing is near. */
export function findFacilities(typed: string, list: readonly Facility[], most = 5): readonly FacilityMatch[] {
  const exact = facilityByCode(typed, list)
  if (exact) return [{ facility: exact, score: 1 }]
  const index = indexOf(list)
  const words = placeWords(typed).slice(0, 12)
  if (words.length === 0) return []
  const scores = words.map((word) => {
    const skeleton = skeletonOf(word)
    return Float64Array.from(index.vocabulary, (known) => wordScore(word, skeleton, known))
  })
  const written = writtenWords(typed)
  // Only rows in whose name or town some typed word is near.
  const near = new Set<number>()
  for (const all of scores)
    for (const [at, score] of all.entries()) if (score >= leastWord) for (const n of index.having[at] ?? []) near.add(n)
  return [...near]
    .map((n) => ({ facility: (index.rows[n] as Row).facility, score: rowScore(index.rows[n] as Row, scores, written) }))
    .filter((match) => match.score >= least)
    .sort((a, b) => b.score - a.score || (a.facility.code < b.facility.code ? -1 : 1))
    .slice(0, most)
    .map(({ facility, score }) => ({ facility, score: Math.min(1, score) }))
}
