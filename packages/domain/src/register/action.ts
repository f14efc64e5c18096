// The register's own `action`: every member of the desk may write in it.
import type { PinnedPolicy } from "../decision/policy-pin.ts"
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { RegisterState } from "./state.ts"

export interface RegisterEnv extends Surroundings {
  readonly policies: readonly PinnedPolicy[]
}

export const action = actionsOf<RegisterState, RegisterEnv>()
export { addRow } from "../stream/action.ts"
export { refusal } from "../refusal.ts"
