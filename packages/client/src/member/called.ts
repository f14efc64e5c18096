// What a person of a card is called, in either script.
import type { CardPerson } from "@safe-conduct/domain/case"
import { fullName, type PersonName } from "@safe-conduct/domain/person"

export const namesOf = (person: CardPerson): readonly PersonName[] =>
  person.names.map(([script, surname, given, patronymic]) => ({
    script: script === "c" ? "cyrillic" : "latin",
    ...(surname === "" ? {} : { surname }),
    ...(given === "" ? {} : { given }),
    ...(patronymic === undefined ? {} : { patronymic }),
  }))

export const called = (names: readonly PersonName[], script: "cyrillic" | "latin"): string => {
  const name = names.findLast((one) => one.script === script && one.former !== true) ?? names.find((one) => one.script === script)
  return name === undefined ? "" : fullName(name)
}
/** As a row calls her: Cyrillic first, since that is what her family writes. */
export const callNameOf = (names: readonly PersonName[]): string => called(names, "cyrillic") || called(names, "latin")

export interface Called {
  readonly name: string
  /** Empty where no Latin spelling is known, or where it is no person that is named. */
  readonly latin: string
}
/** In either script, so that a page leads with the one its reader reads. */
export const bothNames = (names: readonly PersonName[]): Called => ({ name: callNameOf(names), latin: called(names, "latin") })
