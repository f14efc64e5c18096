// Moments in words: days stay days in every zone, and an hour with its offset is shown as it is written there.
import { expect, test } from "vitest"
import { ago, agoHour, dayBy, dayText, fullDay, millisOf, wallThere, whenText } from "./when.ts"

test("a bare day is never moved by the reader's zone", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Honolulu"]) expect(whenText("en", "2026-11-26", zone)).toBe("Thu 26 Nov")
  expect(dayText("ru", "2026-11-26")).toBe("чт, 26 нояб.")
  expect(fullDay("en", "1989-04-01")).toBe("1 April 1989")
})
test("an instant is shown in the reader's zone, and on the wall there as it is written", () => {
  expect(whenText("en", "2026-11-23T06:00:00-07:00", "America/New_York")).toBe("Mon 23 Nov, 08:00")
  expect(wallThere("en", "2026-11-23T06:00:00-07:00")).toBe("Mon 23 Nov, 06:00")
  expect(wallThere("en", "2026-11-23T13:00:00Z")).toBeNull()
})
test("the server's hour is read as one", () => {
  expect(millisOf("2026-11-22T17Z")).toBe(Date.UTC(2026, 10, 22, 17))
  expect(millisOf("soon")).toBeNull()
})
test("how long ago is said in the largest unit that is not nought", () => {
  const now = Date.UTC(2026, 10, 22, 12)
  expect(ago("en", now - 4_000, now)).toBe("now")
  expect(ago("en", now - 9 * 3_600_000, now)).toBe("9h ago")
  expect(ago("en", now - 47 * 3_600_000, now)).toBe("47h ago")
  expect(ago("en", Date.UTC(2026, 10, 19), now, true)).toBe("3d ago")
  expect(ago("ru", Date.UTC(2026, 10, 21), now, true)).toBe("вчера")
})
test("of an hour no minutes are told", () => {
  const at = (minutes: number): number => Date.UTC(2026, 10, 22, 17, minutes)
  for (const minutes of [0, 6, 59]) expect(agoHour("en", "2026-11-22T17Z", at(minutes))).toBe("this hour")
  expect(agoHour("ru", "2026-11-22T17Z", at(29))).toBe("в этот час")
  expect(agoHour("en", "2026-11-22T17Z", at(130))).toBe("2 hours ago")
})
test("today is the day of a place: late in the evening of New York it is tomorrow at Greenwich", () => {
  const late = Date.parse("2026-11-23T02:30:00Z")
  expect(["America/New_York", "UTC", "Pacific/Kiritimati"].map((zone) => dayBy(zone, late))).toEqual([
    "2026-11-22",
    "2026-11-23",
    "2026-11-23",
  ])
})
