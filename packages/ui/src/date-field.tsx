// Day typed, month chosen by name, year typed: no order of numbers to get wrong, and no calendar to page back forty years.
import { described, FieldGroup, type FieldProps } from "./field.tsx"
import type { TypedDay } from "./typed-day.ts"

export interface DateWords {
  readonly day: string
  readonly month: string
  readonly year: string
  /** Twelve names. */
  readonly months: readonly string[]
}

export interface DateProps extends FieldProps {
  readonly value: TypedDay
  readonly onInput: (value: TypedDay) => void
  readonly words: DateWords
}

export function DateField({ value, onInput, words, ...field }: DateProps) {
  const wrong = field.error ? true : undefined
  const by = described(field)
  return (
    <FieldGroup {...field}>
      <div class="date">
        <label for={`${field.id}-day`}>
          <span>{words.day}</span>
          <input
            id={`${field.id}-day`}
            inputMode="numeric"
            maxLength={2}
            autocomplete="off"
            value={value.day}
            aria-invalid={wrong}
            aria-describedby={by}
            onInput={(event) => onInput({ ...value, day: event.currentTarget.value })}
          />
        </label>
        <label for={`${field.id}-month`}>
          <span>{words.month}</span>
          <select
            id={`${field.id}-month`}
            value={value.month}
            aria-invalid={wrong}
            aria-describedby={by}
            onChange={(event) => onInput({ ...value, month: event.currentTarget.value })}
          >
            <option value="" />
            {words.months.map((name, at) => (
              <option value={String(at + 1)}>{name}</option>
            ))}
          </select>
        </label>
        <label for={`${field.id}-year`}>
          <span>{words.year}</span>
          <input
            id={`${field.id}-year`}
            inputMode="numeric"
            maxLength={4}
            autocomplete="off"
            value={value.year}
            aria-invalid={wrong}
            aria-describedby={by}
            onInput={(event) => onInput({ ...value, year: event.currentTarget.value })}
          />
        </label>
      </div>
    </FieldGroup>
  )
}
