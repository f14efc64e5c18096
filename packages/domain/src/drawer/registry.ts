// Names and types of the actions of a drawer, derived from actions/index.ts.
import { type ActionIn, type GivenIn, type InputIn, type Misnamed, type NameOf, register } from "../stream/registry.ts"
import type { DrawerEnv } from "./action.ts"
import * as files from "./actions/index.ts"
import type { DrawerState } from "./state.ts"

type Files = typeof files
/** Does not compile when an export is not named after its action. */
export const named: [Misnamed<Files>] extends [never] ? true : Misnamed<Files> = true

export type DrawerActionName = NameOf<Files>
export type DrawerInputOf<N extends DrawerActionName> = InputIn<Files, N>
export type DrawerGivenOf<N extends DrawerActionName> = GivenIn<Files, N>
export type DrawerAction = ActionIn<Files>

export const actions = register<DrawerState, DrawerEnv>(files)
export const drawerActionNames = [...actions.keys()] as DrawerActionName[]

/** The input schema of each action, by its name. */
export const drawerSchemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
