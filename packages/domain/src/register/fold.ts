// The fold of the register, and the questions that are put before an act is sealed.
import type { Refusal } from "../refusal.ts"
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Line } from "../stream/line.ts"
import type { RegisterEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { actions, type RegisterActionName } from "./registry.ts"
import { emptyRegisterState, type RegisterState } from "./state.ts"

export type FoldedRegister = Folded<RegisterState>
export type RegisterAct = { readonly does: RegisterActionName; readonly input: unknown }

export const registerKind: StreamKind<RegisterState, RegisterEnv> = { actions, editions, empty: emptyRegisterState }
export const emptyRegister: FoldedRegister = emptyFold(emptyRegisterState)

export const foldRegister = (from: FoldedRegister, lines: readonly Line[], env: RegisterEnv): FoldedRegister =>
  foldStream(registerKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerRegister = (from: FoldedRegister, does: RegisterActionName, acting: Acting, env: RegisterEnv): Refusal | null =>
  offerIn(registerKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoRegister = (from: FoldedRegister, act: RegisterAct, acting: Acting, env: RegisterEnv): Refusal | null =>
  mayDoIn(registerKind, from, act, acting, env)

/** The streams whose heads the entry must guard. */
export const guardsOfRegister = (from: FoldedRegister, act: RegisterAct): readonly string[] => guardsIn(registerKind, from, act)
