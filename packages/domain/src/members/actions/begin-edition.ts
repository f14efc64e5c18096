// A members stream that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { MembersEnv } from "../action.ts"
import type { MembersState } from "../state.ts"

export const beginEdition = beginEditionOf<MembersState, MembersEnv>()
