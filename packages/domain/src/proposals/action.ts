// A proposal's own `action`: it must be open, and until it is released nothing has left.
import type { PinnedPolicy } from "../decision/policy-pin.ts"
import { refusal } from "../refusal.ts"
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { ProposalState } from "./state.ts"

export interface ProposalEnv extends Surroundings {
  readonly policies: readonly PinnedPolicy[]
}

const opened = (state: ProposalState) => (state.opened === null ? refusal("not-opened") : null)

export const action = actionsOf<ProposalState, ProposalEnv>(opened)
/** What leaves is settled at release; after it, only what happened is recorded. */
export const beforeRelease = (state: ProposalState) => opened(state) ?? (state.releases.length > 0 ? refusal("already-released") : null)
export const afterRelease = (state: ProposalState) => opened(state) ?? (state.releases.length === 0 ? refusal("not-released") : null)

export { addRow } from "../stream/action.ts"
export { refusal } from "../refusal.ts"
