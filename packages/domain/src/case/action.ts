// The case's own `action`: unless a file says otherwise, a case must be open for anything to be done in it.
import type { PinnedPolicy } from "../decision/policy-pin.ts"
import { refusal } from "../refusal.ts"
import { actionsOf, type Context as ContextOf, type Surroundings } from "../stream/action.ts"
import { type CaseState, isClosed } from "./state.ts"

/** What a case's fold is given beside its lines. */
export interface CaseEnv extends Surroundings {
  readonly policies: readonly PinnedPolicy[]
}
export type Context = ContextOf<CaseEnv>

export const action = actionsOf<CaseState, CaseEnv>((state) =>
  state.opened === null ? refusal("not-opened") : isClosed(state) ? refusal("case-closed") : null,
)

/** For what must also be possible in a closed case: an answer that comes late, a mistake to strike. */
export const onceOpened = (state: CaseState) => (state.opened === null ? refusal("not-opened") : null)

export { addRow } from "../stream/action.ts"
export { refusal } from "../refusal.ts"
