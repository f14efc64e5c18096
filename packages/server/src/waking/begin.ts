// A wake begins inside the transaction that stores its cause: what asked for it and what it does are durable together, or not at all.
import { randomBytes } from "@safe-conduct/sealing/verify"
import { type Id, type WakeKind, hourOf, idFromBytes } from "@safe-conduct/wire"
import type { Transaction } from "../store/store.ts"
import { STEP_MINUTES } from "./ladder.ts"

/**
 * Requests that begin a ladder of their own, at once, in one hour. What follows in it joins a ladder that still stands, or begins ten
 * minutes later: a crowd of false ones wakes a sleeper so often and no oftener, and drops none: all of them stand at the desk.
 */
export const AT_ONCE = 3

export const newWakingId = (): Id => idFromBytes(randomBytes(16))
export const minuteOf = (instant: number): number => Math.floor(instant / 60_000)

export async function beginWake(tx: Transaction, kind: WakeKind, members: readonly Id[], now: number): Promise<void> {
  const rows = (await tx.wakes()).filter((row) => row.kind === kind)
  const same = (row: { readonly members: readonly Id[] }): boolean => row.members.join() === members.join()
  const hour = hourOf(now)
  const crowded = kind === "request" && rows.filter((row) => row.hour === hour).length >= AT_ONCE
  const joins = kind === "alarm" || crowded
  if (joins && rows.some((row) => row.due > 0 && row.taken === null && same(row))) return
  const due = minuteOf(now) + (crowded ? STEP_MINUTES : 0)
  await tx.putWake({ wake: newWakingId(), kind, members, step: 0, due, taken: null, how: null, hour })
}
