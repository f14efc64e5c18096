// A day, and the hour where it is known, on the clock of the place or on one's own.
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import type { TypedWhen } from "./values.ts"

export interface WhenControlProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: string | undefined
  readonly value: TypedWhen
  readonly onInput: (value: TypedWhen) => void
  readonly words: CaseWords
  readonly zones: { readonly there: string; readonly here: string }
}

const city = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ")

export function WhenControl({ value, onInput, words, zones, ...field }: WhenControlProps) {
  const { form } = words
  const choices = [...new Set([zones.there, zones.here])]
  return (
    <div class="when-control">
      <DateField {...field} value={value.day} onInput={(day) => onInput({ ...value, day })} words={form} />
      <div class="when-hour">
        <label>
          <span class="quiet small">{form.hour}</span>
          <input
            type="time"
            id={`${field.id}-time`}
            value={value.time}
            onInput={(event) => onInput({ ...value, time: event.currentTarget.value })}
          />
        </label>
        {value.time !== "" && choices.length > 1 && (
          <label>
            <span class="quiet small">{form.zone}</span>
            <select value={value.zone} onChange={(event) => onInput({ ...value, zone: event.currentTarget.value })}>
              {choices.map((zone) => (
                <option value={zone}>
                  {zone === zones.there ? form.zoneThere : form.zoneHere} ({city(zone)})
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </div>
  )
}
