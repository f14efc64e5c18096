// What is to be done, from cards: tasks with whoever does them, waits that are over, people of whom nobody has heard. What has come due
// stands first, then what is mine, then what is nobody's.
import { type DateOrInstant, earliestMoment, latestMoment, type TimeZone } from "@safe-conduct/domain/time"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import type { ToDoLine } from "./shift-port.ts"
import type { CaseRow } from "./vault-port.ts"

const DAY = 86_400_000

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

export function toDo(core: Core, rows: readonly CaseRow[], now: number): readonly ToDoLine[] {
  const zone = lawNow(core).zones.board
  const me = core.inside.member
  const lines = rows.flatMap((row): ToDoLine[] => {
    const { stream, people, title, owner, ownerName } = row
    const name = people[0]?.cyrillic || people[0]?.latin || title
    const owned = { doer: owner, doerName: ownerName, mine: owner === me }
    const tasks = row.tasks.map((task): ToDoLine => {
      const due = momentOf(task.due, zone, latestMoment)
      const doer = task.for ?? null
      const doerName = doer === null ? null : core.nameOf(doer) || doer
      const late = due !== null && due <= now
      return {
        kind: "task",
        stream,
        name,
        text: task.text ?? "",
        at: task.due ?? null,
        days: null,
        doer,
        doerName,
        mine: doer === me,
        late,
      }
    })
    const until = waitsUntil(row.holdUntil ?? undefined, zone)
    const waited: ToDoLine[] =
      until === null || until > now ? [] : [{ kind: "waited", stream, name, text: "", at: row.holdUntil, days: null, ...owned, late: true }]
    const unreached = people.flatMap((one): ToDoLine[] =>
      one.unreached === null
        ? []
        : [
            {
              kind: "unreached",
              stream,
              name: one.cyrillic || one.latin || name,
              text: "",
              at: null,
              days: one.unreached,
              ...owned,
              late: true,
            },
          ],
    )
    return [...tasks, ...waited, ...unreached]
  })
  const rank = (line: ToDoLine): number => (line.late ? 0 : 4) + (line.mine ? 0 : line.doer === null ? 1 : 2)
  const soonest = (line: ToDoLine): number => momentOf(line.at ?? undefined, zone, latestMoment) ?? Number.MAX_SAFE_INTEGER
  // Among those unheard of, the longest silence first.
  return lines
    .map((line) => ({ line, rank: rank(line), at: line.kind === "unreached" ? -(line.days ?? 0) : soonest(line) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ line }) => line)
}
