// The programme as reviewed data: policy (what counts, who signs, what may leave) and law (dated rows, always recomputed).
import { currentPolicy, policies } from "./policy/index.ts"

export { currentPolicy, policies }
export const programme = { policies, currentPolicy }
