// Where everyone is held. The drawing is for the eye; the list beside it says the same, place by place, to a keyboard and on paper, where
// names stay folded away.
import type { UrgencyLevel } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useMemo, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { LevelMark } from "../app/level-mark.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { type HeldPerson, type HeldPlace, heldPlaces } from "./held-places.ts"
import { PlaceMark, Shape } from "./place-mark.tsx"
import { atEdge } from "./at-edge.ts"
import { borders, box, nation, pointOf } from "./states.ts"
import "./map.css"

const levels: readonly UrgencyLevel[] = ["E", "U", "H", "N"]

export default function MapPage() {
  const { words, language } = useDesk()
  const { map, app, row } = words.value
  const rows = useLive().list.value
  const { facilities } = useLaw()
  const latinFirst = language.value !== "ru"
  const held = useMemo(() => heldPlaces(rows ?? [], facilities, latinFirst), [rows, facilities, latinFirst])
  const [chosen, setChosen] = useState<string | null>(null)
  const drawn = held.places.flatMap((place) => {
    const at = place.at === null ? null : pointOf(place.at)
    return at === null ? [] : [{ place, x: at[0], y: at[1] }]
  })
  const beyond = atEdge(held.places.filter((place) => !drawn.some((one) => one.place === place)))
  const count = held.places.reduce((sum, { people }) => sum + people.length, 0)
  const choose = (key: string): void => {
    setChosen(key)
    const line = document.getElementById(`place-${key}`)
    line?.querySelector("summary")?.focus()
    line?.scrollIntoView({ block: "nearest" })
  }
  if (rows === null) return <p class="quiet waiting">{app.loading}</p>
  return (
    <div class="map-page stack-l">
      <header class="stack-s">
        <h1>{map.title}</h1>
        <p class="quiet">{map.lede}</p>
        <p>
          <strong>{map.held(count, held.places.length)}</strong>
          {held.unknown.length > 0 && (
            <>
              {" · "}
              <strong class="signal">{map.unknown(held.unknown.length)}</strong>
            </>
          )}
          {held.inCare.length > 0 && ` · ${map.inCare(held.inCare.length)}`}
          {drawn.length + beyond.length < held.places.length && ` · ${map.undrawn(held.places.length - drawn.length - beyond.length)}`}
        </p>
        <div class="row no-print">
          <a class="button" href={paths.cases}>
            {app.pages.cases}
          </a>
          <Button onPress={() => print()}>{map.print}</Button>
        </div>
      </header>
      <div class="map-and-list">
        <figure>
          <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={map.drawing(drawn.length + beyond.length)}>
            <path class="nation" d={nation} />
            <path class="borders" d={borders} />
            {beyond.map(({ place, state, x, y }) => (
              <g key={place.key} onClick={() => choose(place.key)}>
                <text class="beyond" x={x} y={y + 40} text-anchor="middle">
                  {state}
                </text>
                <PlaceMark place={place} x={x} y={y} chosen={place.key === chosen} />
              </g>
            ))}
            {drawn.toReversed().map(({ place, x, y }) => (
              <g key={place.key} onClick={() => choose(place.key)}>
                <PlaceMark place={place} x={x} y={y} chosen={place.key === chosen} />
              </g>
            ))}
          </svg>
          <figcaption class="legend small">
            {levels.map((level) => (
              <span>
                <svg viewBox="-12 -12 24 24" width="18" height="18" aria-hidden="true" class={`mark mark-${level.toLowerCase()}`}>
                  <Shape level={level} r={8} />
                </svg>{" "}
                {row.levels[level]}
              </span>
            ))}
          </figcaption>
        </figure>
        <div class="stack">
          <h2>{map.places}</h2>
          {held.places.length === 0 && <p class="quiet">{map.none}</p>}
          <ul class="map-places">
            {held.places.map((place) => (
              <PlaceLine key={place.key} place={place} chosen={place.key === chosen} onChoose={() => setChosen(place.key)} />
            ))}
          </ul>
          {held.unknown.length > 0 && <Named title={map.unknown(held.unknown.length)} people={held.unknown} />}
          {held.inCare.length > 0 && <Named title={map.inCare(held.inCare.length)} people={held.inCare} />}
        </div>
      </div>
    </div>
  )
}

function PlaceLine({ place, chosen, onChoose }: { readonly place: HeldPlace; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { map, row } = useDesk().words.value
  return (
    <li id={`place-${place.key}`} class={chosen ? "chosen" : undefined}>
      <details>
        <summary data-row onFocus={onChoose}>
          <LevelMark level={place.level} /> <strong>{place.name}</strong>
          {place.state !== "" && <span class="quiet"> {place.state}</span>} <span class="data">{place.people.length}</span>
          {place.staging && <span class="chip">{row.staging}</span>}
          {place.at === null && <span class="quiet small"> {map.notDrawn}</span>}
        </summary>
        <Names people={place.people} />
      </details>
    </li>
  )
}

function Named({ title, people }: { readonly title: string; readonly people: readonly HeldPerson[] }) {
  return (
    <details class="map-others">
      <summary data-row>
        <strong>{title}</strong>
      </summary>
      <Names people={people} />
    </details>
  )
}

/** The rest stands in the list of cases. */
const MOST = 40

function Names({ people }: { readonly people: readonly HeldPerson[] }) {
  const { map } = useDesk().words.value
  return (
    <ul class="map-names">
      {people.slice(0, MOST).map((one) => (
        <li key={`${one.stream}/${one.person}`}>
          <LevelMark level={one.level} /> <a href={paths.case(one.stream)}>{one.name}</a>
        </li>
      ))}
      {people.length > MOST && (
        <li>
          <a href={paths.cases}>{map.more(people.length - MOST)}</a>
        </li>
      )}
    </ul>
  )
}
