// The members stream: names and roles, sealed.
export type { MembersEnv } from "./action.ts"
export * from "./fold.ts"
export {
  type MembersAction,
  type MembersActionName,
  membersActionNames,
  type MembersGivenOf,
  type MembersInputOf,
  membersSchemas,
} from "./registry.ts"
export * from "./state.ts"
export * from "./views.ts"
