// One member: name, roles, whether active; an administrator renames or removes here, and removal is asked twice.
import type { MemberView, Refusal, Removed, Result } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { RolesField } from "./roles-field.tsx"

export interface MemberLineProps {
  readonly member: MemberView
  readonly admin: boolean
  readonly onRefused: (refusal: Refusal | null) => void
  readonly onRemoved: (removed: Removed) => void
  readonly onDone: () => void
}

export function MemberLine({ member, admin, onRefused, onRemoved, onDone }: MemberLineProps) {
  const { words, vault, toast, who } = useDesk()
  const { members, app } = words.value
  const [open, setOpen] = useState<"rename" | "remove" | null>(null)
  const [name, setName] = useState(member.name)
  const [roles, setRoles] = useState(member.roles)
  const close = (): void => setOpen(null)
  const finish = (answer: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }, said: string): void => {
    close()
    onRefused(answer.ok ? null : answer.refusal)
    if (answer.ok) toast(said)
    onDone()
  }
  const left = (answer: Result<Removed>): void => {
    if (answer.ok) onRemoved(answer.value)
    finish(answer, answer.ok && answer.value.keys === "changed" ? members.removedKeys : members.removed)
  }
  return (
    <tr class={member.active ? undefined : "quiet"}>
      <th scope="row">{member.name || members.unnamed}</th>
      <td>
        {member.roles.map((role) => members.roleNames[role]).join(", ")}
        {member.admin && <span class="quiet"> · {members.admin}</span>}
        {member.passkeys > 0 && <span class="quiet"> · {words.value.keys.members(member.passkeys)}</span>}
        {member.formerly !== null && (
          <span class="quiet"> · {words.value.keys.formerlyWas(`${member.name || members.unnamed} (${member.formerly.slice(0, 6)})`)}</span>
        )}
      </td>
      <td>{member.active ? members.yes : members.no}</td>
      {admin && (
        <td>
          {member.active && (
            <div class="row">
              <Button onPress={() => setOpen("rename")}>{members.rename}</Button>
              {member.member !== who.value?.member && <Button onPress={() => setOpen("remove")}>{members.remove}</Button>}
            </div>
          )}
          <Dialog
            open={open === "rename"}
            title={members.rename}
            onClose={close}
            foot={
              <Button
                look="main"
                onPress={() =>
                  void vault.nameMember(member.member, { name: name.trim(), roles }).then((answer) => finish(answer, members.saved))
                }
              >
                {members.rename}
              </Button>
            }
          >
            <TextField id={`name-${member.member}`} label={members.name} value={name} onInput={setName} />
            <RolesField id={`roles-${member.member}`} roles={roles} onChoose={setRoles} />
          </Dialog>
          <Dialog
            open={open === "remove"}
            title={members.remove}
            onClose={close}
            foot={
              <>
                <Button onPress={close}>{app.cancel}</Button>
                <Button look="danger" onPress={() => void vault.removeMember(member.member).then(left)}>
                  {members.removeGo}
                </Button>
              </>
            }
          >
            <p>{members.removeSure(member.name || members.unnamed)}</p>
          </Dialog>
        </td>
      )}
    </tr>
  )
}
