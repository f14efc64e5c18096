// What is to be done, from cards: tasks with whoever does them, waits that are over, people of whom nobody has heard. What has come due
// stands first, then what is mine, then what is nobody's.
import type { CardPerson } from "@safe-conduct/domain/case"
import { type DateOrInstant, earliestMoment, instantOf, latestMoment, type TimeZone, writeInstant } from "@safe-conduct/domain/time"
import { DAY } from "../day.ts"
import { bothNames, type Called, namesOf } from "./called.ts"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import type { ToDoLine } from "./shift-port.ts"

const momentOf = (text: string | undefined, zone: TimeZone, pick: typeof latestMoment): number | null => {
  if (text === undefined) return null
  try {
    return pick(text as DateOrInstant, zone)
  } catch {
    return null
  }
}

/** Nothing is expected before then; null: nothing holds, or it is over. */
export const waitsUntil = (holdUntil: string | undefined, zone: TimeZone): number | null => momentOf(holdUntil, zone, earliestMoment)

/** Whole days for which nobody has heard of somebody in custody, or whose place is unknown; null while that is no longer than usual. */
export function unreachedDays(
  { where, reached }: { readonly where?: string | undefined; readonly reached?: number | undefined },
  openedAt: number,
  limit: number,
  now: number,
): number | null {
  if (where !== undefined && where !== "detained" && where !== "unknown" && where !== "orr") return null
  const days = Math.floor((now - (reached ?? openedAt)) / DAY)
  return days >= limit ? days : null
}

export function toDo(core: Core, now: number): readonly ToDoLine[] {
  const law = lawNow(core)
  const zone = law.zones.board
  const me = core.inside.member
  const nameOf = (member: string): string => core.nameOf(member) || member
  const lines = core.cards.all().flatMap(({ stream, facts }): ToDoLine[] => {
    if (facts.stage === "closed") return []
    const { owner = null, people, title = "", holdUntil } = facts
    // Of most cases nothing is to be done, and then nobody need be called by name.
    const nameOfCase = (person: CardPerson | undefined = people[0]): Called => {
      const both = person === undefined ? null : bothNames(namesOf(person))
      return both?.name ? both : { name: title, latin: "" }
    }
    const owned = () => ({ doer: owner, doerName: owner === null ? null : nameOf(owner), mine: owner === me })
    const tasks = (facts.tasks ?? []).map((task): ToDoLine => {
      const due = momentOf(task.due, zone, latestMoment)
      const doer = task.for ?? null
      const late = due !== null && due <= now
      const doerName = doer === null ? null : nameOf(doer)
      return {
        kind: "task",
        stream,
        ...nameOfCase(),
        text: task.text ?? "",
        at: task.due ?? null,
        days: null,
        doer,
        doerName,
        mine: doer === me,
        late,
      }
    })
    // Anybody may confirm it but whoever heard it. A hold does not stop this clock.
    const confirming = (facts.second ?? []).map((one): ToDoLine => {
      const due = one.at + law.secondEarsHours * 3_600_000
      const person = people.find(({ id }) => id === one.person)
      return {
        kind: "second-ears",
        stream,
        ...nameOfCase(person),
        text: "",
        at: writeInstant(instantOf(due), zone),
        days: null,
        doer: null,
        doerName: null,
        mine: one.by !== me,
        late: due <= now,
      }
    })
    const until = waitsUntil(holdUntil, zone)
    if (until !== null && until > now) return [...tasks, ...confirming]
    const waited: ToDoLine[] =
      until === null
        ? []
        : [{ kind: "waited", stream, ...nameOfCase(), text: "", at: holdUntil ?? null, days: null, ...owned(), late: true }]
    const unreached = people.flatMap((one): ToDoLine[] => {
      const days = one.outcome === undefined ? unreachedDays(one, facts.openedAt, law.unreachedDays, now) : null
      return days === null ? [] : [{ kind: "unreached", stream, ...nameOfCase(one), text: "", at: null, days, ...owned(), late: true }]
    })
    return [...tasks, ...confirming, ...waited, ...unreached]
  })
  const rank = (line: ToDoLine): number => (line.late ? 0 : 4) + (line.mine ? 0 : line.doer === null ? 1 : 2)
  const soonest = (line: ToDoLine): number => momentOf(line.at ?? undefined, zone, latestMoment) ?? Number.MAX_SAFE_INTEGER
  // Among those unheard of, the longest silence first.
  return lines
    .map((line) => ({ line, rank: rank(line), at: line.kind === "unreached" ? -(line.days ?? 0) : soonest(line) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ line }) => line)
}
