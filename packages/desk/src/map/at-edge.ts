// Puerto Rico, Guam and the other islands lie outside the drawing: whoever is held there stands at its lower edge under the island's letters.
import type { HeldPlace } from "./held-places.ts"
import { box } from "./states.ts"

export interface AtEdge {
  readonly place: HeldPlace
  readonly state: string
  readonly x: number
  readonly y: number
}

const islands = ["PR", "VI", "GU", "MP", "AS"]

/** Of those places that the drawing does not reach; from the right, where the sea is. */
export const atEdge = (places: readonly HeldPlace[]): readonly AtEdge[] =>
  places
    .filter(({ state }) => islands.includes(state))
    .toSorted((a, b) => islands.indexOf(a.state) - islands.indexOf(b.state))
    .map((place, n) => ({ place, state: place.state, x: box.width - 40 - 64 * n, y: box.height - 60 }))
