// A case that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { CaseEnv } from "../action.ts"
import type { CaseState } from "../state.ts"

export const beginEdition = beginEditionOf<CaseState, CaseEnv>()
