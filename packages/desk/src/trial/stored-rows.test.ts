// What the server sees, as it is shown: rows only, long bytes by their beginning and true size, sealed bodies first.
import { expect, test } from "vitest"
import { isTables, noiseOf, noisiestFirst } from "./stored-rows.ts"

const size = (bytes: number): string => `${bytes} B`

test("hex is measured in bytes, and only its beginning is shown", () => {
  expect(noiseOf("ab".repeat(900), size)).toBe(`${"ab".repeat(48)}… 900 B`)
  expect(noiseOf(17, size)).toBe("17")
  expect(noiseOf(null, size)).toBe("null")
})
test("the table with the longest sealed body stands first, empty ones are left out", () => {
  expect(
    noisiestFirst({ roster: [{ member: "m" }], pending: [], entry: [{ seq: 0, body: "ab".repeat(90) }] }).map(([table]) => table),
  ).toEqual(["entry", "roster"])
})
test("anything but tables of rows is refused", () => {
  expect(isTables({ entry: [{ seq: 0 }] })).toBe(true)
  expect(isTables({ entry: "x" })).toBe(false)
  expect(isTables(null)).toBe(false)
})
