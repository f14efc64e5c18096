import { describe, expect, test } from "vitest"
import { timeZoneOf } from "../time/index.ts"
import { editDistance, type Facility, facilityByCode, findFacilities, latinOf } from "./index.ts"

const place = (code: string, name: string, city: string, staging = false): Facility => ({
  code,
  name,
  city,
  state: city === "Mesa" ? "AZ" : "LA",
  timeZone: timeZoneOf("America/Chicago"),
  staging,
})
// No Russian names here: the letters alone must find their way.
const list = [
  place("AAA", "Winn Correctional Center", "Winnfield"),
  place("BBB", "Adelanto ICE Processing Center", "Adelanto"),
  place("CCC", "Removal Operations Center", "Mesa", true),
  place("DDD", "Otay Mesa Detention Center", "San Diego"),
  place("EEE", "Stewart Detention Center", "Lumpkin"),
  place("FFF", "Moshannon Valley Processing Center", "Philipsburg"),
]
const best = (typed: string): string | undefined => findFacilities(typed, list)[0]?.facility.code

describe("a typed name finds its place", () => {
  test.each([
    ["Виннфилд", "AAA"],
    ["винфилд", "AAA"],
    ["Аделанто", "BBB"],
    ["тюрьма Аделанта", "BBB"],
    ["Меса", "CCC"],
    ["Отай Меса", "DDD"],
    ["Стюарт", "EEE"],
    ["Мошанон", "FFF"],
  ])("in Cyrillic: %s", (typed, code) => expect(best(typed)).toBe(code))

  test.each([
    ["winfield", "AAA"],
    ["Adalento", "BBB"],
    ["ADELANTO DETENTION", "BBB"],
    ["mesa az", "CCC"],
    ["otey mesa", "DDD"],
    ["Steward", "EEE"],
    ["ccc", "CCC"],
  ])("misspelt, shortened or as a code: %s", (typed, code) => expect(best(typed)).toBe(code))

  test("what is near nothing finds nothing, and is left to be kept as typed", () => {
    for (const typed of ["Гуантанамо", "xq", "", "???"]) expect(best(typed), typed).toBeUndefined()
    expect(facilityByCode("NOPE", list)).toBeUndefined()
  })

  test("the staging site comes first where two places answer to one name", () => {
    expect(findFacilities("Mesa", list).map((m) => m.facility.code)).toEqual(["CCC", "DDD"])
  })
})

test("one slip of the finger is one step", () => {
  expect(editDistance("mesa", "mesa")).toBe(0)
  expect(editDistance("mesa", "emsa")).toBe(1)
  expect(editDistance("mesa", "msa")).toBe(1)
  expect(editDistance("", "mesa")).toBe(4)
})

test("Cyrillic is read letter by letter", () => expect(latinOf("Щёлково Цех")).toBe("shelkovo tseh"))
