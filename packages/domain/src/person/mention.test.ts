// What is said over a bad line finds the person it is about, and offers nobody for words that name nobody.
import { describe, expect, test } from "vitest"
import { type Mentionable, mentionedLines, mentionFits, mentionKeys, mentionOf } from "./mention.ts"

const sasha: Mentionable = {
  names: [
    { surname: "Ермаков", given: "Александр", patronymic: "Ильич" },
    { surname: "Ermakov", given: "Aleksandr" },
  ],
  aNumbers: ["A087654321"],
  born: "1984-03-02",
}
const fits = (line: string, near: "place" | "state" | null = null) => mentionFits(mentionOf(line), sasha, mentionKeys(sasha), near)

describe("a list that is dictated or pasted", () => {
  test("falls into people", () => {
    expect(mentionedLines("1. Саша из Казани\n2) Пётр Дроздов; двое братьев, Цырен и ещё кто-то")).toEqual([
      "Саша из Казани",
      "Пётр Дроздов",
      "двое братьев",
      "Цырен",
      "ещё кто-то",
    ])
    expect(mentionedLines("Ivan Petrov and Oleg\r\n— Anna\n\n  \n...")).toEqual(["Ivan Petrov", "Oleg", "Anna"])
  })
  test("a name that holds the letters of a parting word stays whole", () => {
    expect(mentionedLines("Иванов Илья\nAndrei Andersen")).toEqual(["Иванов Илья", "Andrei Andersen"])
  })
})

describe("a mention", () => {
  test.each([
    ["Саша из Казани", ["given"]],
    ["Шура", ["given"]],
    ["Yermakov", ["surname"]],
    ["Александр Ермаков", ["surname", "given"]],
    ["ERMAKOV ALEKSANDR ILICH", ["surname", "given", "patronymic"]],
    ["Ирмаков", ["surname-heard"]],
    ["Ильич", ["patronymic"]],
    ["Саша Илич", ["given", "patronymic"]],
    ["Ермакова", ["surname"]],
    ["A 87-654-321", ["a-number"]],
    ["какой-то Саша, 1984", ["given", "birth-year"]],
  ])("%s", (line, reasons) => expect(fits(line).reasons).toEqual(reasons))

  test.each(["двое братьев из Казани", "somebody from Mesa", "Пётр", "1984", "A 11-111-111"])("%s means nobody in particular", (line) =>
    expect(fits(line, "place")).toEqual({ score: 0, reasons: [] }),
  )
  test("more that fits comes first, and being held there tells two of one name apart", () => {
    const scores = [
      fits("Ильич"),
      fits("Саша"),
      fits("Ирмаков"),
      fits("Саша", "state"),
      fits("Саша", "place"),
      fits("Ермаков"),
      fits("Саша Ермаков", "place"),
      fits("A087654321"),
    ]
    expect(scores.map(({ score }) => score)).toEqual(scores.map(({ score }) => score).toSorted((a, b) => a - b))
  })
})
