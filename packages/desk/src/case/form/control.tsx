// One field of a form, by its kind.
import type { PersonName } from "@safe-conduct/domain/person"
import { eventTypes } from "@safe-conduct/domain/proceeding"
import { Checkbox, Choice, Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { FieldGroup } from "@safe-conduct/ui/field.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import type { TypedDay } from "@safe-conduct/ui/typed-day.ts"
import type { Picklists } from "@safe-conduct/words/case/index.ts"
import { FacilityControl } from "../../custody/facility-control.tsx"
import { NamesControl } from "../../person/names-control.tsx"
import { useCase } from "../case-context.ts"
import { choicesOf } from "./choices.ts"
import type { FieldSpec } from "./spec.ts"
import type { TypedFacility, TypedWhen } from "./values.ts"
import { WhenControl } from "./when-control.tsx"

export interface ControlProps {
  readonly spec: FieldSpec
  readonly id: string
  readonly value: unknown
  readonly onInput: (value: unknown) => void
  readonly error?: string | undefined
  readonly zones: { readonly there: string; readonly here: string }
}

/** Up to four stand side by side as radios; more make a list. */
const few = 4

export function Control({ spec, id, value, onInput, error, zones }: ControlProps) {
  const open = useCase()
  const { words } = open
  const { form, labels } = words
  const frame = {
    id,
    label: words.fields[spec.label],
    hint: spec.hint === undefined ? undefined : words.hints[spec.hint],
    error,
    optional: spec.optional ? form.optional : undefined,
  }
  const choose = (options: readonly { value: string; label: string }[]) =>
    options.length <= few && spec.optional !== true ? (
      <Choice {...frame} across value={value as string} onInput={onInput} options={options} />
    ) : (
      <Select {...frame} value={value as string} onInput={onInput} options={options} empty={spec.optional ? "" : form.choose} />
    )
  switch (spec.is) {
    case "text":
    case "number":
      return (
        <TextField
          {...frame}
          value={value as string}
          onInput={onInput}
          inputMode={spec.is === "number" ? "numeric" : "text"}
          narrow={spec.is === "number"}
        />
      )
    case "long":
      return <TextArea {...frame} rows={4} value={value as string} onInput={onInput} />
    case "lines":
    case "a-numbers":
      return <TextArea {...frame} hint={frame.hint ?? form.lines} rows={2} value={value as string} onInput={onInput} />
    case "day":
    case "partial-day":
      return <DateField {...frame} value={value as TypedDay} onInput={onInput} words={form} />
    case "when":
    case "moment":
      return <WhenControl {...frame} value={value as TypedWhen} onInput={onInput} words={words} zones={zones} />
    case "tick":
      return (
        <Checkbox
          id={id}
          label={frame.label}
          {...(frame.hint === undefined ? {} : { more: frame.hint })}
          error={error}
          checked={value as boolean}
          onInput={onInput}
        />
      )
    case "seen":
      return choose([
        { value: "seen", label: form.seen },
        { value: "said", label: form.said },
      ])
    case "facility":
    case "event-place":
      return <FacilityControl {...frame} value={value as TypedFacility} onInput={onInput} />
    case "names":
      return <NamesControl {...frame} value={value as readonly PersonName[]} onInput={onInput} words={words} />
    case "event-type":
      return (
        <Select
          {...frame}
          value={value as string}
          onInput={onInput}
          options={eventTypes.map((type) => ({ value: type, label: labels.events[type] }))}
          empty={form.choose}
        />
      )
    case "pick": {
      const names = labels.pick[spec.group as keyof Picklists] as Readonly<Record<string, string>>
      return choose(spec.values.map((one) => ({ value: one, label: names[one] ?? one })))
    }
    case "plain":
      return choose(
        spec.values.map((one) => ({ value: one, label: (words.letters.languages as Readonly<Record<string, string>>)[one] ?? one })),
      )
    case "one":
      return choose(choicesOf(spec.of, open))
    case "many": {
      const chosen = value as readonly string[]
      return (
        <FieldGroup {...frame}>
          {choicesOf(spec.of, open).map((choice) => (
            <Checkbox
              id={`${id}-${choice.value}`}
              label={choice.label}
              checked={chosen.includes(choice.value)}
              onInput={(on) => onInput(on ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value))}
            />
          ))}
        </FieldGroup>
      )
    }
  }
}
