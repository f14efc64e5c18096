// Names and types of the actions of a compartment, derived from actions/index.ts.
import { type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf, register } from "../stream/registry.ts"
import type { CompartmentEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { CompartmentState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type CompartmentActionName = NameOf<Files>
export type CompartmentInputOf<N extends CompartmentActionName> = InputIn<Files, N>
export type CompartmentGivenOf<N extends CompartmentActionName> = GivenIn<Files, N>
export type CompartmentAction = ActionIn<Files>

export const actions = register<CompartmentState, CompartmentEnv>(files)
export const compartmentActionNames = [...actions.keys()] as CompartmentActionName[]

/** The input schema of each action, by its name. */
export const compartmentSchemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
