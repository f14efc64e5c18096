// The ends of shifts: what was said, who carried on, and since when something is new to whoever comes back.
import { lastLeft, lastTaken, shiftsLeft } from "@safe-conduct/domain/register"
import type { Core } from "./core.ts"
import type { ShiftView } from "./shift-port.ts"

const HOUR = 3_600_000
/** What nobody took over stays for a week; what was, until whoever took it has gone home as well. */
const STAYS = { standing: 7 * 24 * HOUR, taken: 12 * HOUR } as const
/** A shift of which the register knows no beginning or end. */
const SHIFT = 12 * HOUR

export function shiftViews(core: Core, now: number): readonly ShiftView[] {
  const name = (member: string): string => core.nameOf(member) || member.slice(0, 6)
  return shiftsLeft(core.register.folded().state)
    .filter(({ made, taken }) => now - (taken ?? made).at < (taken === null ? STAYS.standing : STAYS.taken))
    .map(({ shift, text, made, taken }) => ({
      shift,
      name: name(made.by),
      mine: made.by === core.inside.member,
      at: made.at,
      text,
      taken: taken === null ? null : { name: name(taken.by), at: taken.at },
    }))
}

/** What changed after this is new to her: the end of her own last shift, though nobody reads more than a week of news. */
export const newSince = (core: Core, now: number): number =>
  Math.max(now - STAYS.standing, lastLeft(core.register.folded().state, core.inside.member) ?? now - SHIFT)

/** When the shift began that she is in: when she took over, unless she has gone home since. */
export function shiftBegan(core: Core, now: number): number {
  const { state } = core.register.folded()
  const took = lastTaken(state, core.inside.member) ?? 0
  return took > (lastLeft(state, core.inside.member) ?? 0) && now - took < 2 * SHIFT ? took : now - SHIFT
}
