// Who the members are, sealed under the desk's key: the directory in the clear knows only ids and keys.
import type { Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { NameMember } from "./actions/name-member.ts"

export interface MembersState {
  readonly named: readonly Row<NameMember>[]
  readonly struck: readonly Struck[]
}

export const emptyMembersState: MembersState = { named: [], struck: [] }
