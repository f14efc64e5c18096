import { describe, expect, it } from "vitest"
import { dayText, isNoDay, noDay, typedDay } from "./typed-day.ts"

describe("a typed day", () => {
  it("is undefined when nothing was typed", () => expect(dayText(noDay)).toBeUndefined())
  it("is a calendar date when whole", () => expect(dayText({ day: "5", month: "3", year: "1990" })).toBe("1990-03-05"))
  it("keeps what is missing visible instead of guessing it", () => {
    expect(dayText({ day: "", month: "3", year: "1990" })).toBe("1990-3-?")
    expect(dayText({ day: "5", month: "", year: "1990" })).toBe("1990-?-5")
  })
  it("may end at the month or the year where that is how it is remembered", () => {
    expect(dayText({ day: "", month: "3", year: "2022" }, true)).toBe("2022-03")
    expect(dayText({ day: "", month: "", year: "2022" }, true)).toBe("2022")
    expect(dayText({ day: "5", month: "", year: "2022" }, true)).toBe("2022-?-5")
  })
  it("comes back as it was typed", () => {
    expect(typedDay("1990-03-05")).toEqual({ day: "5", month: "3", year: "1990" })
    expect(typedDay("2022-11")).toEqual({ day: "", month: "11", year: "2022" })
    expect(isNoDay(typedDay(undefined))).toBe(true)
  })
})
