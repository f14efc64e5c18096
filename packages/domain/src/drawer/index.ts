// A drawer: one member's own notes to herself.
export type { DrawerEnv } from "./action.ts"
export * from "./fold.ts"
export {
  type DrawerAction,
  type DrawerActionName,
  drawerActionNames,
  type DrawerGivenOf,
  type DrawerInputOf,
  drawerSchemas,
} from "./registry.ts"
export * from "./state.ts"
export * from "./views.ts"
