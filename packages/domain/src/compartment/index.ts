// A compartment: what only a few of those who work on a case may know.
export type { CompartmentEnv } from "./action.ts"
export * from "./fold.ts"
export * from "./kind.ts"
export {
  type CompartmentAction,
  type CompartmentActionName,
  compartmentActionNames,
  type CompartmentGivenOf,
  type CompartmentInputOf,
  compartmentSchemas,
} from "./registry.ts"
export * from "./state.ts"
export * from "./views.ts"
