// A case as one line of the grid: the text of each column, what it sorts by, and the words that the filter looks through.
import type { CaseRow } from "@safe-conduct/client/member"
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { counselText, leading, nextText, nobodyFiles, placeText } from "../today/facts.ts"
import { ago, isDay, millisOf } from "../app/when.ts"
import { haystackOf } from "./haystack.ts"

export const columns = ["urgency", "name", "otherScript", "aNumber", "where", "confirmed", "counsel", "next", "owner", "changed"] as const
export type Column = (typeof columns)[number]

export interface Line {
  readonly row: CaseRow
  readonly text: Readonly<Record<Column, string>>
  readonly order: Readonly<Record<Column, string | number>>
  readonly red: boolean
  /** What a typed word is looked for in (haystack.ts). */
  readonly haystack: string
}

const grave = { E: 0, U: 1, H: 2, N: 3 } as const
const last = Number.MAX_SAFE_INTEGER

export function lineOf(row: CaseRow, words: DeskWords, now: number, zone: string): Line {
  const person = leading(row)
  const { first, second } = bothScripts(person, row.title, words.language)
  const others = row.people.length - 1
  const seen = person?.where?.confirmed ?? null
  const seenAt = seen === null ? null : millisOf(seen)
  const changedAt = millisOf(row.changed)
  let haystack: string | undefined
  let next: string | undefined
  let confirmed: string | undefined
  let changed: string | undefined
  const name = others > 0 ? `${first} +${others}` : first
  const aNumber = person?.aNumbers[0] ?? ""
  const where = placeText(words, person?.where ?? null)
  const counsel = nobodyFiles(person) ? words.row.nobodyFiles : counselText(words, person)
  return {
    row,
    // Of ten thousand lines forty are in sight: what takes a format of dates is said when it is asked for.
    text: {
      urgency: row.urgency,
      name,
      otherScript: second,
      aNumber,
      where,
      get confirmed() {
        return (confirmed ??= seenAt === null ? "" : ago(words.language, seenAt, now, isDay(seen ?? "")))
      },
      counsel,
      get next() {
        return (next ??= nextText(words, words.language, row, now, zone).text)
      },
      owner: row.ownerName || words.row.noOwner,
      get changed() {
        return (changed ??= changedAt === null ? "" : ago(words.language, changedAt, now))
      },
    },
    order: {
      // Inside a level, hours left decide.
      urgency: grave[row.urgency] * 1e6 + Math.min(row.hoursLeft ?? 99_999, 99_999),
      name,
      otherScript: second,
      aNumber,
      where,
      confirmed: seenAt === null ? last : -seenAt,
      counsel,
      next: row.next?.safeBy ?? "9999",
      owner: row.ownerName || "\uffff",
      changed: changedAt === null ? last : -changedAt,
    },
    red: row.urgency === "E" || nobodyFiles(person),
    get haystack() {
      return (haystack ??= haystackOf(row))
    },
  }
}

/** Every word typed must occur somewhere, in any order. */
export const wanted = (typed: string): readonly string[] => typed.toLowerCase().replaceAll("ё", "е").split(/\s+/u).filter(Boolean)
export const fits = (line: Line, parts: readonly string[]): boolean => parts.every((part) => line.haystack.includes(part))
const having = (lines: readonly Line[], parts: readonly string[]): readonly Line[] =>
  parts.length === 0 ? lines : lines.filter((line) => fits(line, parts))

/** What many lines are searched in as one text, which a browser runs through at once, and where each begins in it. */
interface Text {
  readonly lines: readonly Line[]
  readonly all: string
  readonly begins: Uint32Array
}
/** No haystack has one, and nobody can type one into a field of one line. */
const END = "\n"

function textOf(lines: readonly Line[]): Text {
  const begins = new Uint32Array(lines.length + 1)
  let at = 0
  for (const [n, { haystack }] of lines.entries()) {
    begins[n] = at
    at += haystack.length + 1
  }
  begins[lines.length] = at
  return { lines, all: lines.map((line) => line.haystack).join(END), begins }
}

/** In their order. */
function linesWith({ lines, all, begins }: Text, part: string): readonly Line[] {
  const found: Line[] = []
  let n = 0
  for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, begins[n] as number)) {
    while ((begins[n + 1] as number) <= at) n++
    found.push(lines[n++] as Line)
    if (n >= lines.length) break
  }
  return found
}

export interface Narrowing {
  (lines: readonly Line[], parts: readonly string[]): readonly Line[]
  /** Before anybody types: the first key finds it made. */
  ready(lines: readonly Line[]): void
}

/** So many are looked through one by one sooner than all as one text. */
const few = 1_000

/** Of the same lines, whoever fitted the words before can only become fewer as they grow: whoever types on searches in these alone. */
export function narrowing(): Narrowing {
  let last: { readonly lines: readonly Line[]; readonly parts: readonly string[]; readonly left: readonly Line[] } | null = null
  let text: Text | null = null
  const ready = (lines: readonly Line[]): Text => (text?.lines === lines ? text : (text = textOf(lines)))
  const narrow = (lines: readonly Line[], parts: readonly string[]): readonly Line[] => {
    const [longest = "", ...others] = parts.toSorted((a, b) => b.length - a.length)
    const narrower =
      last?.lines === lines && last.parts.length > 0 && last.parts.every((before) => parts.some((now) => now.includes(before)))
    const among = narrower && last !== null && last.left.length < few ? last.left : null
    const left = longest === "" ? lines : among === null ? having(linesWith(ready(lines), longest), others) : having(among, parts)
    last = { lines, parts, left }
    return left
  }
  return Object.assign(narrow, { ready: (lines: readonly Line[]) => void ready(lines) })
}

export function sorted(lines: readonly Line[], by: Column, down: boolean, language: string): readonly Line[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sign = down ? -1 : 1
  return lines.toSorted((a, b) => {
    const x = a.order[by]
    const y = b.order[by]
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)))
  })
}
