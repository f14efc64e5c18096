// Who is named for a flight that the register knows of. It is said by someone and not a fact of the case, so no clock counts it; a row
// shows its hour all the same, until she is seen after it, reconciled, or gone.
import type { CardPerson } from "@safe-conduct/domain/case"
import { threateningFlights } from "@safe-conduct/domain/clock"
import { type ProceedingEvent, inOrder } from "@safe-conduct/domain/proceeding"
import { type RegisterState, sightingPeople } from "@safe-conduct/domain/register"
import { type DateOrInstant, type TimeZone } from "@safe-conduct/domain/time"

export interface NamedFlight {
  readonly person: string
  readonly at: DateOrInstant
  readonly place: string
  readonly confidence: "reported" | "confirmed"
}
export interface ThreateningFlight extends NamedFlight {
  readonly from: number
}

/** The bar of Today keeps a flight so long after its hour. */
export const FLIGHT_STAYS = 48 * 3_600_000

const none: readonly NamedFlight[] = []
const kept = new WeakMap<RegisterState, ReadonlyMap<string, readonly NamedFlight[]>>()

/** By case. A rumour is checked before it moves anyone on a list; it stands in the bar alone. */
export function namedFlights(state: RegisterState, stream: string): readonly NamedFlight[] {
  let known = kept.get(state)
  if (known === undefined) {
    const made = new Map<string, NamedFlight[]>()
    for (const { kind, sighting, at, place, confidence } of state.sightings) {
      if (kind !== "flight" || confidence === "rumoured") continue
      for (const { case: of, person, as } of sightingPeople(state, sighting)) {
        if (of === undefined || person === undefined || as === "here" || as === "off-list") continue
        made.set(of, [...(made.get(of) ?? []), { person, at, place, confidence }])
      }
    }
    kept.set(state, (known = made))
  }
  return known.get(stream) ?? none
}

/** Those that still threaten her. The case's own calling off speaks of the case's own flights; here, reconciling does. */
export function stillThreatening(
  named: readonly NamedFlight[],
  person: CardPerson,
  events: readonly ProceedingEvent[],
  zone: TimeZone,
  now: number,
): readonly ThreateningFlight[] {
  const seen = events.filter((one) => one.type !== "removal.scheduled" && one.type !== "removal.called-off")
  return named
    .filter((one) => one.person === person.id)
    .flatMap((one) =>
      threateningFlights(inOrder([...seen, { type: "removal.scheduled", at: one.at, confidence: one.confidence }]), zone)
        .filter((flight) => flight.until >= now - FLIGHT_STAYS)
        .map(({ from }) => ({ ...one, from })),
    )
}
