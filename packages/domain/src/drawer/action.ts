// The drawer's own `action`. Its roster is one member, so there is nothing to forbid.
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { DrawerState } from "./state.ts"

export type DrawerEnv = Surroundings
export const action = actionsOf<DrawerState, DrawerEnv>()
export { addRow } from "../stream/action.ts"
