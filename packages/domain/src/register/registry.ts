// Names and types of the actions of the register, derived from actions/index.ts.
import { type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf, register } from "../stream/registry.ts"
import type { RegisterEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { RegisterState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type RegisterActionName = NameOf<Files>
export type RegisterInputOf<N extends RegisterActionName> = InputIn<Files, N>
export type RegisterGivenOf<N extends RegisterActionName> = GivenIn<Files, N>
export type RegisterAction = ActionIn<Files>

export const actions = register<RegisterState, RegisterEnv>(files)
export const registerActionNames = [...actions.keys()] as RegisterActionName[]

/** The input schema of each action, by its name. */
export const registerSchemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
