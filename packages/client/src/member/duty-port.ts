// Waking and duty as pages see them: plain data, a part of the vault's interface.
import type { RotaLine } from "@safe-conduct/domain/register"
import type { OwnWays, Wake, Ways } from "@safe-conduct/wire"
import type { Result } from "../result.ts"
import type { MemberId, Millis } from "./vault-port.ts"

export type { OwnWays } from "@safe-conduct/wire"

export interface DutyMember {
  readonly member: MemberId
  readonly name: string
}
/** `members` in the order in which they are woken; empty: nobody. */
export interface DutySpanView {
  readonly from: Millis
  readonly until: Millis
  readonly members: readonly DutyMember[]
}
export interface DutyView {
  readonly now: DutySpanView
  /** From now on for eight days, gaps included. */
  readonly spans: readonly DutySpanView[]
  readonly rota: { readonly timeZone: string; readonly lines: readonly RotaLine[] } | null
  /** Who may be put on duty. */
  readonly members: readonly DutyMember[]
  readonly mine: MemberId
}
export interface WakeView extends Omit<Wake, "taken" | "notices"> {
  readonly taken: { readonly name: string | null; readonly how: "link" | "desk" | "answer" } | null
  readonly notices: readonly (Omit<Wake["notices"][number], "member"> & { readonly name: string })[]
}

export interface DutyVault {
  duty(): Promise<Result<DutyView>>
  /** The week that repeats, in place of the one before. */
  setRota(rota: { readonly timeZone: string; readonly lines: readonly RotaLine[] }): Promise<Result<null>>
  /** Single hours, before what the week says. */
  setDuty(span: { readonly from: Millis; readonly until: Millis; readonly members: readonly MemberId[] }): Promise<Result<null>>
  /** Of the last seven days; those under way first. */
  wakes(): Promise<Result<readonly WakeView[]>>
  takeWake(id: string): Promise<Result<null>>
  /** Where I let myself be woken, and which ways this server has. */
  ways(): Promise<Result<OwnWays>>
  setWays(ways: Ways): Promise<Result<null>>
  /** One notice to my own addresses. */
  testWays(): Promise<Result<null>>
}
