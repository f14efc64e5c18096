// A compartment's own `action`: whoever is on its roster may do everything in it, once its first line has said what it is, and as long
// as nobody is on it who may not be.
import { type Refusal, refusal } from "../refusal.ts"
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { Compartment } from "./kind.ts"
import { type CompartmentContext, readerRefusal, rolesStream } from "./readers.ts"
import type { CompartmentState } from "./state.ts"

export type CompartmentEnv = Surroundings

const opened = (state: CompartmentState, ctx: CompartmentContext): Refusal | null =>
  state.opened === null ? refusal("not-opened") : readerRefusal(ctx)

export const action = actionsOf<CompartmentState, CompartmentEnv>(opened, (_state, _input, env) => rolesStream(env))

/** What one kind holds has no place in the other: they have other readers. */
export const onlyIn =
  (kind: Compartment) =>
  (state: CompartmentState, ctx: CompartmentContext): Refusal | null =>
    opened(state, ctx) ?? (state.opened?.kind === kind ? null : refusal("other-compartment"))

export { addRow } from "../stream/action.ts"
export { refusal } from "../refusal.ts"
