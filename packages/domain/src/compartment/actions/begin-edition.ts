// A compartment that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { CompartmentEnv } from "../action.ts"
import type { CompartmentState } from "../state.ts"

export const beginEdition = beginEditionOf<CompartmentState, CompartmentEnv>()
