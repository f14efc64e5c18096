// A form of one action: asked of the vault before it is sealed, refused at the field, advised without standing in the way.
import type { Checked } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../../app/context.tsx"
import { useHeld } from "../../app/held.ts"
import { useCase } from "../case-context.ts"
import { law } from "../programme.ts"
import { Control } from "./control.tsx"
import type { CaseForm, FieldSpec, FormContext, Values } from "./spec.ts"
import { emptyOf, inputOf } from "./values.ts"

type Refused = NonNullable<Checked["refusal"]>

export interface ActionFormProps {
  readonly form: CaseForm
  readonly start?: Values | undefined
  readonly onDone: () => void
}

const pointerOf = (refusal: Refused): string => (refusal.at ?? "").replace(/^\/input/, "")
const concerns = (spec: FieldSpec, at: string): boolean =>
  at === spec.at || at.startsWith(`${spec.at}/`) || (at !== "" && spec.at.startsWith(`${at}/`))

export function ActionForm({ form, start, onDone }: ActionFormProps) {
  const desk = useDesk()
  const open = useCase()
  const { words, view } = open
  const zones = { there: open.person?.zone ?? law.zones.board, here: desk.zone }
  const context: FormContext = {
    view,
    person: open.person?.person ?? null,
    me: desk.who.value?.member ?? "",
    now: desk.now(),
    zones,
    newId: open.newId,
  }
  // What a judgement rests on is what was on the screen when the form opened.
  const [saw, setSaw] = useState(view.head)
  const [values, setValues] = useHeld<Values>(`form ${view.stream} ${form.does}`, () => ({
    ...(context.person === null ? {} : { "/person": context.person }),
    ...form.start?.(context),
    ...start,
  }))
  // The message that it rests on goes with it unasked.
  const source = start?.["/source"]
  const [fixed] = useState<Values>(() => ({ ...form.fixed?.(context), ...(source === undefined ? {} : { "/source": source }) }))
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [advice, setAdvice] = useState<readonly Refused[] | null>(null)
  const [busy, setBusy] = useState(false)
  const frame = useRef<HTMLFormElement>(null)
  const specs = (typeof form.fields === "function" ? form.fields(values) : form.fields).filter((spec) => spec.when?.(values) ?? true)
  const at = refusal === null ? "" : pointerOf(refusal)
  const faulty = refusal === null ? undefined : specs.find((spec) => concerns(spec, at))

  useEffect(() => {
    if (refusal?.error === "changed-since") setSaw(view.head)
  }, [view.head.seq])
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>("[aria-invalid=true], .notice")?.focus()
  }, [refusal])

  async function send(anyway: boolean): Promise<void> {
    if (busy) return
    setBusy(true)
    try {
      // Whether it was seen or only said is never assumed: the clock believes the two differently.
      const unsaid = specs.find((spec) => spec.is === "seen" && !values[spec.at])
      if (unsaid !== undefined) return setRefusal({ error: "missing", at: unsaid.at })
      const input = { ...inputOf(specs, values, fixed, zones.there), ...(form.signs ? { saw } : {}) }
      const checked = await desk.vault.check(view.stream, form.does, input)
      setRefusal(checked.refusal)
      if (checked.refusal !== null) return
      if (!anyway && checked.advice.length > 0) return setAdvice(checked.advice)
      const done = await desk.vault.act(view.stream, form.does, input, form.signs ? { saw } : undefined)
      if (done.ok) onDone()
      else setRefusal(done.refusal)
      await open.told(done)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="stack"
      ref={frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(advice !== null)
      }}
    >
      {refusal !== null && faulty === undefined && (
        <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={`${refusal.error} ${at}`} />
      )}
      {specs.map((spec) => (
        <Control
          key={spec.at}
          spec={spec}
          id={`f${spec.at.replaceAll("/", "-")}`}
          value={values[spec.at] ?? emptyOf(spec, zones.there)}
          zones={zones}
          error={spec === faulty && refusal !== null ? desk.refusalText(refusal) : undefined}
          onInput={(value) => {
            setValues((now) => ({ ...now, [spec.at]: value }))
            setAdvice(null)
          }}
        />
      ))}
      {advice !== null && (
        <Notice title={words.form.advice} role="alert">
          <ul>
            {advice.map((one) => (
              <li>{desk.refusalText(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="foot">
        <Button onPress={onDone}>{words.form.cancel}</Button>
        <Button submit look="main" refused={null}>
          {advice !== null ? words.form.anyway : form.signs ? words.form.sign : words.form.save}
        </Button>
      </div>
    </form>
  )
}
