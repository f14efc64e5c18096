// A compartment that fewer than two can still read is destroyed all the same: whoever reads it signs, and one who cannot signs that she
// destroys it unseen. Otherwise what is most dangerous would stay for ever behind the one colleague who left.
import { type PurgedStream, purgesOf, type RegisterState } from "@safe-conduct/domain/register"
import { isActive } from "@safe-conduct/sealing/verify"
import type { Guard, Hash, Id } from "@safe-conduct/wire"
import type { Inside } from "./inside.ts"

/** How many of these are members still. */
export function readersLeft({ directory }: Inside, members: readonly string[]): number {
  const now = directory.now()
  return members.filter((id) => isActive(now, id)).length
}

export const isUnseen = (one: PurgedStream): boolean => one.what === "compartment" && one.unanswered

/**
 * What an approval rests on without having read it: the heads that were proposed. The server stores it only while they stand, so nothing
 * that was written behind them is destroyed.
 */
export function unseenGuards(state: RegisterState, act: { readonly does: string; readonly input: unknown }): readonly Guard[] {
  if (act.does !== "approve-purge") return []
  const { entry } = act.input as { entry?: unknown }
  const found = purgesOf(state).find(({ proposed }) => proposed.made.hash === entry)
  return (found?.proposed.streams ?? [])
    .filter(isUnseen)
    .map(({ stream, seq, hash }) => ({ stream: stream as Id, seq, hash: hash as Hash }))
}
