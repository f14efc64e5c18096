// The desk's people as last named.
import type { Role } from "../evidence/policy.ts"
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
