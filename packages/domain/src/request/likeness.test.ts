// A flood is one group, and nobody's own story is in it.
import { describe, expect, test } from "vitest"
import fc from "fast-check"
import { alikeByText } from "./likeness.ts"

const flood = (n: number): string =>
  `Уважаемые господа! Номер ${n}. Прошу срочно оказать мне помощь и выслать деньги на билет, иначе меня завтра отправят домой. Спасибо!`
const own = [
  "Мужа взяли в понедельник на отметке, сейчас он в Виннфилде, судья отказал устно, апелляцию никто не подавал.",
  "My brother has a bond hearing next week and his lawyer stopped answering the phone.",
  "Прошу помочь сыну: он в Меса Верде, слушание двенадцатого, адвоката нет.",
]
const groupsOf = (texts: readonly string[]) => alikeByText(texts, (text) => text).map((group) => group.length)

describe("texts that are alike", () => {
  test("a counted flood is one group and comes first; each story stands alone", () => {
    const texts = [...own, ...Array.from({ length: 40 }, (_, n) => flood(n))]
    expect(groupsOf(texts)).toEqual([40, 1, 1, 1])
    expect(alikeByText(texts, (text) => text)[0]).not.toContain(own[0])
  })
  test("a story that begins as the flood does and goes on by itself is not in it", () => {
    const begun = `Прошу срочно оказать мне помощь. ${own[0]} ${own[2]}`
    expect(groupsOf([flood(1), flood(2), begun])).toEqual([2, 1])
  })
  test("a text changed word after word leaves the group that it began in", () => {
    const words = flood(1).split(" ")
    const steps = words.map((_, n) => words.map((word, at) => (at <= n ? `иное${at}слово` : word)).join(" "))
    const [first] = alikeByText([flood(1), ...steps], (text) => text)
    expect(first).not.toContain(steps.at(-1))
  })
  test("what has no words is like nothing", () => expect(groupsOf(["", "", " 12 "])).toEqual([1, 1, 1]))
  test("two short texts are alike when they are the same", () =>
    expect(groupsOf(["Помогите", "помогите!", "Помогите нам"])).toEqual([2, 1]))
  test("every item is in one group", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const items = texts.map((text, n) => ({ text, n }))
        const seen = alikeByText(items, ({ text }) => text).flatMap((group) => group.map(({ n }) => n))
        expect(seen.toSorted((a, b) => a - b)).toEqual(items.map(({ n }) => n))
      }),
    )
  })
})
