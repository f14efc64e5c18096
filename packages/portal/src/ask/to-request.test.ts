import { describe, expect, it } from "vitest"
import { type Answers, noActivity, noAnswers, noPerson } from "./answers.ts"
import { checkStep } from "./check.ts"
import { stepAt } from "./send.tsx"
import { checkedRequest, toRequest } from "./to-request.ts"

const today = "2026-11-22"
const wife: Answers = {
  ...noAnswers("ru"),
  asking: "relative",
  intake: true,
  people: [{ ...noPerson, surname: "Воробьёв", given: "Тимофей", aNumber: "A 87-654-321", where: "detained", facility: "Виннфилд" }],
}

describe("six answers make a request", () => {
  it("keeps the A-number padded and leaves out what was not answered", () => {
    const read = checkedRequest(wife, today)
    expect(read.ok && read.request.people[0]?.aNumber).toBe("A087654321")
    expect(read.ok && Object.keys(read.request)).not.toContain("order")
  })
  it("needs nothing beyond a name", () => {
    expect(checkedRequest({ ...noAnswers("en"), people: [{ ...noPerson, given: "Anna" }] }, today).ok).toBe(true)
  })
  it("carries the asker's own consent and no other", () => {
    expect(toRequest(wife)["consents"]).toEqual([{ person: 0, scope: "INTAKE", givenBy: "asker", how: "written" }])
    expect(toRequest({ ...wife, intake: false })["consents"]).toEqual([])
  })
  it("sends no place of someone who is free, even if one was typed before", () => {
    const free = { ...wife, people: [{ ...noPerson, given: "Анна", where: "free" as const, facility: "улица", state: "NY" }] }
    expect(JSON.stringify(toRequest(free))).not.toContain("улица")
  })
  it("sends no contact when the asker does not want one", () => {
    expect(JSON.stringify(toRequest({ ...wife, mayContact: "no", contactHow: "+1 555 0100" }))).not.toContain("555")
  })
  it("drops blank activities and keeps each file with its own", () => {
    const request = toRequest({
      ...wife,
      activities: [noActivity, { ...noActivity, kind: "protest", what: "Пикет" }],
      files: [{ name: "a.jpg", type: "", size: 1, caption: "", activity: 1, file: null }],
    })
    expect(request["activities"]).toEqual([{ kind: "protest", what: "Пикет" }])
    expect(request["files"]).toEqual([{ name: "a.jpg", activity: 0 }])
  })
})

describe("what is wrong is said beside the field it is wrong in", () => {
  const person = (part: Partial<typeof noPerson>) =>
    checkStep("person", { ...wife, people: [{ ...noPerson, given: "Анна", ...part }] }, today)
  it("letters in an A-number", () => expect(person({ aNumber: "A 87-6O4-321" })["people-0-aNumber"]?.error).toBe("a-number-letters"))
  it("a birth date in 2030", () =>
    expect(person({ born: { day: "5", month: "3", year: "2030" } })["people-0-born"]?.error).toBe("born-in-future"))
  it("half a birth date", () => expect(person({ born: { day: "", month: "3", year: "1990" } })["people-0-born"]?.error).toBe("bad-date"))
  it("no name at all", () => expect(person({ given: " " })["people-0-names"]?.error).toBe("name-missing"))
  it("nothing, when nothing is wrong", () =>
    expect(person({ born: { day: "5", month: "3", year: "1990" }, aNumber: "087654321" })).toEqual({}))
  it("a year alone is enough for an activity, a day without a month is not", () => {
    const when = (year: string, month: string, day: string) =>
      checkStep("activities", { ...wife, activities: [{ ...noActivity, kind: "speech", when: { year, month, day } }] }, today)
    expect(when("2022", "", "")).toEqual({})
    expect(when("2022", "", "4")["activities-0-when"]?.error).toBe("when-malformed")
  })
  it("no consent to be read", () => expect(checkStep("review", { ...wife, intake: false }, today)["intake"]?.error).toBe("consent-missing"))
})

it("a refusal of the whole request leads to the page where it can be mended", () => {
  expect(["/people/0/born", "/people/0/where/since", "/people/2/names", "/asker/contact/how", "/files/3/caption", ""].map(stepAt)).toEqual([
    "person",
    "where",
    "family",
    "reach",
    "papers",
    "review",
  ])
})
