// The map in Russian.
import { plural } from "../../plural.ts"
import type { MapWords } from "./index.ts"

const n = (count: number, one: string, few: string, many: string): string => plural("ru", count, { one, few, many, other: few })
const people = (count: number): string => n(count, "человек", "человека", "человек")

export const map: MapWords = {
  title: "Кто где содержится",
  lede: "Каждый знак — место: он больше там, где людей больше, а форма говорит о самом тяжёлом уровне. В списке то же самое.",
  held: (count, where) => `Под стражей: ${people(count)}, ${n(where, "место", "места", "мест")}`,
  unknown: (count) => `Неизвестно где: ${people(count)}`,
  inCare: (count) => `Под опекой отдельно от семьи: ${people(count)}`,
  undrawn: (count) => `Нет на рисунке: ${n(count, "место", "места", "мест")}`,
  drawing: (count) => `Соединённые Штаты, на рисунке ${n(count, "место", "места", "мест")}; в списке рядом то же самое`,
  places: "Места",
  none: "Ни о ком не известно, что он где-то содержится.",
  notDrawn: "(ни в одном списке нет, где это)",
  more: (count) => `Ещё ${people(count)} в списке дел`,
  print: "Напечатать без имён",
}
