// The desk's own stream: what belongs to no single family.
export type { RegisterEnv } from "./action.ts"
export * from "./fold.ts"
export {
  type RegisterAction,
  type RegisterActionName,
  registerActionNames,
  type RegisterGivenOf,
  type RegisterInputOf,
  registerSchemas,
} from "./registry.ts"
export type { RotaLine, SetRota } from "./actions/set-rota.ts"
export * from "./duty.ts"
export { changesInForce, changesRead, type SignedChange, signedChanges, waitingChanges } from "./law.ts"
export { type PurgedKind, type PurgedStream, type PurgeSeen, purgedHeads, purgesOf } from "./purge.ts"
export { lastLeft, lastTaken, type ShiftLeft, shiftsLeft } from "./shifts.ts"
export * from "./state.ts"
export {
  type PublicStatement,
  type SaidByTwo,
  STATEMENT_LENGTH,
  type StatementSubject,
  lastStatementNumber,
  signedStatements,
  standingStatement,
  statementSubjects,
  waitingStatements,
} from "./statements.ts"
export * from "./views.ts"
