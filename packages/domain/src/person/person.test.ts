// The rules of names, numbers and dates. Everyone here is invented.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "../refusal.ts"
import { type PlainDate, plainDateOf } from "../time/plain-date.ts"
import {
  ageAt,
  alike,
  type ANumber,
  birthRefusal,
  dayMonthAmbiguous,
  dayMonthSwapped,
  isPartialDate,
  lineKeys,
  nameKeys,
  parseANumber,
  samePerson,
  showANumber,
} from "./index.ts"

const day = plainDateOf
const number = (typed: string): ANumber => {
  const parsed = parseANumber(typed)
  if (isRefusal(parsed)) throw new Error(parsed.error)
  return parsed
}

describe("an A-number", () => {
  test.each([
    ["A 87-654-321", "A087654321"],
    ["a087654321", "A087654321"],
    ["А 087 654 321", "A087654321"],
    ["A#1234567", "A001234567"],
    ["№ 87–654–321", "A087654321"],
    [" 087\u00a0654\u2011321 ", "A087654321"],
  ])("typed %s is kept as %s", (typed, kept) => expect(parseANumber(typed)).toBe(kept))

  test.each([
    ["A 87-654-32O", "a-number-letters"],
    ["AA087654321", "a-number-letters"],
    ["12х4567", "a-number-letters"],
    ["123456", "a-number-too-short"],
    ["A", "a-number-too-short"],
    ["1234567890", "a-number-too-long"],
    ["1234.567", "a-number-malformed"],
    ["A000000000", "a-number-zero"],
  ])("typed %s is refused as %s", (typed, error) => expect(parseANumber(typed)).toMatchObject({ error }))

  test("is shown as it is read aloud, and reads back as itself", () => {
    expect(showANumber(number("12345678"))).toBe("A 012-345-678")
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (n) => {
        const kept = number(`A${String(n).padStart(9, "0")}`)
        expect(parseANumber(showANumber(kept))).toBe(kept)
        expect(parseANumber(kept)).toBe(kept)
      }),
    )
  })
})

describe("a birth date", () => {
  const today = day("2026-11-22")
  test("in 2030 is refused before anything is sealed", () => {
    expect(birthRefusal(day("2030-01-01"), today, "/people/0/born")).toEqual({ error: "born-in-future", at: "/people/0/born" })
  })
  test("of today is a newborn's", () => expect(birthRefusal(today, today)).toBeNull())
  test("more than 120 years back is a slip", () =>
    expect(birthRefusal(day("1905-11-22"), today)).toMatchObject({ error: "born-too-long-ago" }))
  test("03.04.1990 may be April or March; 05.05 and 25.04 can be only one day", () => {
    expect(dayMonthAmbiguous(day("1990-04-03"))).toBe(true)
    expect(dayMonthSwapped(day("1990-04-03"))).toBe("1990-03-04")
    expect(dayMonthAmbiguous(day("1990-05-05"))).toBe(false)
    expect(dayMonthSwapped(day("1990-04-25"))).toBeNull()
  })
  test("age changes on the birthday and, for 29 February, on 1 March", () => {
    expect(ageAt(day("2008-11-23"), today)).toBe(17)
    expect(ageAt(day("2008-11-22"), today)).toBe(18)
    expect(ageAt(day("2008-02-29"), day("2026-02-28"))).toBe(17)
    expect(ageAt(day("2008-02-29"), day("2026-03-01"))).toBe(18)
  })
  test.each([
    ["2022", true],
    ["2022-03", true],
    ["2022-03-06", true],
    ["2022-13", false],
    ["2022-02-30", false],
    ["весна 2022", false],
    ["22", false],
  ])("an activity may be dated %s: %s", (text, fits) => expect(isPartialDate(text)).toBe(fits))
})

describe("a name is found again", () => {
  const cyrillic = { surname: "Цветаева", given: "Юлия", patronymic: "Андреевна" }
  test.each([
    { surname: "Tcvetaeva", given: "Iuliia" },
    { surname: "Tsvetaeva", given: "Iuliia" },
    { surname: "Tsvetayeva", given: "Yuliya" },
    { surname: "Tsvetaeva", given: "Ioulia" },
    { surname: "TSVETAEVA", given: "YULIA ANDREEVNA" },
    { surname: "Цветаева", given: "Юля" },
    { surname: "Julia", given: "Tsvetaeva" },
    { surname: "Цветаев", given: "Юлия" },
  ])("as $surname $given", (latin) => expect(alike([cyrillic], [latin])).toBe(true))

  test.each([
    ["Семёнов Артём", "Semenov Artem"],
    ["Семёнов Артем", "Semyonov Artyom"],
    ["Хрущёв Алексей", "Khrushchov Alexey"],
    ["Шишкин Евгений", "Chichkine Evgueni"],
    ["Щукина Мария Ильинична", "Shchukina Mariya"],
    ["Лаврентьев Илья", "Lavrentyev Ilya"],
    ["Жуковский Сергей", "Zhukovskiy Sergey"],
    ["Жуковская Сергей", "Zhukovskii Sergei"],
    ["Подъячев Дмитрий", "Podieiachev Dmitrii"],
    ["Пацкевич Александра Вячеславовна", "PATSKEVICH Alexandra"],
    ["Смирнов-Орлов Пётр", "Orlov Petr"],
    ["Машенька Давыдова", "DAVYDOVA, MARIIA"],
    ["Ванечка Веретин", "Ivan Veretin"],
  ])("%s as %s", (a, b) => {
    const keys = lineKeys(a)
    expect([...lineKeys(b)].some((key) => keys.has(key))).toBe(true)
  })

  test.each([
    [cyrillic, { surname: "Цветкова", given: "Юлия" }],
    [cyrillic, { surname: "Цветаева", given: "Ирина" }],
    [cyrillic, { surname: "Tsvetaeva" }],
    [
      { surname: "Иванов", given: "Пётр" },
      { surname: "Петров", given: "Иван" },
    ],
  ])("but %o is not %o", (a, b) => expect(alike([a], [b])).toBe(false))

  test("keys never depend on letter case or on ё", () => {
    const word = fc.string({ unit: fc.constantFrom(..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (surname, given) => {
        const keys = nameKeys({ surname, given })
        expect(nameKeys({ surname: surname.toUpperCase(), given: given.replaceAll("ё", "е") })).toEqual(keys)
      }),
    )
  })
})

describe("two papers speak of one person", () => {
  const papers = (surname: string, given: string, born: PlainDate | null, ...numbers: string[]) => ({
    names: [{ surname, given }],
    born,
    aNumbers: numbers.map(number),
  })
  const kira = papers("Цветаева", "Кира", day("1990-04-03"))
  test("by the A-number", () => {
    expect(samePerson(papers("Орлов", "Пётр", null, "87654321"), papers("Orlov", "Peter", null, "A 087-654-321"))).toEqual({
      score: 100,
      reasons: ["a-number", "name"],
    })
  })
  test("by birth date and name", () =>
    expect(samePerson(kira, papers("Tcvetaeva", "Kira", day("1990-04-03")))).toEqual({ score: 90, reasons: ["birth-date", "name"] }))
  test("by name and a birth date whose day and month were swapped", () => {
    expect(samePerson(kira, papers("Tsvetayeva", "Kira", day("1990-03-04")))).toEqual({
      score: 75,
      reasons: ["birth-date-swapped", "name"],
    })
  })
  test("not by a name alone, nor by a birth date alone", () => {
    expect(samePerson(kira, papers("Tsvetaeva", "Kira", null)).score).toBeLessThan(70)
    expect(samePerson(kira, papers("Tsvetaeva", "Kira", day("1991-07-19"))).score).toBeLessThan(45)
    expect(samePerson(kira, papers("Орлова", "Анна", day("1990-04-03"))).score).toBeLessThan(45)
  })
  test("an A-number against both other facts is only worth a look", () => {
    expect(
      samePerson(papers("Орлов", "Пётр", day("1980-01-02"), "87654321"), papers("Ким", "Анна", day("1999-05-20"), "87654321")).score,
    ).toBe(50)
  })
  test("and it does not matter which paper is held first", () => {
    const name = fc.constantFrom("Орлов", "Orlov", "Цветаева", "Tcvetaeva")
    const born = fc.constantFrom(null, day("1990-04-03"), day("1990-03-04"))
    const one = fc.tuple(name, fc.constantFrom("Кира", "Kira", "Пётр"), born).map(([surname, given, at]) => papers(surname, given, at))
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(samePerson(a, b)).toEqual(samePerson(b, a))
      }),
    )
  })
})
