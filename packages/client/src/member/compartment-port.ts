// Compartments and openings as pages and the command see them: plain data, a part of the vault's interface.
import type { Compartment, CompartmentState } from "@safe-conduct/domain/compartment"
import type { Result } from "../result.ts"
import type { Acted, HourText, LogLine, MemberId, StreamId } from "./vault-port.ts"

export interface CompartmentCalls {
  /** For these members of the case's roster and whoever opens it. One of a kind beside a case. */
  newCompartment(of: StreamId, kind: Compartment, members: readonly MemberId[]): Promise<Result<{ readonly stream: StreamId }>>
  openCompartment(of: StreamId, stream: StreamId): Promise<Result<CompartmentView>>
  actCompartment(of: StreamId, stream: StreamId, does: string, input: unknown): Promise<Result<Acted>>
  /** A new epoch for exactly these, and the case is told who they are. Whoever is taken off reads nothing that is written later. */
  setCompartmentRoster(of: StreamId, stream: StreamId, members: readonly MemberId[]): Promise<Result<null>>
  /** The item of the case has his number as its origin from then on; his name stays where it is. `why`: as the case shows it. */
  bindVoucher(of: StreamId, stream: StreamId, given: VoucherBinding): Promise<Result<null>>
  /** Who fetched what the case holds, by the hour: the server's word, for ninety days. */
  openings(stream: StreamId): Promise<Result<readonly OpeningLine[]>>
  /** What I fetched myself. */
  ownOpenings(): Promise<Result<readonly OwnOpening[]>>
}

/** What everybody on a case sees of a compartment. */
export interface CompartmentLine {
  readonly stream: StreamId
  readonly kind: Compartment
  readonly members: readonly CompartmentMember[]
  /** I am said to be on it. */
  readonly mine: boolean
}
export interface CompartmentMember {
  readonly member: MemberId
  readonly name: string
  /** False: removed from the desk since. She reads nothing that is written later. */
  readonly active: boolean
  /** False: taken off the case's own roster since. She reads on here until the list is changed. */
  readonly onCase: boolean
}
export interface CompartmentView {
  readonly stream: StreamId
  readonly kind: Compartment
  readonly state: CompartmentState
  readonly log: readonly LogLine[]
  /** The signed roster, which alone says who reads. */
  readonly roster: readonly CompartmentMember[]
  /** The case says otherwise of who is on it: the last change of the roster did not get so far, or somebody wrote it who should not. */
  readonly saidOtherwise: boolean
  /** Written by a later edition than this build knows. */
  readonly beyond: number | null
}
export interface VoucherBinding {
  readonly voucher: string
  readonly evidence: string
  readonly why: string
}

export interface OpeningLine {
  readonly member: MemberId
  readonly name: string
  readonly hour: HourText
}
export interface OwnOpening {
  readonly stream: StreamId
  /** As the list calls it; null where it is not a case, or none that I read any more. */
  readonly name: string | null
  readonly hour: HourText
}
