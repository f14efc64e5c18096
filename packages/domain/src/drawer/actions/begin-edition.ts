// A drawer that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { DrawerEnv } from "../action.ts"
import type { DrawerState } from "../state.ts"

export const beginEdition = beginEditionOf<DrawerState, DrawerEnv>()
