// Who the members are, sealed under the desk's key: the directory in the clear knows only ids and keys.
import type { Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { CertifyPasskey } from "./actions/certify-passkey.ts"
import type { NameMember } from "./actions/name-member.ts"
import type { RetirePasskey } from "./actions/retire-passkey.ts"

export interface MembersState {
  readonly named: readonly Row<NameMember>[]
  /** Absent until the first: histories from before there were any keep their digests. */
  readonly passkeys?: readonly Row<CertifyPasskey>[]
  readonly retired?: readonly Row<RetirePasskey>[]
  readonly struck: readonly Struck[]
}

export const emptyMembersState: MembersState = { named: [], struck: [] }
