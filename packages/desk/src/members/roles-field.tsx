// The six roles as ticks.
import type { MemberView } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"

export type Role = MemberView["roles"][number]
export const allRoles: readonly Role[] = ["intake", "caseworker", "verifier", "decider", "liaison", "administrator"]

export function RolesField({
  id,
  roles,
  onChoose,
}: {
  readonly id: string
  readonly roles: readonly Role[]
  readonly onChoose: (roles: readonly Role[]) => void
}) {
  const { words } = useDesk()
  const { members } = words.value
  return (
    <fieldset class="roles" id={id}>
      <legend>{members.roles}</legend>
      {allRoles.map((role) => (
        <label>
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={(event) => onChoose(event.currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))}
          />{" "}
          {members.roleNames[role]}
        </label>
      ))}
    </fieldset>
  )
}
