// One family's stream: what may happen to it, what it is now, and what follows from that.
import * as files from "./actions/index.ts"

export type { CaseEnv } from "./action.ts"
export { closeReasons } from "./actions/close-case.ts"
export { kitGathered } from "./actions/fill-kit.ts"
export { type UsVehicle, usVehicles } from "./actions/plan-transfer.ts"
export * from "./advise.ts"
export { approvable, type Approvable, asksConcerned } from "./approvable.ts"
export * from "./card.ts"
export * from "./code.ts"
export * from "./consents.ts"
export { contactLock } from "./contact.ts"
export { editions as caseEditions } from "./editions.ts"
export { type Facility, Court, type MessageRef } from "./fields.ts"
export { asksNaming, assessmentOf, claimsOf, isRemovedToRussia, policyPin, standingEvidence } from "./find.ts"
export * from "./fold.ts"
export { mistakeIn } from "./mistake.ts"
export * from "./person.ts"
export { pinnedPolicy } from "./pinned.ts"
export * from "./reading-room.ts"
export { type ActionName, actionNames, type CaseAction, type GivenOf, type InputOf, kindOf } from "./registry.ts"
export * from "./state.ts"
export { firstTouch, type Touch } from "./touched.ts"
export * from "./views/index.ts"
export * from "../stream/index.ts"

type Files = typeof files
/** The input schema of each action, by its name. */
export const schemas = Object.fromEntries(Object.values(files).map((file) => [file.does, file.input])) as {
  readonly [K in keyof Files as Files[K]["does"]]: Files[K]["input"]
}
