// One of a few, each with room for a thumb and for a second line; and a single tick.
import { FieldGroup, type FieldProps, Remarks, described } from "./field.tsx"

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
  readonly more?: string | undefined
}

export interface ChoiceProps<T extends string> extends FieldProps {
  readonly value: T | ""
  readonly onInput: (value: T) => void
  readonly options: readonly Option<T>[]
  readonly across?: boolean
}

export function Choice<T extends string>({ value, onInput, options, across, ...field }: ChoiceProps<T>) {
  return (
    <FieldGroup {...field}>
      <div class={across ? "choices across" : "choices"}>
        {options.map((option) => (
          <label class="choice">
            <input
              type="radio"
              name={field.id}
              value={option.value}
              checked={value === option.value}
              aria-invalid={field.error ? true : undefined}
              onChange={() => onInput(option.value)}
            />
            <span>
              {option.label}
              {option.more && <span class="more">{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** A longer list that does not deserve a screen of radios. */
export function Select<T extends string>({
  value,
  onInput,
  options,
  empty,
  ...field
}: Omit<ChoiceProps<T>, "across"> & { readonly empty?: string }) {
  return (
    <div class={field.error ? "field wrong" : "field"}>
      <label for={field.id}>
        {field.label} {field.optional && <span class="optional">({field.optional})</span>}
      </label>
      <Remarks {...field} />
      <div class="control">
        <select
          id={field.id}
          value={value}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={described(field)}
          onChange={(event) => onInput(event.currentTarget.value as T)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option value={option.value}>{option.label}</option>
          ))}
        </select>
      </div>
    </div>
  )
}

export interface CheckboxProps {
  readonly id: string
  readonly label: string
  readonly more?: string
  readonly error?: string | undefined
  readonly checked: boolean
  readonly onInput: (checked: boolean) => void
}

export function Checkbox({ id, label, more, error, checked, onInput }: CheckboxProps) {
  return (
    <div class={error ? "field wrong" : "field"}>
      <label class="choice check">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onInput(event.currentTarget.checked)}
        />
        <span>
          {label}
          {more && <span class="more">{more}</span>}
        </span>
      </label>
      <Remarks id={id} error={error} />
    </div>
  )
}
