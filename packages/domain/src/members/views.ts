// The desk's people as last named.
import type { Role } from "../evidence/policy.ts"
import type { CertifyPasskey } from "./actions/certify-passkey.ts"
import type { MembersState } from "./state.ts"

export interface NamedMember {
  readonly member: string
  readonly name: string
  readonly roles: readonly Role[]
}

export function membersOf(state: MembersState): readonly NamedMember[] {
  const last = new Map(state.named.map((row) => [row.member, { member: row.member, name: row.name, roles: row.roles }]))
  return [...last.values()]
}

export const memberOf = (state: MembersState, member: string): NamedMember | null =>
  membersOf(state).find((one) => one.member === member) ?? null

/** What she did at the desk after the entry at `seq` of this stream: a naming that was struck later counted until then. */
export function rolesAt(state: MembersState, member: string, seq: number): readonly Role[] {
  const struck = state.struck.filter(({ table }) => table === "named")
  const gone = struck.filter(({ made }) => made.seq > seq).map(({ row }) => row as MembersState["named"][number])
  return (
    [...state.named, ...gone]
      .filter((row) => row.member === member && row.made.seq <= seq)
      .sort((a, b) => a.made.seq - b.made.seq)
      .at(-1)?.roles ?? []
  )
}

/** Passkeys of hers that count now, with when she said so. */
export const passkeysOf = (state: MembersState, member: string): NonNullable<MembersState["passkeys"]> =>
  (state.passkeys ?? []).filter(
    (row) => row.made.by === member && !(state.retired ?? []).some((gone) => gone.credential === row.credential),
  )

/** Her passkey as it stood after the entry at `seq` of this stream; null where it was not yet hers, or no longer counted. */
export function passkeyAt(state: MembersState, member: string, credential: string, seq: number): CertifyPasskey | null {
  const row = (state.passkeys ?? []).find((one) => one.made.by === member && one.credential === credential && one.made.seq <= seq)
  if (row === undefined || (state.retired ?? []).some((gone) => gone.credential === credential && gone.made.seq <= seq)) return null
  const { made: _, ...passkey } = row
  return passkey
}

/** The first id of whoever holds this one: she who lost her keys is enrolled under a new id, and stays one person. */
export function personOf(state: MembersState, member: string): string {
  let id = member
  for (const seen = new Set<string>(); !seen.has(id); ) {
    seen.add(id)
    id = state.named.find((row) => row.member === id && row.formerly !== undefined)?.formerly ?? id
  }
  return id
}
