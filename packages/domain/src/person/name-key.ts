// The keys under which a name is found again, whoever wrote it down. Two names are alike when they share one key.
import { givenKeys } from "./given.ts"
import type { NameParts } from "./name.ts"
import { skeletons } from "./sound.ts"

/** Patronymics are dropped: they are often absent, or stand as an American "middle name". */
const patronymic = /([oe]viC|[oe]vna|iniCna|iCna|ogli|ugli|kizi)$/

/** Surname and given name, in either order, since forms are often filled the other way round. Without both parts: no key. */
export function nameKeys(name: NameParts): Set<string> {
  const surname = nameWords(name.surname)
  const given = nameWords(name.given)
  const keys = new Set<string>()
  pairs(surname, given, keys)
  pairs(given, surname, keys)
  return keys
}

/** Keys of a name written in one line: surname first or last, patronymic anywhere or nowhere. */
export function lineKeys(line: string): Set<string> {
  const all = nameWords(line.replace(/,/g, " "))
  const keys = new Set<string>()
  for (const named of withoutPatronymic(all)) {
    for (const [i, surname] of named.entries())
      pairs(
        [surname],
        named.filter((_, j) => j !== i),
        keys,
      )
  }
  return keys
}

/** Some surnames end like a patronymic, so each word that might be one is left out in turn; two words are always both needed. */
function withoutPatronymic(all: readonly string[]): (readonly string[])[] {
  if (all.length < 3) return [all]
  const ways = all.flatMap((word, i) => (isPatronymic(word) ? [all.filter((_, j) => j !== i)] : []))
  return ways.length === 0 ? [all] : ways
}

export function alike(a: readonly NameParts[], b: readonly NameParts[]): boolean {
  const keys = new Set(a.flatMap((name) => [...nameKeys(name)]))
  return b.some((name) => [...nameKeys(name)].some((key) => keys.has(key)))
}

function pairs(surnames: readonly string[], given: readonly string[], keys: Set<string>): void {
  const named = given.length > 1 ? given.filter((word) => !isPatronymic(word)) : given
  const first = named[0]
  if (first === undefined || surnames.length === 0) return
  for (const surname of surnameKeys(surnames)) for (const key of givenKeys(first)) keys.add(`${surname}|${key}`)
}

/** A double surname is found by the whole and by each half, since papers drop one. */
export function surnameKeys(words: readonly string[]): string[] {
  const whole = words.join("-")
  const halves = words.flatMap((word) => word.split("-"))
  return [...new Set([whole, ...halves].flatMap((word) => skeletons(word)).map(withoutGender))].filter((key) => key.length > 1)
}

/** -ов/-ова, -ин/-ина, -ский/-ская, -ой/-ая, -ый/-ая: a wife and a husband are found together. */
function withoutGender(surname: string): string {
  const pair = surname.replace(/(ov|ev|in)a$/, "$1")
  return pair === surname ? surname.replace(/(?<=..)(oi|ei|i|a)$/, "") : pair
}

export function isPatronymic(word: string): boolean {
  return skeletons(word).some((key) => patronymic.test(key))
}

/** The words of one part of a name; a hyphen keeps two together. */
export function nameWords(text: string | undefined): string[] {
  return (text ?? "")
    .normalize("NFC")
    .replace(/\s*[-\u2010-\u2015]\s*/gu, "-")
    .split(/[\s.]+/u)
    .filter((word) => word !== "" && word !== "-")
}
