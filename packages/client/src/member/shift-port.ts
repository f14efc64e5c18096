// Shifts and what is to be done as pages see them: plain data, a part of Today.
import type { WakeReason } from "@safe-conduct/domain/clock"
import type { Called } from "./called.ts"
import type { MemberId, Millis, StreamId } from "./vault-port.ts"

/** The paragraph with which somebody went off duty. */
export interface ShiftView {
  readonly shift: string
  readonly name: string
  readonly mine: boolean
  readonly at: Millis
  readonly text: string
  readonly taken: { readonly name: string; readonly at: Millis } | null
}

/** A moment at which somebody must look, and why. */
export interface MomentLine extends Called {
  readonly stream: StreamId
  readonly at: Millis
  readonly why: WakeReason | "hold"
}

/** Something to be done in a case: a task; a wait that is over; a person of whom nobody has heard for too long. */
export interface ToDoLine extends Called {
  readonly kind: "task" | "waited" | "unreached" | "second-ears"
  readonly stream: StreamId
  /** Of a task, its beginning; empty where the card had no room for it. */
  readonly text: string
  /** Of a task, its day; of a spoken consent, until when a second member confirms it; of a wait, the day to which it went; of a person, when somebody last heard of her. */
  readonly at: string | null
  readonly days: number | null
  readonly doer: MemberId | null
  readonly doerName: string | null
  readonly mine: boolean
  /** The day has come, or nobody has heard for too long. */
  readonly late: boolean
}
