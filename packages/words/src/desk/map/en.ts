// The map in English.
import { plural } from "../../plural.ts"
import type { MapWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("en", count, { one, other })
const people = (count: number): string => n(count, "person", "people")
const places = (count: number): string => n(count, "place", "places")

export const map: MapWords = {
  title: "Where everyone is held",
  lede: "Each mark is a place: larger where more are held, shaped by the gravest level there. The list says the same.",
  held: (count, where) => `${people(count)} held in ${places(where)}`,
  unknown: (count) => `${people(count)} held nobody knows where`,
  inCare: (count) => `${people(count)} in care apart from family`,
  undrawn: (count) => `${places(count)} not on the drawing`,
  drawing: (count) => `The United States with ${places(count)} marked; the list beside it says the same`,
  places: "Places",
  none: "Nobody is held anywhere that is known.",
  notDrawn: "(no list says where)",
  more: (count) => `${people(count)} more in the list of cases`,
  print: "Print without names",
}
