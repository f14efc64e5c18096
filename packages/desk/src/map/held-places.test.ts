// Nobody falls off the map: whoever is held somewhere stands there, and whoever's place is not known is counted.
import type { CaseRow, RowPerson } from "@safe-conduct/client/member"
import type { Facility } from "@safe-conduct/domain/custody"
import { timeZoneOf } from "@safe-conduct/domain/time"
import { expect, test } from "vitest"
import { heldPlaces } from "./held-places.ts"

const mesa = { code: "IWAHOLD", name: "Mesa staging", city: "Mesa", state: "AZ", timeZone: timeZoneOf("America/Phoenix"), staging: true }
const facilities: readonly Facility[] = [
  { ...mesa, at: [33.3, -111.6] },
  { ...mesa, code: "NOWHERE", name: "Not on any list", staging: false },
]

let n = 0
const person = (urgency: "E" | "U" | "H" | "N", where: object | null, more: object = {}) =>
  ({
    person: `p${n++}`,
    cyrillic: "Тест",
    latin: "Test",
    outcome: null,
    lowered: null,
    clock: { urgency: { level: urgency, triggers: [] }, flags: [] },
    where: where === null ? null : { kind: "detained", facility: "", code: null, state: null, staging: false, ...where },
    ...more,
  }) as unknown as RowPerson
const row = (people: readonly RowPerson[], more: object = {}) =>
  ({ stream: `s${n++}`, title: "Case", closed: false, people, ...more }) as unknown as CaseRow

test("a place has all who are held there, the gravest first, and the gravest place comes first", () => {
  const { places, unknown } = heldPlaces(
    [
      row([person("N", { facility: "typed only", state: "TX" }), person("H", { facility: "Typed only", state: "TX" })]),
      row([person("U", { code: "IWAHOLD", facility: "Mesa" })]),
      row([person("E", { code: "IWAHOLD", facility: "Mesa" })]),
      // Two signed that she is not in so great a danger.
      row([person("E", { code: "NOWHERE", facility: "x" }, { lowered: "N" })]),
      row([person("H", { code: "NOWHERE", facility: "x" })]),
    ],
    facilities,
    true,
  )
  expect(places.map(({ name, level, at, staging, people }) => [name, level, at !== null, staging, people.map((one) => one.level)])).toEqual(
    [
      ["Mesa staging", "E", true, true, ["E", "U"]],
      ["Not on any list", "H", false, false, ["H", "N"]],
      ["typed only", "H", false, false, ["H", "N"]],
    ],
  )
  expect(unknown).toEqual([])
})

test("who is held nobody knows where, and of whom nobody knows anything, is counted; children in care by themselves", () => {
  const held = heldPlaces(
    [
      row([
        person("N", null),
        person("E", { facility: "" }),
        person("H", { kind: "unknown" }),
        person("N", { kind: "orr", facility: "x" }),
      ]),
    ],
    facilities,
    false,
  )
  expect([held.places.length, held.unknown.map(({ level }) => level), held.inCare.length]).toEqual([0, ["E", "H", "N"], 1])
})

test("who is free, was removed, has arrived, or whose case is closed, is on no map", () => {
  const at = { code: "IWAHOLD", facility: "Mesa" }
  const rows = [
    row([person("N", { kind: "free" }), person("N", at, { outcome: "removed" }), person("N", at, { outcome: "arrived" })]),
    row([person("E", at)], { closed: true }),
  ]
  expect(heldPlaces(rows, facilities, true)).toEqual({ places: [], unknown: [], inCare: [] })
})
