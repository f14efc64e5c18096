// What deserves a second look, and that a look is all it gets.
import { expect, test } from "vitest"
import { plainDateOf } from "../time/plain-date.ts"
import { advice, readRequest } from "./index.ts"

const today = plainDateOf("2026-11-22")
const codes = (over: object, person: object = {}) => {
  const names = { cyrillic: { surname: "Орлов", given: "Павел" }, latin: [{ surname: "Orlov", given: "Pavel" }] }
  const answer = readRequest({ v: 1, language: "en", asking: "self", people: [{ names, ...person }], ...over }, today)
  if (!answer.ok) throw new Error(answer.error)
  return advice(answer.request, today).map((one) => `${one.code} ${one.at}`)
}

test("a plain request needs none", () => expect(codes({}, { born: "1990-04-25", citizenship: "Россия" })).toEqual([]))
test("3 April may have been 4 March", () => expect(codes({}, { born: "1990-04-03" })).toEqual(["day-month-ambiguous /people/0/born"]))
test("an order dated after today is sent all the same", () =>
  expect(codes({ order: { on: "2026-11-25" } })).toEqual(["order-in-future /order/on"]))
test("a removal date that has passed is asked about", () =>
  expect(codes({ order: { removalDate: "2026-11-21" } })).toEqual(["removal-date-passed /order/removalDate"]))
test("another citizenship leads somewhere", () =>
  expect(codes({}, { citizenship: "KZ" })).toEqual(["country-not-russia /people/0/citizenship"]))
test("one script alone finds fewer papers", () =>
  expect(codes({}, { names: { latin: [{ given: "Lev" }] } })).toEqual(["one-script-only /people/0/names"]))
