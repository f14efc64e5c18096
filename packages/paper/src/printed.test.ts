// How dates, names and numbers look.
import { expect, it } from "vitest"
import { personRows, printedANumber, printedDay, printedDigest, printedWhen } from "./printed.ts"
import { wordsOf } from "./words/index.ts"

it("a day has its month in words, so that 03.04 and 04/03 are not confused", () => {
  expect(printedDay("1990-04-03", "en")).toBe("3 April 1990")
  expect(printedDay("1990-04-01", "fr")).toBe("1er avril 1990")
  expect(printedDay("1990-04-03", "ru")).toBe("3 апреля 1990 г.")
})

it("a date known to the month or the year is printed no finer", () => {
  expect(printedWhen("2022-03", "ru")).toBe("март 2022")
  expect(printedWhen("2022", "en")).toBe("2022")
  expect(printedWhen("spring of 2022", "en")).toBe("spring of 2022")
  expect(printedWhen("2022-13", "en")).toBe("2022-13")
})

it("an A-number has nine digits in groups and does not break", () => {
  expect(printedANumber("A087654321")).toBe("A\u00a0087-654-321")
})

it("a digest is in groups of four", () => {
  expect(printedDigest("0123456789abcdef")).toBe("0123 4567 89ab cdef")
})

it("what is not known of a person has no row", () => {
  const rows = personRows({ name: { latin: [{ surname: "RIABININ" }] } }, "en")
  expect(rows.map(({ term }) => term)).toEqual([wordsOf("en").person.latin])
})

it("Russian counts by its own rule", () => {
  const { evidenceCount } = wordsOf("ru").letter
  expect([1, 2, 5, 11, 12, 21, 22, 25, 111].map((count) => evidenceCount(count).split(",")[0])).toEqual([
    "1 единица",
    "2 единицы",
    "5 единиц",
    "11 единиц",
    "12 единиц",
    "21 единица",
    "22 единицы",
    "25 единиц",
    "111 единиц",
  ])
})
