// A child's age is kept on the day of the referral, and the answer may take years.
import { describe, expect, test } from "vitest"
import { ageAt } from "../../person/date.ts"
import { streamId } from "../../stream/story.ts"
import { addDays, type PlainDate, plainDateOf } from "../../time/index.ts"
import { caseStory } from "../story.ts"
import { dependencyOf } from "./dependent.ts"

const LIMIT = 22
const day = plainDateOf
const referral = streamId("referral")
const family = (born: string) => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "describe-person", { person: "maya", born })
  const cites = (step: string, on: string, more: object = {}) =>
    story.tells("lena", "cite-proposal", {
      person: "pavel",
      proposal: referral,
      kind: "referral",
      step,
      entry: "e".repeat(64),
      on,
      ...more,
    })
  return { story, cites, on: (today: string) => dependencyOf(story.state, "maya", day(today), LIMIT) }
}

describe("a daughter who turns twenty-two on 15 January", () => {
  const born = "2005-01-15"

  test("is a dependent child until the day before, where nobody referred the family", () => {
    const { on } = family(born)
    expect(on("2027-01-14")).toEqual({ is: "dependent", age: 21, on: null, turns: "2027-01-15" })
    expect(on("2027-01-15")).toMatchObject({ is: "too-old", age: 22 })
  })

  test("stays one once the referral went while she was twenty-one, before any answer and after it", () => {
    const { on, cites } = family(born)
    cites("added", "2026-12-01")
    expect(on("2027-02-01")).toMatchObject({ is: "too-old" })
    cites("sent", "2026-12-11")
    for (const later of ["2026-12-12", "2027-01-15", "2029-06-01"])
      expect(on(later)).toMatchObject({ is: "dependent", age: 21, on: "2026-12-11" })
    cites("answered", "2027-03-01", { answer: "ACCEPTED" })
    cites("sent", "2027-04-01", { proposal: streamId("second") })
    expect(on("2027-05-01")).toMatchObject({ is: "dependent", on: "2026-12-11" })
  })

  test("does not become one by a referral that went when she was twenty-two, nor by a note to the United States", () => {
    const { on, cites } = family(born)
    cites("sent", "2026-12-11", { kind: "note" })
    expect(on("2027-01-15")).toMatchObject({ is: "too-old", on: null })
    cites("sent", "2027-01-15")
    expect(on("2027-02-01")).toMatchObject({ is: "too-old", age: 22, on: "2027-01-15" })
  })

  test("is counted anew when her birth date was wrong, and when the referral is called back", () => {
    const { story, on, cites } = family(born)
    cites("sent", "2026-12-11")
    story.tells("anna", "describe-person", { person: "maya", born: "2004-12-11" })
    expect(on("2026-12-12")).toEqual({ is: "too-old", age: 22, on: "2026-12-11", turns: "2026-12-11" })
    story.tells("anna", "describe-person", { person: "maya", born: "2004-12-12" })
    expect(on("2029-01-01")).toMatchObject({ is: "dependent", age: 21 })
    cites("recalled", "2027-01-02")
    expect(on("2029-01-01")).toMatchObject({ is: "too-old", on: null })
  })
})

test("nobody else is a dependent child, and one whose birth date nobody knows is said to be unknown", () => {
  const { story } = family("2020-02-29")
  expect(dependencyOf(story.state, "dina", day("2026-12-01"), LIMIT)).toBeNull()
  story.tells("anna", "add-person", { person: "lev", relation: "child", names: [{ script: "latin", surname: "P" }] })
  expect(dependencyOf(story.state, "lev", day("2026-12-01"), LIMIT)).toEqual({ is: "unknown" })
})

test("the first day of being too old is the day on which the age is reached, for every birth date of four years", () => {
  const { story } = family("2004-01-01")
  for (let born = day("2003-03-01"); born < "2007-03-01"; born = addDays(born, 1)) {
    const state = { ...story.state, descriptions: [{ ...story.state.descriptions[0], person: "maya", born }] } as typeof story.state
    const found = dependencyOf(state, "maya", day("2024-01-01"), LIMIT) as { readonly turns: PlainDate }
    expect([ageAt(born, addDays(found.turns, -1)), ageAt(born, found.turns)], born).toEqual([LIMIT - 1, LIMIT])
  }
})
