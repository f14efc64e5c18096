// Do two papers speak of one person? A score and its reasons; a member decides, and can undo it.
import type { PlainDate } from "../time/plain-date.ts"
import type { ANumber } from "./a-number.ts"
import { dayMonthSwapped } from "./date.ts"
import type { NameParts } from "./name.ts"
import { alike } from "./name-key.ts"

export interface PersonFacts {
  readonly names: readonly NameParts[]
  readonly aNumbers: readonly ANumber[]
  readonly born?: PlainDate | null | undefined
}

export type SameReason =
  | "a-number"
  | "a-number-differs"
  | "birth-date"
  | "birth-date-swapped"
  | "birth-date-differs"
  | "name"
  | "name-differs"

export interface Sameness {
  /** 0 to 100. Not a probability: an order in which to look. */
  readonly score: number
  readonly reasons: readonly SameReason[]
}

/** From here on the two are offered as one person. */
export const likelySame = 70

/** An A-number, or a birth date together with a name; a name alone is worth a look and no more. */
export function samePerson(a: PersonFacts, b: PersonFacts): Sameness {
  const number = compareNumbers(a, b)
  const birth = compareBirths(a, b)
  const name = compareNames(a, b)
  const reasons = [number, birth, name].filter((reason) => reason !== null)
  return { score: score(number, birth, name), reasons }
}

function score(number: SameReason | null, birth: SameReason | null, name: SameReason | null): number {
  const bornAlike = birth === "birth-date" || birth === "birth-date-swapped"
  if (number === "a-number") {
    // The number is not unique in practice and is easily mistyped: contradicted by both other facts it is only worth a look.
    if (birth === "birth-date-differs" && name === "name-differs") return 50
    return birth === "birth-date-differs" || name === "name-differs" ? 85 : 100
  }
  const against = number === "a-number-differs" ? 15 : 0
  if (name === "name" && birth === "birth-date") return 90 - against
  if (name === "name" && birth === "birth-date-swapped") return 75 - against
  if (name === "name") return (birth === "birth-date-differs" ? 20 : 45) - against
  if (bornAlike) return Math.max(0, 15 - against)
  return 0
}

function compareNames(a: PersonFacts, b: PersonFacts): SameReason | null {
  if (a.names.length === 0 || b.names.length === 0) return null
  return alike(a.names, b.names) ? "name" : "name-differs"
}

function compareNumbers(a: PersonFacts, b: PersonFacts): SameReason | null {
  if (a.aNumbers.length === 0 || b.aNumbers.length === 0) return null
  return a.aNumbers.some((number) => b.aNumbers.includes(number)) ? "a-number" : "a-number-differs"
}

function compareBirths(a: PersonFacts, b: PersonFacts): SameReason | null {
  if (!a.born || !b.born) return null
  if (a.born === b.born) return "birth-date"
  return dayMonthSwapped(a.born) === b.born ? "birth-date-swapped" : "birth-date-differs"
}
