// When somebody last heard of a person from herself or from whoever speaks with her: a call, a letter or message that came in, an answer to
// a question put, a place that a human being named. A list on the internet that still shows her reaches nobody, and neither does what we
// sent.
import { type DateOrInstant, latestMoment, type TimeZone, timeZoneOf } from "../../time/index.ts"
import type { CaseState } from "../state.ts"

/** Milliseconds; null: nobody, as far as the case knows. `zone` is that of days that were written down without an hour. */
export function lastReached(state: CaseState, person: string, zone: TimeZone = timeZoneOf("UTC")): number | null {
  const hers = (of: string | undefined): boolean => of === undefined || of === person
  const requests = state.requests.filter((row) => row.people.some((one) => one.person === person))
  const heard = [
    ...requests,
    ...state.notes.filter((row) => hers(row.person) && (row.kind === "call" || (row.kind === "letter" && row.direction === "in"))),
    ...messagesAnswered(state).filter((row) => requests.some(({ ask }) => ask === row.ask)),
    ...state.asked.filter((row) => row.answer !== undefined && hers(state.questions.find((one) => one.id === row.id)?.person)),
  ].map((row) => row.made.at)
  const places = [
    ...state.custody.filter((row) => row.person === person).map((row) => ({ at: row.confirmed, how: row.how, made: row.made })),
    ...state.events.flatMap(({ person: of, event, made }) =>
      of === person && event.type === "custody.confirmed" ? [{ at: event.at, how: event.how, made }] : [],
    ),
  ].flatMap(({ at, how, made }) => (at === undefined || how === undefined || how === "locator" ? [] : [momentSaid(at, zone, made.at)]))
  const all = [...heard, ...places]
  return all.length === 0 ? null : Math.max(...all)
}

/** The first answer to each message: said when it was read. What follows without a new one is ours alone. */
const messagesAnswered = ({ answers }: CaseState) =>
  answers.filter(
    ({ ask, repliesTo }, at) =>
      repliesTo !== undefined && answers.findIndex((one) => one.ask === ask && one.repliesTo?.seq === repliesTo.seq) === at,
  )

/** A day counts to its end, and yet nobody was reached later than it was written down. */
const momentSaid = (at: DateOrInstant, zone: TimeZone, written: number): number => Math.min(latestMoment(at, zone), written)
