// What a row says about a case, read from the vault's plain rows: who stands for the family, where, what comes next.
import type { CaseRow, RowPerson, WhereLine } from "@safe-conduct/client/member"
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import type { Language } from "@safe-conduct/words/choose.ts"
import { ago, day, isDay, millisOf, whenText } from "../app/when.ts"

const grave = { E: 0, U: 1, H: 2, N: 3 } as const

/** As two members lowered it, else as it is reckoned; who is gone or arrived is in no danger of removal. */
const levelOf = (person: RowPerson): keyof typeof grave => (person.outcome !== null ? "N" : (person.lowered ?? person.clock.urgency.level))

/** The person whom the row is about: the one in the gravest danger, the first one among equals. */
export function leading(row: CaseRow): RowPerson | undefined {
  return row.people.reduce<RowPerson | undefined>(
    (found, one) => (found === undefined || grave[levelOf(one)] < grave[levelOf(found)] ? one : found),
    undefined,
  )
}

export function placeText(words: DeskWords, where: WhereLine | null): string {
  if (where === null) return words.row.placeUnknown
  return [where.facility || words.row.kinds[where.kind], where.state].filter(Boolean).join(", ")
}

export function confirmedText(words: DeskWords, language: Language, where: WhereLine | null, now: number): string {
  if (where === null || where.confirmed === null) return words.row.notConfirmed
  const at = millisOf(where.confirmed)
  if (at === null) return words.row.notConfirmed
  const how = where.how === null ? "" : ((words.row.how as Readonly<Record<string, string>>)[where.how] ?? where.how)
  return words.row.confirmed(ago(language, at, now, isDay(where.confirmed)), how)
}

/** Reasons in words; a trigger that this build does not know is shown by its own name rather than dropped. */
export function reasonsOf(words: DeskWords, triggers: readonly string[], most = 2): string {
  const named: Readonly<Record<string, string>> = words.row.triggers
  const said = triggers.map((name) => named[name] ?? name.replaceAll("-", " "))
  const rest = said.length - most
  return said.slice(0, most).join("; ") + (rest > 0 ? ` +${rest}` : "")
}

/** Why a row stands where it stands: a flight that may carry someone of it first, since that is what its hours count. */
export function whyOf(words: DeskWords, row: Pick<CaseRow, "flight" | "triggers">): string {
  const reasons = reasonsOf(words, row.triggers, row.flight === null ? 2 : 1)
  return row.flight === null ? reasons : [words.row.flight[row.flight.confidence], reasons].filter(Boolean).join("; ")
}

export function nextText(
  words: DeskWords,
  language: Language,
  row: CaseRow,
  now: number,
  zone: string,
): { readonly text: string; readonly missed: boolean } {
  const { next } = row
  if (row.people.some((person) => person.clockRefused !== null)) return { text: words.row.refusedClock, missed: true }
  if (next === null) return { text: words.row.noDate, missed: false }
  const what = words.row.acts[next.rule] ?? next.rule
  if (next.status === "missed") return { text: words.row.missed(what, whenText(language, next.hard, zone)), missed: true }
  // One works to the safe day. Once it has passed, and for rights that run by the hour, the last moment is what counts.
  const safe = millisOf(next.safeBy)
  const last = !isDay(next.hard) || safe === null || safe + day <= now
  return {
    text: last ? words.row.last(what, whenText(language, next.hard, zone)) : words.row.next(what, whenText(language, next.safeBy, zone)),
    missed: false,
  }
}

/** For what the person is represented; names are in the case. */
export function counselText(words: DeskWords, person: RowPerson | undefined): string {
  const known: Readonly<Record<string, string>> = words.row.counselFor
  if (person === undefined || person.counsel.length === 0) return words.row.noCounsel
  return person.counsel.includes("all") ? words.row.counselFor.all : person.counsel.map((one) => known[one] ?? one).join(", ")
}

/** A day that keeps a right is running and nobody is known to file. */
export const nobodyFiles = (person: RowPerson | undefined): boolean => person?.clock.flags.includes("NOBODY_FILES") === true
