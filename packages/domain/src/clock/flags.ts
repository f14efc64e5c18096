// Standing remarks that no date and no level can carry: what a lawyer should look at, and what data is incomplete.
import { type Custody, unknownFacilities } from "../custody/episode.ts"
import { isSeen, type ProceedingEvent } from "../proceeding/event.ts"
import type { FinalOrder } from "../proceeding/final-order.ts"
import { barsOneCountryOnly, type Protection } from "../proceeding/protection.ts"
import { ordersWithoutUntil, type Stay } from "../proceeding/stay.ts"
import { isOpenDeadline, type Reckoned } from "./deadlines.ts"

export const flagNames = [
  /** Expedited removal of someone paroled at a port of entry: counsel, and check the state of CHIRLA v. Noem. */
  "ER_OF_POE_PAROLEE",
  /** Withholding or CAT with an order of removal: another country may still be named. */
  "WITHHOLDING_IS_NOT_SAFETY",
  /** Ordered removed unheard while in custody: no limit in time to rescind. */
  "IN_CUSTODY_ON_HEARING_DAY",
  /** A court's temporary order without an end on record. */
  "ORDER_WITHOUT_UNTIL",
  /** A facility kept as typed, because the list does not know it. */
  "UNKNOWN_FACILITY",
  /** Somebody looked and did not find the person. */
  "NOT_FOUND",
  /** A day that keeps a right is running and nobody is known to file. */
  "NOBODY_FILES",
  /** Something rests on word alone. */
  "NOT_SEEN",
  /** A stay that stood has ended. */
  "STAY_ENDED",
] as const
export type Flag = (typeof flagNames)[number]

export interface FlagGround {
  readonly events: readonly ProceedingEvent[]
  readonly custody: Custody
  readonly order: FinalOrder | null
  readonly protection: Protection
  readonly stay: Stay
  readonly deadlines: readonly Reckoned[]
  readonly absentInCustody: boolean
}

export function readFlags(ground: FlagGround): readonly Flag[] {
  const { events, custody, order, protection, stay, deadlines } = ground
  const has: Record<Flag, boolean> = {
    ER_OF_POE_PAROLEE: paroledThenExpedited(events),
    WITHHOLDING_IS_NOT_SAFETY: barsOneCountryOnly(protection),
    IN_CUSTODY_ON_HEARING_DAY: ground.absentInCustody,
    ORDER_WITHOUT_UNTIL: ordersWithoutUntil(events),
    UNKNOWN_FACILITY: unknownFacilities(custody).length > 0,
    NOT_FOUND: custody.notFound !== null,
    NOBODY_FILES: deadlines.some(({ row }) => isOpenDeadline(row) && row.files === "nobody-known"),
    NOT_SEEN: events.some((e) => !isSeen(e)),
    STAY_ENDED: order !== null && !stay.stayed && events.some((e) => courtStayed(e) && isSeen(e)),
  }
  return flagNames.filter((name) => has[name])
}

const courtStayed = (e: ProceedingEvent): boolean =>
  e.type === "court.stay-ordered" || (e.type === "court.order" && e.kind !== "no-transfer")

function paroledThenExpedited(events: readonly ProceedingEvent[]): boolean {
  const paroled = events.find((e) => e.type === "parole.poe")
  return paroled?.type === "parole.poe" && events.some((e) => e.type === "cf.determination" && e.on >= paroled.on)
}
