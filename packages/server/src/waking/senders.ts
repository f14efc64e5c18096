// How a notice leaves the house. What it says is fixed: that somebody is to look, and a link; never who, why or about whom.
import type { WayKind, Ways } from "@safe-conduct/wire"

export interface Notice {
  readonly address: string
  readonly language: Ways["language"]
  /** Where one click holds the ladder; its token stands behind the #, which no server on the way is sent. */
  readonly link: string
}

export interface Sender {
  /** Whether an address may be asked at all, as far as it can be told without asking. */
  takes(address: string): boolean
  /** Whether it was handed over; "gone": the address will never take one again. Never throws and never waits longer than some seconds. */
  send(notice: Notice): Promise<boolean | "gone">
  /** Of Web Push: the key that a browser must be shown before it gives an address. */
  readonly publicKey?: string
}

/** Absent: this way is not set up. A trial sets up none. */
export type Senders = Readonly<Partial<Record<WayKind, Sender>>>

/** Milliseconds after which a handing over has failed. */
export const PATIENCE = 10_000
