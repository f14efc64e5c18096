// A register that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { RegisterEnv } from "../action.ts"
import type { RegisterState } from "../state.ts"

export const beginEdition = beginEditionOf<RegisterState, RegisterEnv>()
