// A compartment's own `action`: whoever is on its roster may do everything in it, once its first line has said what it is.
import { type Refusal, refusal } from "../refusal.ts"
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { Compartment } from "./kind.ts"
import type { CompartmentState } from "./state.ts"

export type CompartmentEnv = Surroundings

export const action = actionsOf<CompartmentState, CompartmentEnv>((state) => (state.opened === null ? refusal("not-opened") : null))

/** What one kind holds has no place in the other: they have other readers. */
export const onlyIn =
  (kind: Compartment) =>
  (state: CompartmentState): Refusal | null =>
    state.opened === null ? refusal("not-opened") : state.opened.kind === kind ? null : refusal("other-compartment")

export { addRow } from "../stream/action.ts"
export { refusal } from "../refusal.ts"
