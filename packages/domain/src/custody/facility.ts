// A typed name finds its place: misspelt, shortened, or in Cyrillic as a relative writes it. The list comes from the
// programme; a name that finds nothing is kept as it was typed and flagged.
import type { TimeZone } from "../time/index.ts"

export interface Facility {
  /** ICE's own code. */
  readonly code: string
  readonly name: string
  readonly city: string
  readonly state: string
  readonly timeZone: TimeZone
  /** People are gathered here shortly before a flight. */
  readonly staging: boolean
  /** Other names people use, in any script. */
  readonly also?: readonly string[]
}

export interface FacilityMatch {
  readonly facility: Facility
  /** 0 to 1; 1 is the code or a full name. */
  readonly score: number
}

const letters: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p",
  р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
} // biome-ignore format: an alphabet reads as a table

/** Sounds that English writes in several ways come out one way on both sides, so that Виннфилд meets Winnfield. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"], [/ck/g, "k"], [/w/g, "v"], [/x/g, "ks"], [/q/g, "k"], [/c(?=[eiy])/g, "s"], [/ch/g, "č"], [/c/g, "k"], [/kh/g, "h"],
  [/dzh/g, "j"], [/ee|ie|ea/g, "i"], [/oo|ou/g, "u"], [/y/g, "i"], [/(.)\1+/g, "$1"],
] // biome-ignore format: pairs read as a table

const commonWords = new Set([
  "detention", "center", "centre", "facility", "processing", "ice", "ero", "correctional", "county", "jail", "prison", "the", "of", "in", "at",
  "tsentr", "tyurma", "tyurme", "lager", "departatsionniy", "immigratsionniy", "immigratsionnaya", "deteyshn", "detenshn", "fasiliti", "v", "g", "gorod", "shtat",
]) // biome-ignore format: a list

export function latinOf(text: string): string {
  let out = ""
  for (const letter of text.normalize("NFKC").toLowerCase()) out += letters[letter] ?? letter
  return out.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
}

const soundOf = (word: string): string => sounds.reduce((w, [from, to]) => w.replace(from, to), word)

function wordsOf(text: string): readonly string[] {
  const all = latinOf(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 0)
  const telling = all.filter((word) => !commonWords.has(word))
  return (telling.length > 0 ? telling : all).map(soundOf)
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

function wordScore(typed: string, known: string): number {
  if (typed === known) return 1
  const length = Math.max(typed.length, known.length)
  if (typed.length >= 4 && known.startsWith(typed)) return 0.92
  const distance = editDistance(typed, known)
  const allowed = length >= 8 ? 3 : length >= 5 ? 2 : length >= 4 ? 1 : 0
  return distance <= allowed ? 1 - distance / length : 0
}

/** How well every typed word is found among the known ones; unfound known words cost a little, so the shorter name wins a tie. */
function phraseScore(typed: readonly string[], known: readonly string[]): number {
  if (typed.length === 0 || known.length === 0) return 0
  let sum = 0
  for (const word of typed) sum += Math.max(...known.map((other) => wordScore(word, other)))
  return Math.max(0, sum / typed.length - 0.02 * Math.max(0, known.length - typed.length))
}

const least = 0.6
const tables = new WeakMap<readonly Facility[], readonly (readonly [Facility, readonly (readonly string[])[]])[]>()

function tableOf(list: readonly Facility[]): readonly (readonly [Facility, readonly (readonly string[])[]])[] {
  const known = tables.get(list)
  if (known) return known
  const table = list.map(
    (f) => [f, [f.name, f.city, `${f.city} ${f.state}`, `${f.name} ${f.city} ${f.state}`, ...(f.also ?? [])].map(wordsOf)] as const,
  )
  tables.set(list, table)
  return table
}

/** The likeliest places for what was typed, best first; empty when nothing is near. */
export function findFacilities(typed: string, list: readonly Facility[], most = 5): readonly FacilityMatch[] {
  const code = typed.trim().toUpperCase()
  const exact = list.find((f) => f.code === code)
  if (exact) return [{ facility: exact, score: 1 }]
  const words = wordsOf(typed)
  return tableOf(list)
    .map(([facility, phrases]): FacilityMatch => ({ facility, score: Math.max(...phrases.map((p) => phraseScore(words, p))) }))
    .filter((match) => match.score >= least)
    .sort(
      (a, b) =>
        b.score - a.score || Number(b.facility.staging) - Number(a.facility.staging) || (a.facility.code < b.facility.code ? -1 : 1),
    )
    .slice(0, most)
}

const codes = new WeakMap<readonly Facility[], ReadonlyMap<string, Facility>>()

export function facilityByCode(code: string, list: readonly Facility[]): Facility | undefined {
  let known = codes.get(list)
  if (!known) codes.set(list, (known = new Map(list.map((f) => [f.code, f]))))
  return known.get(code.trim().toUpperCase())
}
