// The programme as reviewed data: policy (what counts, who signs, what may leave) and law (dated rows, always computed anew).
import { law } from "./law/index.ts"
import { currentPolicy, policies } from "./policy/index.ts"
import { selfHelp } from "./self-help/index.ts"

export { currentPolicy, law, policies, selfHelp }

/** Every published policy, the one a new case pins, the law of today, and the steps for the hour. */
export const programme = { policies, currentPolicy, law, selfHelp }
