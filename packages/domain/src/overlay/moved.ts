// Which open dates a changed law moves, found by working the same facts out twice. Nothing of what was open before may come out later,
// or not at all, without standing in this list: the owner of the case is told from it.
import { type Deadline, isOpenDeadline } from "../clock/deadlines.ts"

export interface MovedDate {
  readonly rule: string
  readonly about?: string
  /** The trigger's day as written. */
  readonly trigger: string
  /** The hard date under the law before; null where it did not run. */
  readonly was: string | null
  /** Under the law now; null where it runs no more. */
  readonly now: string | null
  readonly moved: "earlier" | "later" | "gone" | "new"
}

interface Answered {
  readonly deadlines: readonly Deadline[]
}

const keyOf = (one: Deadline): string => JSON.stringify([one.rule, one.trigger, one.about ?? ""])

export function movedDates(before: Answered, now: Answered): readonly MovedDate[] {
  const standing = new Map(now.deadlines.filter(isOpenDeadline).map((one) => [keyOf(one), one]))
  const earlier = new Map(before.deadlines.filter(isOpenDeadline).map((one) => [keyOf(one), one]))
  const line = (one: Deadline, was: string | null, hard: string | null, moved: MovedDate["moved"]): MovedDate => ({
    rule: one.rule,
    ...(one.about === undefined ? {} : { about: one.about }),
    trigger: one.trigger,
    was,
    now: hard,
    moved,
  })
  const changed = [...earlier].flatMap(([key, one]): MovedDate[] => {
    const same = standing.get(key)
    if (same === undefined) return metSince(one, now) ? [] : [line(one, one.hard, null, "gone")]
    if (same.hard === one.hard) return []
    return [line(one, one.hard, same.hard, Date.parse(same.hard) > Date.parse(one.hard) ? "later" : "earlier")]
  })
  const begun = [...standing].flatMap(([key, one]) => (earlier.has(key) ? [] : [line(one, null, one.hard, "new")]))
  return [...changed, ...begun]
}

/** Proved kept under the law now: nothing is lost, and nobody has to be told. */
const metSince = (one: Deadline, now: Answered): boolean => now.deadlines.some((row) => row.status === "met" && keyOf(row) === keyOf(one))
