// A small form over one compartment: what is typed, held through a locked screen, refused at the field that it concerns.
import type { Refusal, Result } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice, type Option, Select } from "@safe-conduct/ui/choice.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useHeld } from "../app/held.ts"
import { useCase } from "../case/case-context.ts"

export interface Asked {
  /** The place in the input that it fills. */
  readonly at: string
  readonly label: string
  readonly hint?: string
  readonly is: "text" | "long" | "choice" | "list"
  readonly options?: readonly Option<string>[]
  readonly optional?: true
}
type Typed = Readonly<Record<string, string>>

/** Up to four stand side by side; what is optional or longer makes a list. */
function Control({ asked, id, value, error, onInput }: ControlProps) {
  const { words } = useCase()
  const { label, hint, optional, options = [] } = asked
  const frame = { id, label, hint, error, optional: optional ? words.form.optional : undefined, value, onInput }
  switch (asked.is) {
    case "text":
      return <TextField {...frame} />
    case "long":
      return <TextArea {...frame} rows={4} />
    case "choice":
      return <Choice {...frame} across options={options} />
    case "list":
      return <Select {...frame} options={options} empty={optional ? "" : words.form.choose} />
  }
}
interface ControlProps {
  readonly asked: Asked
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onInput: (text: string) => void
}

export interface CompartmentFormProps {
  /** Where it stands: what is half written is found again by it. */
  readonly name: string
  readonly fields: readonly Asked[]
  readonly send: (typed: Typed) => Promise<Result<unknown>>
  readonly onDone: () => void
}

export function CompartmentForm({ name, fields, send, onDone }: CompartmentFormProps) {
  const desk = useDesk()
  const { words } = useCase()
  const [typed, setTyped] = useHeld<Typed>(name, {})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const frame = useRef<HTMLFormElement>(null)
  const at = (refusal?.at ?? "").replace(/^\/input\//, "")
  const faulty = fields.find((one) => one.at === at)
  useEffect(() => frame.current?.querySelector<HTMLElement>("[aria-invalid=true], .notice")?.focus(), [refusal])

  async function go(): Promise<void> {
    if (busy) return
    const empty = fields.find((one) => one.optional === undefined && (typed[one.at] ?? "").trim() === "")
    if (empty !== undefined) return setRefusal({ error: "missing", at: `/input/${empty.at}` })
    setBusy(true)
    const said = Object.fromEntries(Object.entries(typed).flatMap(([key, text]) => (text.trim() === "" ? [] : [[key, text.trim()]])))
    const done = await send(said)
    setBusy(false)
    if (!done.ok) return setRefusal(done.refusal)
    desk.toast(words.form.saved)
    onDone()
  }
  return (
    <form
      class="stack"
      ref={frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      {refusal !== null && faulty === undefined && (
        <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />
      )}
      {fields.map((asked) => (
        <Control
          key={asked.at}
          asked={asked}
          id={`c-${asked.at}`}
          value={typed[asked.at] ?? ""}
          error={asked === faulty && refusal !== null ? desk.refusalText(refusal) : undefined}
          onInput={(text) => setTyped((now) => ({ ...now, [asked.at]: text }))}
        />
      ))}
      <div class="foot">
        <Button onPress={onDone}>{words.form.cancel}</Button>
        <Button submit look="main">
          {words.form.save}
        </Button>
      </div>
    </form>
  )
}
