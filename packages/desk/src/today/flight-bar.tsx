// Flights that are reported: when on both clocks, where, how sure, and which of ours may be aboard. First thing on the page.
import type { FlightLine } from "@safe-conduct/client/member"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { wallThere, whenText } from "../app/when.ts"
import { calledIn } from "../person/called-in.ts"

export function FlightBar({ flights }: { readonly flights: readonly FlightLine[] }) {
  return (
    <div class="flights">
      {flights.map((flight) => (
        <Flight flight={flight} />
      ))}
    </div>
  )
}

function Flight({ flight }: { readonly flight: FlightLine }) {
  const { words, language, zone } = useDesk()
  const { today, time, roll } = words.value
  const there = wallThere(language.value, flight.at)
  const here = whenText(language.value, flight.at, zone)
  const when = there === null || there === here ? here : `${there} ${time.there} = ${here} ${time.here}`
  const sure = (today.confidence as Readonly<Record<string, string>>)[flight.confidence] ?? flight.confidence
  return (
    <section class="flight" aria-label={today.flight(when, flight.place)}>
      <p class="flight-when">
        <strong>{today.flight(when, flight.place)}</strong> <span>{sure}</span>{" "}
        <a href={flight.sighting === null ? paths.roll : paths.rollCall(flight.sighting)}>{roll.page}</a>
      </p>
      <p>
        {flight.people.length === 0 ? (
          today.flightNobody
        ) : (
          <>
            {today.flightOurs(flight.people.length)}
            {colon(language.value)}
            {flight.people.map((one, at) => (
              <>
                {at > 0 && ", "}
                <a data-row href={paths.case(one.stream)}>
                  {calledIn(language.value, one)}
                </a>
              </>
            ))}
          </>
        )}
      </p>
    </section>
  )
}
