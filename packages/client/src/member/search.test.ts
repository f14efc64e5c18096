// A search answers the same whether a word is typed letter by letter, pasted at once, or shortened again; and the best come first.
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
const surnames = ["Берёзова", "Берегов", "Аберин", "Лугов", "Забережный", "Глебов"]

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna } = await openedDesk(desk))
  for (const [n, surname] of surnames.entries()) {
    const names = [{ script: "cyrillic" as const, surname, given: n % 2 === 0 ? "Глеб" : "Инна" }]
    good(await anna.newCase({ people: [{ names, aNumbers: [`A20100000${n}`] }] } as never))
  }
  good(await anna.refresh())
})
afterAll(() => desk.close())

const found = async (typed: string) => (await anna.search(typed)).map((hit) => hit.name)

test("letter by letter it is as if it were typed at once, in either direction and across words", async () => {
  for (const typed of ["берез", "инна лугов", "инна бер", "бер глеб", "201000003", "a201 000 004"]) {
    const steps = [...typed].map((_, n) => typed.slice(0, n + 1))
    const forwards = []
    for (const step of steps) forwards.push(await found(step))
    const backwards = []
    for (const step of steps.toReversed()) backwards.push(await found(step))
    const afresh = []
    for (const step of steps) {
      await found("ничего такого")
      afresh.push(await found(step))
    }
    expect(afresh.at(-1)).not.toEqual([])
    expect(forwards).toEqual(afresh)
    expect(backwards.toReversed()).toEqual(afresh)
  }
})
test("who begins with the word comes before whose other name does, and that before who only holds it", async () => {
  expect(await found("бер")).toEqual(["Берегов Инна", "Берёзова Глеб", "Аберин Глеб", "Забережный Глеб"])
  expect((await found("глеб"))[0]).toBe("Глебов Инна")
})
test("a card that changed is found by its new name at once, and no longer by the old", async () => {
  const [hit] = await anna.search("лугов")
  const { stream, person } = hit as { stream: string; person: string }
  good(await anna.act(stream, "describe-person", { person, names: [{ script: "cyrillic", surname: "Полынин", given: "Инна" }] }))
  good(await anna.refresh())
  expect(await found("полынин")).toEqual(["Полынин Инна"])
  expect(await found("лугов")).toEqual([])
})
