// The fold of a drawer, and the questions that are put before an act is sealed.
import type { Refusal } from "../refusal.ts"
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Line } from "../stream/line.ts"
import type { DrawerEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { actions, type DrawerActionName } from "./registry.ts"
import { emptyDrawerState, type DrawerState } from "./state.ts"

export type FoldedDrawer = Folded<DrawerState>
export type DrawerAct = { readonly does: DrawerActionName; readonly input: unknown }

export const drawerKind: StreamKind<DrawerState, DrawerEnv> = { actions, editions, empty: emptyDrawerState }
export const emptyDrawer: FoldedDrawer = emptyFold(emptyDrawerState)

export const foldDrawer = (from: FoldedDrawer, lines: readonly Line[], env: DrawerEnv): FoldedDrawer =>
  foldStream(drawerKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerDrawer = (from: FoldedDrawer, does: DrawerActionName, acting: Acting, env: DrawerEnv): Refusal | null =>
  offerIn(drawerKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoDrawer = (from: FoldedDrawer, act: DrawerAct, acting: Acting, env: DrawerEnv): Refusal | null =>
  mayDoIn(drawerKind, from, act, acting, env)

/** The streams whose heads the entry must guard. */
export const guardsOfDrawer = (from: FoldedDrawer, act: DrawerAct): readonly string[] => guardsIn(drawerKind, from, act)
