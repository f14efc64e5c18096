// What the register holds of what is said to everybody: a sentence for the first page, or that two members read the steps for the hour. The
// signatures that the public can check are made with the lines themselves, over the wire's bytes, and lie in them.
import * as v from "valibot"
import type { Row } from "../stream/line.ts"
import { Hash } from "../stream/line.ts"
import { PlainDate, daysBetween } from "../time/index.ts"
import { SELF_HELP_DAYS } from "../request/self-help.ts"
import type { ProposeStatement } from "./actions/propose-statement.ts"
import type { SignStatement } from "./actions/sign-statement.ts"
import type { WithdrawStatement } from "./actions/withdraw-statement.ts"
import type { RegisterState } from "./state.ts"

export const statementSubjects = ["notice", "self-help"] as const
export type StatementSubject = (typeof statementSubjects)[number]
/** One screen of a small phone, in each language. */
export const STATEMENT_LENGTH = 600

const text = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "text-missing"),
  v.maxLength(STATEMENT_LENGTH, "too-long"),
  v.regex(/^(?:[^\p{Cc}\p{Cf}]|\n)+$/u, "text-hidden-signs"),
)
export const StatementNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(0xffff_ffff))
export const StatementSignature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/, "signature-malformed"))
/** Days of UTC; it ends by itself, whatever becomes of whoever said it. */
const held = { number: StatementNumber, on: PlainDate, until: PlainDate }
const ends = ({ on, until }: { readonly on: PlainDate; readonly until: PlainDate }): boolean => {
  const days = daysBetween(on, until)
  return days >= 0 && days <= SELF_HELP_DAYS
}

export const PublicStatement = v.variant("what", [
  v.pipe(
    v.strictObject({ what: v.literal("notice"), ...held, text: v.strictObject({ en: text, fr: text, ru: text }) }),
    v.check((said) => ends(said), "statement-days"),
  ),
  /** `read`: the hash of the steps, in all their languages, that both have read. */
  v.pipe(
    v.strictObject({ what: v.literal("self-help"), ...held, read: Hash }),
    v.check((said) => ends(said), "statement-days"),
  ),
])
export type PublicStatement = v.InferOutput<typeof PublicStatement>

/** Tables begin with their first row, so that older histories keep their digests. */
export interface StatementTables {
  readonly statements?: readonly Row<ProposeStatement>[]
  readonly statementSignatures?: readonly Row<SignStatement>[]
  readonly statementWithdrawals?: readonly Row<WithdrawStatement>[]
}

export interface SaidByTwo {
  readonly proposed: Row<ProposeStatement>
  readonly signed: Row<SignStatement>
}

/** In the order of the second signatures, whatever became of them since. */
export const signedStatements = (state: RegisterState): readonly SaidByTwo[] =>
  (state.statementSignatures ?? []).flatMap((signed) => {
    const proposed = state.statements?.find((row) => row.made.hash === signed.entry)
    return proposed === undefined ? [] : [{ proposed, signed }]
  })

/** The number of the last word about something that left the desk, a withdrawal among them; zero before the first. */
export const lastStatementNumber = (state: RegisterState, about: StatementSubject): number =>
  Math.max(
    0,
    ...signedStatements(state).flatMap(({ proposed: { statement } }) => (statement.what === about ? [statement.number] : [])),
    ...(state.statementWithdrawals ?? []).flatMap((row) => (row.of === about ? [row.number] : [])),
  )

/** What was last said about something and not taken back; whether its day is over is its reader's to say. */
export const standingStatement = (state: RegisterState, about: StatementSubject): SaidByTwo | null =>
  signedStatements(state).find(
    ({ proposed: { statement } }) => statement.what === about && statement.number === lastStatementNumber(state, about),
  ) ?? null

/** Proposed, not signed, and not overtaken by a later word about the same thing. */
export const waitingStatements = (state: RegisterState): readonly Row<ProposeStatement>[] =>
  (state.statements ?? []).filter(
    (row) =>
      !(state.statementSignatures ?? []).some((one) => one.entry === row.made.hash) &&
      row.statement.number > lastStatementNumber(state, row.statement.what),
  )
