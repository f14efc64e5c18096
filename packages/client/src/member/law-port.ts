// The law of the desk as pages and the command see it: plain data, a part of the vault's interface.
import type { Called } from "./called.ts"
import type { RuleStatus } from "@safe-conduct/domain/clock"
import type { LawChange, MovedDate, Overlay } from "@safe-conduct/domain/overlay"
import type { MemberId, Millis, Saw, StreamId } from "./vault-port.ts"

export interface LawMember {
  readonly member: MemberId
  readonly name: string
  readonly mine: boolean
}
export interface LawView {
  /** Of the register, as it was when this was shown: what a signature rests on. */
  readonly head: Saw
  /** What lies over the law that ships; `lawWith` lays it. */
  readonly overlay: Overlay
  /** In the order of the second signatures. */
  readonly signed: readonly SignedLaw[]
  readonly waiting: readonly WaitingLaw[]
  readonly lists: readonly HeldList[]
  /** What stands at the desk for everyone now. */
  readonly notice: { readonly en: string; readonly fr?: string | undefined; readonly ru?: string | undefined } | null
  readonly shipped: { readonly version: string; readonly verifiedOn: string; readonly facilities: number }
}
export interface SignedLaw {
  readonly entry: string
  readonly change: LawChange
  readonly why: string
  readonly by: LawMember
  readonly approvedBy: LawMember
  readonly at: Millis
}
export interface WaitingLaw {
  /** Hash of the proposal, by which it is signed. */
  readonly entry: string
  readonly seq: number
  readonly change: LawChange
  readonly why: string
  readonly by: LawMember
  readonly at: Millis
  /** Why this member may not sign it now. */
  readonly refused: string | null
}
export interface HeldList {
  readonly seq: number
  readonly from: readonly string[]
  readonly facilities: number
  readonly staging: number
  readonly by: LawMember
  readonly at: Millis
  /** Fetched, read and in use on this device. */
  readonly here: boolean
}

export interface LawMove extends MovedDate {
  readonly person: string
  readonly name: string
}
/** A case whose open dates changed law moved, until somebody of it has read that. */
export interface LawLine extends Called {
  readonly stream: StreamId
  readonly owner: MemberId | null
  readonly ownerName: string | null
  readonly mine: boolean
  readonly moved: readonly LawMove[]
  readonly changes: readonly {
    readonly rule: string
    readonly status: RuleStatus
    readonly source: string
    readonly by: string
    readonly approvedBy: string
    readonly at: Millis
  }[]
  /** What `note-law-change` names. */
  readonly upTo: string
}
