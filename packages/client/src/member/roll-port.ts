// The roll call as a page sees it: who is named for a flight or a transfer, who that may be, and whom nobody has told. Plain data.
import type { MentionReason } from "@safe-conduct/domain/person"
import type { Refusal } from "../result.ts"

export type Confidence = "rumoured" | "reported" | "confirmed"
export type RollPile = "aboard" | "here" | "unknown" | "off-list"

export interface RollLine {
  /** Its place in the list, by which later words count it. */
  readonly index: number
  /** Null: its words are thirty days old, or destroyed; then only somebody of ours has a line. */
  readonly text: string | null
  readonly as: RollPile
  readonly why: string | null
  /** Null: nobody of ours yet, a lead. */
  readonly who: RollPerson | null
}
export interface RollPerson {
  readonly stream: string
  readonly person: string
  readonly name: string
  readonly latin: string
  readonly aNumber: string | null
  readonly place: string
  /** What counsel stands for; empty where nobody is known. */
  readonly counsel: readonly string[]
  /** The last paper that was filed for her, and the day. */
  readonly filed: { readonly what: string; readonly on: string } | null
  /** Until when a court's stay holds: null where there is none, "" where it names no end. */
  readonly stayUntil: string | null
  readonly mailboxes: readonly {
    readonly ask: string
    readonly name: string
    readonly told: { readonly sentence: Confidence; readonly at: number } | null
  }[]
}
export interface RollCall {
  readonly sighting: string
  readonly kind: "call" | "flight" | "transfer" | "other"
  readonly at: string
  readonly place: string
  readonly source: string | null
  readonly confidence: Confidence
  readonly note: string | null
  /** Who wrote it down first, and when. */
  readonly by: string
  readonly since: number
  readonly lines: readonly RollLine[]
  /** Names that were nobody's of ours for thirty days. */
  readonly gone: number
}
/** As it was said; with whoever it is, where that is known at once. */
export interface NameSaid {
  readonly text: string
  readonly case?: string | undefined
  readonly person?: string | undefined
}
export interface MoreNames {
  readonly source?: string | undefined
  readonly names: readonly NameSaid[]
}
export interface NewRoll extends Pick<RollCall, "kind" | "at" | "place" | "confidence">, MoreNames {
  readonly note?: string | undefined
}
export interface SaidOfLine {
  readonly as: RollPile
  /** Whoever it was found to be. */
  readonly case?: string | undefined
  readonly person?: string | undefined
  readonly why?: string | undefined
}
/** Somebody whom one line may mean. */
export interface RollSuggestion {
  readonly stream: string
  readonly person: string
  readonly name: string
  readonly latin: string
  readonly place: string
  readonly score: number
  readonly reasons: readonly MentionReason[]
}
export interface TellGiven {
  readonly sentence: Confidence
  /** Mailboxes, each with the line that it is told about. */
  readonly to: readonly { readonly index: number; readonly ask: string }[]
  /** The fixed sentence in each language an asker may have. */
  readonly texts: { readonly en: string; readonly fr: string; readonly ru: string }
}
export interface ToldNow {
  readonly told: number
  readonly failed: readonly { readonly ask: string; readonly refusal: Refusal }[]
}
