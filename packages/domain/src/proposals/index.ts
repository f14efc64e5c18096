// A proposal's stream: who would be put forward, what was frozen, who signed, what was really sent and answered.
export type { ProposalEnv } from "./action.ts"
export * from "./annex.ts"
export * from "./answer.ts"
export * from "./candidates.ts"
export * from "./facts.ts"
export * from "./fold.ts"
export {
  type ProposalAction,
  type ProposalActionName,
  proposalActionNames,
  type ProposalGivenOf,
  type ProposalInputOf,
  proposalSchemas,
} from "./registry.ts"
export * from "./state.ts"
export * from "./views.ts"
