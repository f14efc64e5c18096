// One family's stream: what may happen to it and what it is now.
import * as files from "./actions/index.ts"

export type { CaseEnv } from "./action.ts"
export * from "./fields.ts"
export * from "./fold.ts"
export { type ActionName, actionNames, type CaseAction, type GivenOf, type InputOf, kindOf } from "./registry.ts"
export * from "./state.ts"
export * from "../stream/index.ts"

type Files = typeof files
/** The input schema of each action, by its name. */
export const schemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
