// Somebody mentioned by somebody else: "Саша из Казани, лет сорок", "two brothers Petrov", a number read off a wristband. Free words are
// held against people, and whoever may be meant is offered with the reason. A member decides; nothing is matched by itself.
import { type ANumber, parseANumber } from "./a-number.ts"
import { givenKeys } from "./given.ts"
import type { NameParts } from "./name.ts"
import { isPatronymic, nameWords, surnameKeys } from "./name-key.ts"
import { skeletons } from "./sound.ts"
import { isRefusal } from "../refusal.ts"

export type MentionReason = "a-number" | "surname" | "surname-heard" | "given" | "patronymic" | "birth-year" | "place" | "state"

/** What one line says, ready to be compared. */
export interface Mention {
  readonly aNumbers: readonly ANumber[]
  readonly years: readonly string[]
  /** Of each word that may be a name: under which keys a surname, a given name and a patronymic that sound so are found. */
  readonly words: readonly Readonly<Record<Spoken, readonly string[]>>[]
}
type Spoken = "surname" | "heard" | "given" | "patronymic"

/** Somebody known, as far as free words can meet her. */
export interface Mentionable {
  readonly names: readonly NameParts[]
  readonly aNumbers: readonly string[]
  readonly born?: string | null | undefined
}

/** Lines, commas, semicolons and "и"/"and"/"et" part the people of a dictated list; numbering and dashes before a name fall away. */
export function mentionedLines(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .split(/[\n\r;,]+|\s(?:и|and|et|&)\s/iu)
    .map((line) => line.replace(/^[\s\p{Pd}•*·]*(?:\d{1,3}[.)]\s+)?/u, "").trim())
    .filter((line) => /[\p{L}\d]/u.test(line))
}

/** Words that stand beside a name in a call and are none. */
const beside = new Set(
  (
    "из от с со в во на у по лет года год городе кто-то какой-то какая-то брат братья брата сестра сестры двое трое муж жена парень женщина мужчина " +
    "девушка зовут звать имя фамилия россии русский русская from of the a an in at with some somebody someone brother brothers sister sisters two " +
    "three husband wife man woman guy called named years old russian de du des la le les un une frère frères sœur deux trois mari femme homme"
  ).split(" "),
)

export function mentionOf(line: string): Mention {
  const numbers = line.match(/[AaАа]?[\s#№]?\d[\d\s\p{Pd}]{5,13}\d/gu) ?? []
  const aNumbers = numbers.map((typed) => parseANumber(typed)).filter((number): number is ANumber => !isRefusal(number))
  const years = line.match(/\b(?:19[3-9]\d|20[0-2]\d)\b/g) ?? []
  const words = nameWords(line.replace(/[^\p{L}\p{M}'’\-\s]/gu, " ")).filter((word) => word.length > 1 && !beside.has(word.toLowerCase()))
  return {
    aNumbers,
    years,
    words: words.map((word) => ({
      surname: surnameKeys([word]),
      heard: surnameKeys([word]).map(unstressed),
      given: isPatronymic(word) ? [] : givenKeys(word),
      patronymic: patronymicKeys(word),
    })),
  }
}

/** Without stress о is heard as а, and е as и: a surname written down by ear is told from others by the rest of it. */
const unstressed = (key: string): string => `~${key.replaceAll("o", "a").replaceAll("e", "i")}`

/** Older men are called by it alone: "Петрович". A mark keeps it apart from surnames that end so. */
const patronymicKeys = (word: string): readonly string[] => skeletons(word).map((key) => `+${unstressed(key)}`)

/** The keys of a person's names, made once and kept by whoever compares many lines. */
export type MentionKeys = Readonly<Record<Spoken, ReadonlySet<string>>>

/** Every key under which a line may find somebody, or she be found. */
export const keysOfMention = ({ aNumbers, words }: Mention): readonly string[] => [
  ...aNumbers,
  ...words.flatMap((word) => Object.values(word).flat()),
]
export const keysOfMentionable = ({ aNumbers }: Mentionable, keys: MentionKeys): ReadonlySet<string> =>
  new Set([...aNumbers, ...Object.values(keys).flatMap((some) => [...some])])

export function mentionKeys({ names }: Mentionable): MentionKeys {
  const surname = names.flatMap((name) => surnameKeys(nameWords(name.surname)))
  const given = names.flatMap((name) => nameWords(name.given).slice(0, 1).flatMap(givenKeys))
  const patronymic = names.flatMap((name) => nameWords(name.patronymic).flatMap(patronymicKeys))
  return { surname: new Set(surname), heard: new Set(surname.map(unstressed)), given: new Set(given), patronymic: new Set(patronymic) }
}

const weights: Readonly<Record<MentionReason, number>> = {
  "a-number": 100,
  surname: 50,
  "surname-heard": 35,
  given: 25,
  patronymic: 20,
  "birth-year": 15,
  place: 20,
  state: 10,
}

/**
 * How well a line and a person fit; reasons strongest first. `near`: whether she is held at the place that the list speaks of, or in its
 * state. Where she is held is no reason by itself: then everybody there would be everybody named.
 */
export function mentionFits(
  mention: Mention,
  person: Mentionable,
  keys: MentionKeys,
  near: "place" | "state" | null,
): { readonly score: number; readonly reasons: readonly MentionReason[] } {
  const some = (of: Spoken): boolean => mention.words.some((word) => word[of].some((key) => keys[of].has(key)))
  const named: MentionReason[] = []
  if (mention.aNumbers.some((number) => person.aNumbers.includes(number))) named.push("a-number")
  if (some("surname")) named.push("surname")
  else if (some("heard")) named.push("surname-heard")
  if (some("given")) named.push("given")
  if (some("patronymic")) named.push("patronymic")
  if (named.length === 0) return { score: 0, reasons: [] }
  if (typeof person.born === "string" && mention.years.includes(person.born.slice(0, 4))) named.push("birth-year")
  if (near !== null) named.push(near)
  return { score: named.reduce((sum, reason) => sum + weights[reason], 0), reasons: named }
}
