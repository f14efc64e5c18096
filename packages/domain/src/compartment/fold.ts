// The fold of a compartment, and the questions that are put before an act is sealed.
import type { Refusal } from "../refusal.ts"
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Line } from "../stream/line.ts"
import type { CompartmentEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { actions, type CompartmentActionName } from "./registry.ts"
import { emptyCompartmentState, type CompartmentState } from "./state.ts"

export type FoldedCompartment = Folded<CompartmentState>
export type CompartmentAct = { readonly does: CompartmentActionName; readonly input: unknown }

export const compartmentKind: StreamKind<CompartmentState, CompartmentEnv> = { actions, editions, empty: emptyCompartmentState }
export const emptyCompartment: FoldedCompartment = emptyFold(emptyCompartmentState)

export const foldCompartment = (from: FoldedCompartment, lines: readonly Line[], env: CompartmentEnv): FoldedCompartment =>
  foldStream(compartmentKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerCompartment = (
  from: FoldedCompartment,
  does: CompartmentActionName,
  acting: Acting,
  env: CompartmentEnv,
): Refusal | null => offerIn(compartmentKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoCompartment = (from: FoldedCompartment, act: CompartmentAct, acting: Acting, env: CompartmentEnv): Refusal | null =>
  mayDoIn(compartmentKind, from, act, acting, env)

/** The streams whose heads the entry must guard. */
export const guardsOfCompartment = (from: FoldedCompartment, act: CompartmentAct): readonly string[] => guardsIn(compartmentKind, from, act)
