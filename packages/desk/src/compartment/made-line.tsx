// Who wrote a record of a compartment and when, what can be done about it, and how a mistake is struck.
import type { Made } from "@safe-conduct/domain/case"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { momentIn } from "../case/day-words.ts"
import { CompartmentForm } from "./compartment-form.tsx"
import type { Opened } from "./opened.ts"

export interface MadeLineProps {
  readonly made: Made
  readonly opened: Opened
  readonly children?: ComponentChildren
}

export function MadeLine({ made, opened, children }: MadeLineProps) {
  const desk = useDesk()
  const { words, nameOf } = useCase()
  const text = words.compartments
  const [striking, setStriking] = useState(false)
  return (
    <div class="compartment-made">
      <span class="quiet small">{text.made(nameOf(made.by), momentIn(words.language, made.at, desk.zone))}</span>
      <span class="acts">
        {children}
        <button type="button" class="button small plain" onClick={() => setStriking(true)}>
          {text.strike}
        </button>
      </span>
      <Dialog open={striking} title={text.strike} onClose={() => setStriking(false)}>
        <CompartmentForm
          name={`strike ${opened.stream} ${made.seq}`}
          fields={[{ at: "why", label: words.log.strikeWhy, is: "text" }]}
          send={(typed) => opened.act("strike", { seq: made.seq, ...typed })}
          onDone={() => setStriking(false)}
        />
      </Dialog>
    </div>
  )
}
