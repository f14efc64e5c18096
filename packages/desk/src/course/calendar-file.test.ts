// What calendars read.
import { expect, test } from "vitest"
import { calendarFile } from "./calendar-file.ts"

const now = Date.parse("2026-11-22T17:05:00Z")
const entry = { uid: "a1@safe-conduct", at: "2026-12-31", title: "Надёжно до сегодня: апелляция, срок; 30 дней", text: "One\nTwo" }

test("a day is a whole day, the next one excluded; an instant is one in UTC", () => {
  expect(calendarFile([entry], now)).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
  expect(calendarFile([{ ...entry, at: "2026-12-31T17:00:00-06:00" }], now)).toContain("DTSTART:20261231T230000Z\r\n")
})

test("every line has 75 octets at most and ends as it must; unfolded, nothing is lost and nothing can break out of its line", () => {
  const title = `${"Ж".repeat(200)}\nEND:VCALENDAR\\;,`
  const file = calendarFile([{ ...entry, title }], now)
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true)
  const unfolded = file.replaceAll("\r\n ", "")
  expect(unfolded).toContain(`SUMMARY:${"Ж".repeat(200)}\\nEND:VCALENDAR\\\\\\;\\,\r\n`)
  expect(unfolded.match(/^END:VCALENDAR/gm)).toHaveLength(1)
})

test("no date gives a calendar without events", () => expect(calendarFile([], now)).not.toContain("VEVENT"))
