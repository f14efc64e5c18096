// Names and types of a case's actions, derived from actions/index.ts.
import { register, type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf } from "../stream/registry.ts"
import type { CaseEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { CaseState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type ActionName = NameOf<Files>
export type InputOf<N extends ActionName> = InputIn<Files, N>
/** What a form may hand over before defaults are filled in. */
export type GivenOf<N extends ActionName> = GivenIn<Files, N>
export type CaseAction = ActionIn<Files>

export const actions = register<CaseState, CaseEnv>(files)
export const actionNames = [...actions.keys()] as ActionName[]

export const kindOf = (does: ActionName) => actions.get(does)?.kind ?? "record"
