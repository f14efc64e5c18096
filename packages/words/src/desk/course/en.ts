// The words of the picture of a case's course, and of the calendar file, in English.
import type { CourseWords } from "./index.ts"

export const course: CourseWords = {
  title: "The course so far, and what is ahead",
  lanes: { custody: "Held", stay: "Stay", events: "What happened" },
  now: "now",
  staging: "staging",
  said: "said, not seen",
  safeBy: "safe until",
  hard: "last day",
  none: "Nothing dated is known yet.",
  legend: "A full line runs to the safe day, a thin one to the last. Numbers are told below.",
  toNow: "to this day",
  span: (from, to) => `${from} – ${to}`,
  calendar: "Calendar file",
  calendarMore: "The open dates for a calendar of your own. Calendars copy what they hold to other companies’ machines.",
  withName: "with the name in it",
  fileNoDates: "No date is open.",
  entry: (rule) => `Safe until today: ${rule}`,
  entryMore: (nominal, hard) => `Nominal ${nominal}, last day ${hard}.`,
}
