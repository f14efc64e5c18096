// The words of the picture of a case's course, and of the calendar file.
export interface CourseWords {
  readonly title: string
  readonly lanes: Readonly<Record<"custody" | "stay" | "events", string>>
  readonly now: string
  readonly staging: string
  readonly said: string
  readonly safeBy: string
  readonly hard: string
  readonly none: string
  readonly legend: string
  readonly toNow: string
  readonly span: (from: string, to: string) => string
  readonly calendar: string
  readonly calendarMore: string
  readonly withName: string
  readonly fileNoDates: string
  readonly entry: (rule: string) => string
  readonly entryMore: (nominal: string, hard: string) => string
}
