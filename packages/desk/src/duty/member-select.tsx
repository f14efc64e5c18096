// One member of the desk by name.
import type { DutyMember } from "@safe-conduct/client/member"

export interface MemberSelectProps {
  readonly label: string
  readonly members: readonly DutyMember[]
  readonly value: string
  /** The word for nobody, where nobody may be chosen. */
  readonly none?: string
  readonly onChange: (member: string) => void
}

export function MemberSelect({ label, members, value, none, onChange }: MemberSelectProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {members.map(({ member, name }) => (
        <option value={member}>{name}</option>
      ))}
    </select>
  )
}
