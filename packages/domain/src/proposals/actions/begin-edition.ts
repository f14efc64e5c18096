// A proposal that a newer release has written in is judged by that release's rules from here on.
import { beginEditionOf } from "../../stream/begin-edition.ts"
import type { ProposalEnv } from "../action.ts"
import type { ProposalState } from "../state.ts"

export const beginEdition = beginEditionOf<ProposalState, ProposalEnv>()
