// One place on the map: as large as the number held there, and each level a shape of its own, so that it reads in grey and on paper.
import type { HeldPlace } from "./held-places.ts"

/** Area follows the count, up to a size that still leaves the neighbours to be seen. */
export const reachOf = (count: number): number => Math.min(26, 7 + 3 * Math.sqrt(count - 1))

export function PlaceMark({
  place,
  x,
  y,
  chosen,
}: {
  readonly place: HeldPlace
  readonly x: number
  readonly y: number
  readonly chosen: boolean
}) {
  const r = reachOf(place.people.length)
  return (
    <g transform={`translate(${x} ${y})`}>
      <g class={`mark mark-${place.level.toLowerCase()}${chosen ? " chosen" : ""}`}>
        {chosen && <circle class="halo" r={r + 6} />}
        <Shape level={place.level} r={r} />
        {place.people.length > 1 && (
          <text y="0.35em" text-anchor="middle">
            {place.people.length}
          </text>
        )}
      </g>
    </g>
  )
}

/** The same shapes stand in the legend. */
export function Shape({ level, r }: { readonly level: HeldPlace["level"]; readonly r: number }) {
  if (level === "E") return <path d={`M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z`} />
  if (level === "U") return <path d={`M0 ${-r * 1.2}L${r * 1.15} ${r * 0.85}H${-r * 1.15}Z`} />
  if (level === "H") return <rect x={-r * 0.9} y={-r * 0.9} width={r * 1.8} height={r * 1.8} />
  return <circle r={r} />
}
