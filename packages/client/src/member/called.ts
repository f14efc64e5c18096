// What a person of a card is called, in either script.
import type { CardPerson } from "@safe-conduct/domain/case"
import { type PersonName, fullName } from "@safe-conduct/domain/person"

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
