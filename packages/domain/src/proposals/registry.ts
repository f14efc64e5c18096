// Names and types of the actions of a proposal, derived from actions/index.ts.
import { type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf, register } from "../stream/registry.ts"
import type { ProposalEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { ProposalState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type ProposalActionName = NameOf<Files>
export type ProposalInputOf<N extends ProposalActionName> = InputIn<Files, N>
export type ProposalGivenOf<N extends ProposalActionName> = GivenIn<Files, N>
export type ProposalAction = ActionIn<Files>

export const actions = register<ProposalState, ProposalEnv>(files)
export const proposalActionNames = [...actions.keys()] as ProposalActionName[]

/** The input schema of each action, by its name. */
export const proposalSchemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
