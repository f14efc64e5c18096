// The end of a shift: a paragraph offered from the facts of the page, mended by whoever was there, and handed over.

import type { Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useHeld } from "../app/held.ts"
import { useLive } from "../app/live.ts"
import { whenText } from "../app/when.ts"
import { draftOf } from "./shift-draft.ts"

export function LeaveShift() {
  const { vault, words, language, zone, now, who, toast, refusalText } = useDesk()
  const live = useLive()
  const { shift, app, today } = words.value
  // Null: the dialog is shut. What was half written when the screen locked is there again.
  const [text, setText] = useHeld<string | null>("leave-shift", null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const draft = (): string => {
    const day = live.today.value
    return day === null
      ? ""
      : draftOf(shift.draft, language.value, {
          day,
          rows: live.list.value ?? [],
          flightText: (flight) => today.flight(whenText(language.value, flight.at, zone), flight.place),
        })
  }
  const close = (): void => {
    setText(null)
    setRefused(null)
  }
  async function leave(): Promise<void> {
    const id = `${who.value?.member.slice(0, 8) ?? "m"}-${now().toString(36)}`
    const done = await vault.actRegister("leave-shift", { shift: id, text: text ?? "" })
    setRefused(done.ok ? null : done.refusal)
    if (!done.ok) return
    close()
    toast(shift.left)
  }
  return (
    <>
      {/* The draft tells of all that is open: before all of it is known it would leave somebody out. */}
      <button type="button" class="button small" disabled={live.list.value === null} onClick={() => setText(draft())}>
        {shift.leave}
      </button>
      <Dialog
        open={text !== null}
        title={shift.leave}
        onClose={close}
        foot={
          <>
            <Button look="main" onPress={() => void leave()}>
              {shift.leaveGo}
            </Button>
            <Button look="plain" onPress={() => setText(draft())}>
              {shift.again}
            </Button>
            <Button look="plain" onPress={close}>
              {app.cancel}
            </Button>
          </>
        }
      >
        <p class="quiet">{shift.leaveLede}</p>
        <TextArea id="shift-text" label={shift.paragraph} rows={8} max={4_000} value={text ?? ""} onInput={setText} />
        {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      </Dialog>
    </>
  )
}
