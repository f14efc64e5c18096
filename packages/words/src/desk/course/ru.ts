// The words of the picture of a case's course, and of the calendar file, in Russian.
import type { CourseWords } from "./index.ts"

export const course: CourseWords = {
  title: "Что было и что впереди",
  lanes: { custody: "Где содержат", stay: "Отсрочка", events: "Что произошло" },
  now: "сейчас",
  staging: "пересыльный",
  said: "сказано, не видели",
  safeBy: "надёжно до",
  hard: "последний день",
  none: "Пока нет ничего с датой.",
  legend: "Толстая линия идёт до надёжного дня, тонкая до последнего. Номера раскрыты внизу.",
  toNow: "по сей день",
  span: (from, to) => `${from} – ${to}`,
  calendar: "Файл для календаря",
  calendarMore: "Открытые сроки для вашего календаря. Календари копируют то, что в них лежит, на машины других компаний.",
  withName: "с именем",
  fileNoDates: "Открытых сроков нет.",
  entry: (rule) => `Надёжно до сегодня: ${rule}`,
  entryMore: (nominal, hard) => `Номинально ${nominal}, последний день ${hard}.`,
}
