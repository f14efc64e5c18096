// What members say to everybody, as pages and the command see it: plain data, a part of the vault's interface.
import type { PublicStatement, StatementSubject } from "@safe-conduct/domain/register"
import type { SelfHelp } from "@safe-conduct/domain/request"
import type { LawMember } from "./law-port.ts"
import type { Millis, Saw } from "./vault-port.ts"

export type { PublicStatement, StatementSubject }

/** Days of UTC, both counted. `self-help`: the steps as this desk's release has them, read today. */
export type StatementGiven =
  | {
      readonly what: "notice"
      readonly text: { readonly en: string; readonly fr: string; readonly ru: string }
      readonly until: string
    }
  | { readonly what: "self-help" }

export interface StandingStatement {
  readonly statement: PublicStatement
  readonly by: LawMember
  readonly signedBy: LawMember
  readonly at: Millis
  /** Whether its last day is over. */
  readonly over: boolean
  /** Whether the server shows it to everybody, and it holds there; null: not known on this line. */
  readonly shown: boolean | null
}
export interface WaitingStatement {
  /** Hash of the proposal, by which it is signed. */
  readonly entry: string
  readonly seq: number
  readonly statement: PublicStatement
  readonly by: LawMember
  readonly at: Millis
  /** Why this member may not sign it now. */
  readonly refused: string | null
}
export interface StatementView {
  /** Of the register, as it was when this was shown: what a signature rests on. */
  readonly head: Saw
  readonly standing: readonly StandingStatement[]
  readonly waiting: readonly WaitingStatement[]
  /** The steps for the hour as they ship here; null: the programme has none. */
  readonly steps: {
    readonly texts: SelfHelp["texts"]
    readonly sources: readonly string[]
    /** The day of the last reading that holds for this very text, by two members or as it ships; null: none does. */
    readonly readOn: string | null
  } | null
}
