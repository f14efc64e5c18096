// Names and types of the actions of the members stream, derived from actions/index.ts.
import { type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf, register } from "../stream/registry.ts"
import type { MembersEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { MembersState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type MembersActionName = NameOf<Files>
export type MembersInputOf<N extends MembersActionName> = InputIn<Files, N>
export type MembersGivenOf<N extends MembersActionName> = GivenIn<Files, N>
export type MembersAction = ActionIn<Files>

export const actions = register<MembersState, MembersEnv>(files)
export const membersActionNames = [...actions.keys()] as MembersActionName[]

/** The input schema of each action, by its name. */
export const membersSchemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
