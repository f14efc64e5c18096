// The fold of the members stream, and the questions that are put before an act is sealed.
import type { Refusal } from "../refusal.ts"
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Line } from "../stream/line.ts"
import type { MembersEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { actions, type MembersActionName } from "./registry.ts"
import { emptyMembersState, type MembersState } from "./state.ts"

export type FoldedMembers = Folded<MembersState>
export type MembersAct = { readonly does: MembersActionName; readonly input: unknown }

export const membersKind: StreamKind<MembersState, MembersEnv> = { actions, editions, empty: emptyMembersState }
export const emptyMembers: FoldedMembers = emptyFold(emptyMembersState)

export const foldMembers = (from: FoldedMembers, lines: readonly Line[], env: MembersEnv): FoldedMembers =>
  foldStream(membersKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerMembers = (from: FoldedMembers, does: MembersActionName, acting: Acting, env: MembersEnv): Refusal | null =>
  offerIn(membersKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoMembers = (from: FoldedMembers, act: MembersAct, acting: Acting, env: MembersEnv): Refusal | null =>
  mayDoIn(membersKind, from, act, acting, env)

/** The streams whose heads the entry must guard. */
export const guardsOfMembers = (from: FoldedMembers, act: MembersAct): readonly string[] => guardsIn(membersKind, from, act)
