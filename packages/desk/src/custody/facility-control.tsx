// A place as anyone writes it, with the likeliest places of the list under it; what is not in the list stays as typed.
import { findFacilities } from "@safe-conduct/domain/custody"
import { described, Field, type FieldProps } from "@safe-conduct/ui/field.tsx"
import { law } from "../case/programme.ts"
import type { TypedFacility } from "../case/form/values.ts"

export interface FacilityControlProps extends FieldProps {
  readonly value: TypedFacility
  readonly onInput: (value: TypedFacility) => void
  readonly stagingMark: string
}

export function FacilityControl({ value, onInput, stagingMark, ...field }: FacilityControlProps) {
  const found = value.known === undefined && value.text.trim().length > 1 ? findFacilities(value.text, law.facilities, 4) : []
  return (
    <Field {...field}>
      <input
        id={field.id}
        value={value.text}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={described(field)}
        onInput={(event) => onInput({ text: event.currentTarget.value })}
      />
      {value.known !== undefined && (
        <p class="small">
          <span class="data">{value.known.code}</span>, {value.known.state}
          {value.known.staging && <strong> · {stagingMark}</strong>}
        </p>
      )}
      {found.length > 0 && (
        <ul class="suggestions" aria-live="polite">
          {found.map(({ facility }) => (
            <li>
              <button
                type="button"
                onClick={() => {
                  const { code, name, state, staging, timeZone } = facility
                  onInput({ text: name, known: { code, name, state, staging, timeZone } })
                }}
              >
                {facility.name}, {facility.city} {facility.state}
                {facility.staging && <strong> · {stagingMark}</strong>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}
