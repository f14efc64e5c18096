// What somebody can do by herself within the hour, as a programme gives it: words that a lawyer read on a day, and what they rest on. Rules
// and practice change within weeks, so words that nobody has read for sixty days are not shown to who would act on them.
import { daysBetween, type PlainDate } from "../time/plain-date.ts"

export interface SelfHelpText {
  readonly steps: readonly { readonly title: string; readonly text: readonly string[] }[]
}
export interface SelfHelp {
  /** Null: no lawyer has read it yet. */
  readonly reviewedOn: PlainDate | null
  /** Whose eyes: a role and no name. */
  readonly reviewedBy: "lawyer" | null
  readonly sources: readonly string[]
  readonly texts: Readonly<Record<"en" | "fr" | "ru", SelfHelpText>>
}

export const SELF_HELP_DAYS = 60

/** By the reader's own clock. A review of tomorrow is none: her clock or ours is wrong, and neither is to be trusted with a night. */
export function selfHelpHolds(reviewedOn: PlainDate | null, today: PlainDate): boolean {
  if (reviewedOn === null) return false
  const age = daysBetween(reviewedOn, today)
  return age >= 0 && age <= SELF_HELP_DAYS
}

/** What a reading is of: every step in every language and what they rest on. Its hash (SHA-256 of the UTF-8) is what two members sign. */
export const selfHelpText = ({ sources, texts }: SelfHelp): string =>
  JSON.stringify([
    sources,
    ...(["en", "fr", "ru"] as const).map((language) => texts[language].steps.map(({ title, text }) => [title, ...text])),
  ])
