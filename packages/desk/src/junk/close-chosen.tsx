// Puts down all that are chosen, for one reason that stands beside each; the last press is taken back by one.
import type { ClosedJunk, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

export interface CloseChosenProps {
  readonly chosen: ReadonlySet<string>
  /** There is something to choose from. */
  readonly some: boolean
  readonly onRefused: (refusal: Refusal | null) => void
  readonly onClosed: () => void
}

export function CloseChosen({ chosen, some, onRefused, onClosed }: CloseChosenProps) {
  const { vault, words, toast } = useDesk()
  const { junk } = words.value
  const [why, setWhy] = useState("")
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<ClosedJunk | null>(null)
  const close = async (): Promise<void> => {
    setMissing(why.trim() === "")
    if (why.trim() === "" || busy) return
    setBusy(true)
    try {
      const done = await vault.closeJunk([...chosen], why.trim())
      onRefused(done.ok ? null : done.refusal)
      if (!done.ok) return
      setLast(done.value)
      onClosed()
    } finally {
      setBusy(false)
    }
  }
  const undo = async (): Promise<void> => {
    if (last === null || busy) return
    setBusy(true)
    try {
      const back = await vault.reopenJunk(last.closed, junk.undoWhy)
      onRefused(back.ok ? null : back.refusal)
      if (!back.ok) return
      setLast(null)
      toast(junk.undone(back.value.reopened.length))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class={chosen.size > 0 ? "close-chosen stack is-at-hand" : "close-chosen stack"} aria-live="polite">
      {last !== null && (
        <Notice role="status">
          <p>{junk.closed(last.closed.length)}</p>
          {last.left.length > 0 && <p>{junk.left(last.left.length)}</p>}
          <Button id="undo-junk" onPress={() => void undo()}>
            {junk.undo}
          </Button>
        </Notice>
      )}
      {some && (
        <form
          class="stack-s"
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen.size > 0) void close()
          }}
        >
          <TextField
            id="junk-why"
            label={junk.why}
            hint={junk.whyHint}
            value={why}
            max={1000}
            error={missing ? junk.whyMissing : undefined}
            onInput={setWhy}
          />
          <div class="row">
            <Button submit look="main" id="close-junk" refused={busy ? junk.closing : chosen.size === 0 ? junk.nothing : null}>
              {junk.close(chosen.size)}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
