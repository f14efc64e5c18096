// Reads a code as people write it: shortened, misspelt, numbered, in the wrong case or keyboard layout, with a word missing or wrong.
// Whatever was not typed exactly is reported, so the person is always shown the repaired word and asked; nothing is accepted silently.
import type { Code, Language } from "./code.ts"
import { readings, tokens } from "./letters.ts"
import { LANGUAGES } from "./lists.ts"
import { LENGTH } from "./repair.ts"
import { resolve, type Resolved, type Slot } from "./resolve.ts"
import { find, type Lexicon, lexicon, nearest } from "./spelling.ts"

export type WordLists = { readonly [L in Language]?: readonly string[] }

export interface RepairedWord {
  /** The place in the code, from 0. */
  readonly index: number
  /** What the person wrote there; empty for a missing word. */
  readonly typed: string
  readonly word: string
  readonly how: "misspelt" | "wrong" | "swapped" | "missing"
}

export interface ReadCode {
  readonly ok: true
  readonly code: Code
  readonly language: Language
  readonly repaired: readonly RepairedWord[]
}

/** Why a text is no code: too few or many words, words not in the list, too many missing, more than one wrong, or more than one way to repair. */
export type BadCodeReason = "count" | "unknown" | "missing" | "wrong" | "ambiguous"

export interface BadCode {
  readonly ok: false
  readonly error: "bad-code"
  readonly message: string
  readonly params: {
    readonly reason: BadCodeReason
    readonly language: Language | null
    readonly count: number
    readonly unknown: readonly { readonly index: number; readonly typed: string }[]
    readonly missing: readonly number[]
  }
}

interface Writing {
  readonly language: Language
  readonly words: Lexicon
  readonly typed: readonly string[]
  readonly exact: number
}

export function read(text: string, lists: WordLists): ReadCode | BadCode {
  const writing = writingOf(text, lists)
  if (writing === null) return refusal("count", null, [], tokens(text).length)
  const { language, words, typed } = writing
  if (typed.length !== LENGTH && typed.length !== LENGTH - 1) return refusal("count", language, [], typed.length)
  const slots = typed.map((word) => slotOf(words, word))
  if (slots.length === LENGTH - 1 && slots.every((slot) => slot.sort !== "missing")) return readShort(writing, slots)
  if (slots.length !== LENGTH) return refusal("count", language, slots)
  const resolved = resolve(slots)
  return typeof resolved === "string" ? refusal(resolved, language, slots) : accepted(writing, slots, resolved)
}

// The language is judged over the whole text: the one in which most words are in the list as written, then the one they come nearest to.
function writingOf(text: string, lists: WordLists): Writing | null {
  const writings = LANGUAGES.flatMap((language) => {
    const list = lists[language]
    return list ? readings(text, language).map((reading) => writingIn(language, lexicon(list), tokens(reading))) : []
  })
  const most = Math.max(0, ...writings.map(({ exact }) => exact))
  const best = writings.filter(({ exact }) => exact === most)
  if (best.length <= 1 || most > LENGTH / 2) return best[0] ?? null
  const near = best.map(
    ({ words, typed }) => typed.slice(0, 2 * LENGTH).filter((word) => word !== "?" && nearest(words, word).length > 0).length,
  )
  const nearestOf = Math.max(...near)
  return most + nearestOf > 0 ? (best[near.indexOf(nearestOf)] as Writing) : null
}

function writingIn(language: Language, words: Lexicon, typed: readonly string[]): Writing {
  return { language, words, typed, exact: typed.filter((word) => word !== "?" && find(words, word) !== undefined).length }
}

function slotOf(words: Lexicon, typed: string): Slot {
  if (typed === "?") return { sort: "missing", typed: "", options: [] }
  const number = find(words, typed)
  if (number !== undefined) return { sort: "exact", typed, options: [{ number, distance: 0 }] }
  const options = nearest(words, typed)
  return { sort: options.length > 0 ? "misspelt" : "unknown", typed, options }
}

// Twelve words: one was left out, and the check that is left over tells where.
function readShort(writing: Writing, slots: readonly Slot[]): ReadCode | BadCode {
  const missing: Slot = { sort: "missing", typed: "", options: [] }
  const found = new Map<string, ReadCode>()
  for (let place = 0; place < LENGTH; place++) {
    const whole = slots.toSpliced(place, 0, missing)
    const resolved = resolve(whole)
    if (typeof resolved === "string") continue
    const key = resolved.row.join()
    if (!found.has(key)) found.set(key, accepted(writing, whole, resolved))
  }
  const [only] = found.values()
  return found.size === 1 && only ? only : refusal("count", writing.language, slots)
}

function accepted({ language, words }: Writing, slots: readonly Slot[], { row, swapped }: Resolved): ReadCode {
  const repaired = slots.flatMap((slot, index): RepairedWord[] => {
    const number = row[index] as number
    if (slot.sort === "exact" && slot.options[0]?.number === number) return []
    const near = slot.options.some((option) => option.number === number)
    const how = slot.sort === "missing" ? "missing" : swapped.includes(index) ? "swapped" : near ? "misspelt" : "wrong"
    return [{ index, typed: slot.typed, word: words.list[number] as string, how }]
  })
  return { ok: true, code: row, language, repaired }
}

function refusal(reason: BadCodeReason, language: Language | null, slots: readonly Slot[], count = slots.length): BadCode {
  const places = slots.map((slot, index) => ({ index, typed: slot.typed, sort: slot.sort }))
  const unknown = places.filter(({ sort }) => sort === "unknown" || sort === "misspelt").map(({ index, typed }) => ({ index, typed }))
  const missing = places.filter(({ sort }) => sort === "missing").map(({ index }) => index)
  return {
    ok: false,
    error: "bad-code",
    message: message(
      reason,
      count,
      unknown.map(({ index }) => index),
      missing,
    ),
    params: { reason, language, count, unknown, missing },
  }
}

function message(reason: BadCodeReason, count: number, unknown: readonly number[], missing: readonly number[]): string {
  const named = (indexes: readonly number[]) => indexes.map((index) => `word ${index + 1}`).join(indexes.length === 2 ? " and " : ", ")
  if (reason === "count") return `a code has ${LENGTH} words; this has ${count}`
  if (reason === "missing") return `${named(missing)} are missing; two can be filled`
  if (reason === "unknown") return `${named(unknown)} ${unknown.length === 1 ? "is" : "are"} not in the list`
  if (reason === "ambiguous") return `${named([...unknown, ...missing].sort((a, b) => a - b))} can be read in more than one way`
  return "two or more words are not the ones that were written down"
}
