// Who would file. A lawyer for the trial alone files no petition, and the sentence "nobody known" saves more people than
// any date: so every running deadline carries it.
import { type CounselFor, isSeen, type ProceedingEvent } from "../proceeding/event.ts"

type Task = Exclude<CounselFor, "all">
const tasks: readonly Task[] = ["trial", "appeal", "custody"]

export type Files = "counsel" | "counsel-said" | "nobody-known"

export type Counsel = ReadonlyMap<Task, "counsel" | "counsel-said">

export function readCounsel(events: readonly ProceedingEvent[]): Counsel {
  const known = new Map<Task, "counsel" | "counsel-said">()
  for (const event of events) {
    if (event.type !== "counsel.entered" && event.type !== "counsel.left") continue
    for (const task of event.for === "all" ? tasks : [event.for]) {
      if (event.type === "counsel.left") known.delete(task)
      else if (isSeen(event) || !known.has(task)) known.set(task, isSeen(event) ? "counsel" : "counsel-said")
    }
  }
  return known
}

export const whoFiles = (counsel: Counsel, filer: Task | null): Files | null =>
  filer === null ? null : (counsel.get(filer) ?? "nobody-known")
