// The paragraph that is offered to whoever goes off duty: what is red, what was opened, what waits. Facts alone; what they mean she adds.
import type { CaseRow, FlightLine, ToDoLine, Today } from "@safe-conduct/client/member"
import type { Language } from "@safe-conduct/words/choose.ts"
import type { ShiftWords } from "@safe-conduct/words/desk/shift/index.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { calledIn } from "../person/called-in.ts"

export interface DraftGiven {
  readonly day: Pick<
    Today,
    "emergencies" | "flightBar" | "requests" | "waitingSignatures" | "unopenedReplies" | "dueLooks" | "toDo" | "shiftBegan"
  >
  /** The whole list: what was opened in the shift need not be red. */
  readonly rows: readonly Pick<CaseRow, "title" | "people" | "openedAt" | "closed">[]
  readonly flightText: (flight: FlightLine) => string
}

/** Names said in one line; the rest is on the page. */
const named = 6
const joined = (names: readonly string[]): string =>
  names.slice(0, named).join(", ") + (names.length > named ? ` +${names.length - named}` : "")
const due = ({ kind, late }: ToDoLine): boolean => late && kind !== "unreached"

export function draftOf(words: ShiftWords["draft"], language: Language, { day, rows, flightText }: DraftGiven): string {
  const nameOf = ({ people, title }: Pick<CaseRow, "title" | "people">): string => bothScripts(people[0], title, language).first
  const opened = rows.filter((row) => !row.closed && row.openedAt >= day.shiftBegan)
  const toDo = day.toDo.filter(due)
  const parts = [
    day.flightBar.length > 0 && words.flights(day.flightBar.map(flightText).join("; ")),
    day.emergencies.length > 0 && words.red(day.emergencies.length, joined(day.emergencies.map(nameOf))),
    opened.length > 0 && words.opened(opened.length, joined(opened.map(nameOf))),
    toDo.length > 0 && words.due(toDo.length, joined([...new Set(toDo.map((line) => calledIn(language, line)))])),
    day.requests.length > 0 && words.requests(day.requests.length),
    day.waitingSignatures.length > 0 && words.signatures(day.waitingSignatures.length),
    day.unopenedReplies.length > 0 && words.replies(day.unopenedReplies.length),
    day.dueLooks.length > 0 && words.looks(day.dueLooks.length),
  ].filter((part) => part !== false)
  return parts.length === 0 ? words.quiet : parts.join(" ")
}
