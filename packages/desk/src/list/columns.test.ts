// The list's filter and order, held by the rules a person relies on while typing.
import type { CaseRow } from "@safe-conduct/client/member"
import { words } from "@safe-conduct/words/desk/en.ts"
import { describe, expect, test } from "vitest"
import { fits, type Line, lineOf, narrowing, sorted, wanted } from "./columns.ts"

const now = Date.parse("2026-11-22T12:00:00Z")

function row(given: Partial<CaseRow> & { readonly cyrillic: string; readonly latin?: string; readonly aNumber?: string }): CaseRow {
  const person = {
    person: "p",
    names: [],
    cyrillic: given.cyrillic,
    latin: given.latin ?? "",
    born: null,
    aNumbers: given.aNumber === undefined ? [] : [given.aNumber],
    where: null,
    counsel: [],
    outcome: null,
    lowered: null,
    clockRefused: null,
    clock: { urgency: { level: given.urgency ?? "N", triggers: [] }, flags: [] },
  }
  return {
    stream: given.cyrillic,
    title: "",
    people: [person],
    owner: null,
    ownerName: null,
    urgency: "N",
    triggers: [],
    next: null,
    hoursLeft: null,
    flight: null,
    changed: "",
    ...given,
  } as unknown as CaseRow
}
const line = (given: Parameters<typeof row>[0]): Line => lineOf(row(given), words, now, "UTC")

describe("the list's filter", () => {
  const kovaleva = line({ cyrillic: "Ковалёва Инна", latin: "Kovaleva Inna", aNumber: "A201000009" })
  test("ё and е are one letter", () => {
    expect(fits(kovaleva, wanted("ковалева"))).toBe(true)
    expect(fits(kovaleva, wanted("КОВАЛЁВА"))).toBe(true)
  })
  test("words may come in any order and in either script, and the end of the A-number finds", () => {
    expect(fits(kovaleva, wanted("inna коваль".slice(0, 9)))).toBe(true)
    expect(fits(kovaleva, wanted("0009"))).toBe(true)
  })
  test("every word must occur", () => {
    expect(fits(kovaleva, wanted("ковалева петр"))).toBe(false)
  })
})

test("letter by letter, shortened again and begun anew it leaves the same lines as if it were typed at once", () => {
  const names = ["Ковалёва Инна", "Коваль Пётр", "Лугов Глеб", "Иннокентьев Лев", "Петров Илья"]
  const lines = names.map((cyrillic) => line({ cyrillic }))
  const afresh = (typed: string): readonly Line[] => lines.filter((one) => fits(one, wanted(typed)))
  const narrowed = narrowing()
  for (const typed of ["к", "ко", "кова", "кова и", "кова ин", "кова", "л", "ле", "", "пет", "пет ков", "никого", "и"])
    expect(narrowed(lines, wanted(typed)), typed).toEqual(afresh(typed))
  // Other lines under the same words are looked through from the start.
  expect(narrowed(lines.slice(1), wanted("и"))).toEqual(lines.slice(1).filter((one) => fits(one, ["и"])))
})

describe("the list's order", () => {
  const slow = line({ cyrillic: "А", urgency: "E", hoursLeft: 40 })
  const fast = line({ cyrillic: "Б", urgency: "E", hoursLeft: 3 })
  const none = line({ cyrillic: "В", urgency: "E" })
  const calm = line({ cyrillic: "Г", urgency: "N", hoursLeft: 1 })
  test("urgency first, then hours left; no known hour stands after every known one", () => {
    expect(sorted([calm, none, slow, fast], "urgency", false, "ru").map((one) => one.text.name)).toEqual(["Б", "А", "В", "Г"])
  })
})

test("of four thousand cases those are left that fit every part of what was typed", () => {
  const lines = Array.from({ length: 4_000 }, (_, n) =>
    line({ cyrillic: `Человек ${n} Пример`, latin: `Chelovek ${n}`, aNumber: `A${200_000_000 + n}` }),
  )
  const parts = wanted("пример 200003")
  // As the page reads ahead before anybody types.
  expect(lines.filter((one) => one.haystack === "")).toEqual([])
  expect(lines.filter((one) => fits(one, parts)).length).toBe(1_000)
  // As one text they are searched as each by itself: at its first line, at its last, in all, in none, and across no two of them.
  for (const typed of ["пример 200003", "человек 0 ", "человек 3999", "chelovek", "п", "200003999", "9 человек", "никого", ""])
    expect(narrowing()(lines, wanted(typed)), typed).toEqual(lines.filter((one) => fits(one, wanted(typed))))
  expect(narrowing()([], ["п"])).toEqual([])
})
