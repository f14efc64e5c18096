// A case from its lines, and the questions that are put before an act is sealed.
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Refusal } from "../refusal.ts"
import type { Line } from "../stream/line.ts"
import type { CaseEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { type ActionName, actions } from "./registry.ts"
import { type CaseState, emptyCaseState } from "./state.ts"

export type FoldedCase = Folded<CaseState>
export type CaseAct = { readonly does: ActionName; readonly input: unknown }

export const caseKind: StreamKind<CaseState, CaseEnv> = { actions, editions, empty: emptyCaseState }
export const emptyCase: FoldedCase = emptyFold(emptyCaseState)

export const foldCase = (from: FoldedCase, lines: readonly Line[], env: CaseEnv): FoldedCase => foldStream(caseKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerCase = (from: FoldedCase, does: ActionName, acting: Acting, env: CaseEnv): Refusal | null =>
  offerIn(caseKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoCase = (from: FoldedCase, act: CaseAct, acting: Acting, env: CaseEnv): Refusal | null =>
  mayDoIn(caseKind, from, act, acting, env)

/** The mailboxes and streams whose heads the entry must guard. */
export const guardsOfCase = (from: FoldedCase, act: CaseAct): readonly string[] => guardsIn(caseKind, from, act)
