// How dates, names, numbers and digests look on paper. No Intl: the same facts must give the same bytes everywhere.
import type { Definition, Language, Text } from "./document.ts"
import type { Name, Person } from "./facts.ts"
import { wordsOf } from "./words/index.ts"

const months = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
  ru: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
} as const satisfies Record<Language, readonly string[]>

/** The month in words: 3/4 and 4/3 are told apart by nobody. */
export function printedDay(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number)
  const name = months[language][(month ?? 1) - 1]
  if (language === "fr") return `${date === 1 ? "1er" : date} ${name} ${year}`
  return language === "ru" ? `${date} ${name} ${year} г.` : `${date} ${name} ${year}`
}

/** A date known to the day, the month or the year (YYYY[-MM[-DD]]); anything else is printed as written. */
export function printedWhen(when: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(when)) return printedDay(when, language)
  const month = /^(\d{4})-(\d\d)$/.exec(when)
  const name = month && (language === "ru" ? monthsAlone : months[language])[Number(month[2]) - 1]
  return name ? `${name} ${month[1]}` : when
}
const monthsAlone = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"]

/** A012345678 → A 012-345-678, as the locator and the court print it; the space does not break. */
export function printedANumber(aNumber: string): string {
  return `A\u00a0${aNumber.slice(1, 4)}-${aNumber.slice(4, 7)}-${aNumber.slice(7, 10)}`
}

/** "Term: value", with the space that French sets before its colon. */
export function labelled(term: string, value: string, language: Language): string {
  return language === "fr" ? `${term} : ${value}` : `${term}: ${value}`
}

/** In groups of four, so that a line may break and an eye may compare. */
export function printedDigest(digest: string): string {
  return digest.match(/.{1,4}/g)?.join(" ") ?? digest
}

export function printedLatin(name: Name): string {
  return name.latin.map(({ surname, given }) => (given ? `${surname}, ${given}` : surname)).join("; ")
}

export function printedCyrillic(name: Name, language: Language): Text | null {
  if (!name.cyrillic) return null
  const text = [name.cyrillic.surname, name.cyrillic.given, name.cyrillic.patronymic].filter(Boolean).join(" ")
  return language === "ru" ? text : [{ text, lang: "ru" }]
}

/** Who a letter is about, row by row; what is not known has no row. */
export function personRows(person: Person, language: Language): Definition[] {
  const { person: words } = wordsOf(language)
  const cyrillic = printedCyrillic(person.name, language)
  return [
    { term: words.latin, value: [{ text: printedLatin(person.name), strong: true }] },
    ...(cyrillic ? [{ term: words.cyrillic, value: cyrillic }] : []),
    ...(person.born ? [{ term: words.born, value: printedDay(person.born, language) }] : []),
    ...(person.aNumber ? [{ term: words.aNumber, value: printedANumber(person.aNumber) }] : []),
    ...(person.citizenship ? [{ term: words.citizenship, value: person.citizenship }] : []),
  ]
}
