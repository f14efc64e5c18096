// A wake begins inside the transaction that stores its cause: what asked for it and what it does are durable together, or not at all.
import { randomBytes } from "@safe-conduct/sealing/verify"
import { type Id, type WakeKind, hourOf, idFromBytes } from "@safe-conduct/wire"
import type { Transaction } from "../store/store.ts"
import { STEP_MINUTES } from "./ladder.ts"

/**
 * Requests that begin a ladder at once in one hour; after them each waits ten minutes. A crowd of false ones then wakes whoever sleeps no
 * more often than one true request would, and drops none: what is asked meanwhile stands at the desk and joins the ladder under way.
 */
export const AT_ONCE = 3

export const newWakingId = (): Id => idFromBytes(randomBytes(16))
export const minuteOf = (instant: number): number => Math.floor(instant / 60_000)

export async function beginWake(tx: Transaction, kind: WakeKind, members: readonly Id[], now: number): Promise<void> {
  const rows = (await tx.wakes()).filter((row) => row.kind === kind)
  const same = (row: { readonly members: readonly Id[] }): boolean => row.members.join() === members.join()
  if (kind !== "test" && rows.some((row) => row.due > 0 && row.taken === null && same(row))) return
  const hour = hourOf(now)
  const crowded = kind === "request" && rows.filter((row) => row.hour === hour).length >= AT_ONCE
  const due = minuteOf(now) + (crowded ? STEP_MINUTES : 0)
  await tx.putWake({ wake: newWakingId(), kind, members, step: 0, due, taken: null, how: null, hour })
}
