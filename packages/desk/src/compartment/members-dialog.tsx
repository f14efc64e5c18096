// Who reads a compartment, as ticks among those who read its case. Whoever chooses is on it and cannot take herself off.
import type { Refusal, Result } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"

export interface MembersDialogProps {
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly go: string
  readonly start: readonly string[]
  /** Among whom; absent: those who read the case. */
  readonly among?: readonly { readonly member: string; readonly name: string }[]
  /** Where a reason is asked for. It may stay empty. */
  readonly why?: { readonly label: string; readonly hint: string }
  readonly send: (members: readonly string[], why: string) => Promise<Result<unknown>>
  readonly onClose: () => void
}

export function MembersDialog({ open, title, hint, go, start, among, why, send, onClose }: MembersDialogProps) {
  const desk = useDesk()
  const { view, words, nameOf } = useCase()
  const me = desk.who.value?.member ?? ""
  const [chosen, setChosen] = useState<readonly string[]>(start)
  const [reason, setReason] = useState("")
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  // What was ticked and not sent is forgotten; what stands is where the next look begins.
  useEffect(() => {
    if (!open) return
    setChosen(start)
    setReason("")
    setRefusal(null)
  }, [open])
  async function change(): Promise<void> {
    if (busy) return
    setBusy(true)
    const done = await send([...new Set([me, ...chosen])], reason.trim())
    setBusy(false)
    if (done.ok) onClose()
    else setRefusal(done.refusal)
  }
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.form.cancel}</Button>
          <Button look="main" onPress={() => void change()}>
            {go}
          </Button>
        </>
      }
    >
      {refusal !== null && <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      <p class="quiet">{hint}</p>
      <div class="compartment-members">
        {(among ?? view.roster)
          .filter(({ member }) => member !== me)
          .map(({ member, name }) => (
            <Checkbox
              key={member}
              id={`on-${member}`}
              label={name || nameOf(member)}
              checked={chosen.includes(member)}
              onInput={(on) => setChosen(on ? [...chosen, member] : chosen.filter((one) => one !== member))}
            />
          ))}
      </div>
      {why !== undefined && (
        <TextField
          id="members-why"
          label={why.label}
          optional={words.form.optional}
          hint={why.hint}
          max={2000}
          value={reason}
          onInput={setReason}
        />
      )}
    </Dialog>
  )
}
