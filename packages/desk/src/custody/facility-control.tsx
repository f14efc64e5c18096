// A place as anyone writes it, with the likeliest places of the list under it: arrows choose, Enter takes. What is not in the list stays
// as typed and is marked so.
import { findFacilities } from "@safe-conduct/domain/custody"
import { described, Field, type FieldProps } from "@safe-conduct/ui/field.tsx"
import { useMemo, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import type { TypedFacility } from "../case/form/values.ts"
import "./facility-control.css"

export interface FacilityControlProps extends FieldProps {
  readonly value: TypedFacility
  readonly onInput: (value: TypedFacility) => void
  /** The field has the keyboard as soon as it stands. */
  readonly first?: boolean
}

const shown = 5

export function FacilityControl({ value, onInput, first, ...field }: FacilityControlProps) {
  const { words } = useDesk()
  const { place } = words.value.law
  const { facilities } = useLaw()
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState(false)
  const typed = value.text.trim()
  const found = useMemo(
    () => (value.known === undefined && typed.length > 1 ? findFacilities(typed, facilities, shown).map((one) => one.facility) : []),
    [typed, value.known, facilities],
  )
  const open = found.length > 0 && !closed
  const chosen = Math.min(at, found.length - 1)
  const list = `${field.id}-places`
  const take = (n: number): void => {
    const one = found[n]
    if (one === undefined) return
    const { code, name, state, staging, timeZone } = one
    onInput({ text: name, known: { code, name, state, staging, timeZone } })
    setAt(0)
  }
  const known =
    value.known === undefined ? undefined : facilities.find((one) => one.code === value.known?.code && one.name === value.known.name)
  return (
    <Field {...field}>
      <div class="facility-field">
        <input
          id={field.id}
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${list}-${chosen}` : undefined}
          value={value.text}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={described(field)}
          ref={(element) => {
            if (first && element && !element.dataset["stood"]) {
              element.dataset["stood"] = "1"
              element.focus()
            }
          }}
          onInput={(event) => {
            setAt(0)
            setClosed(false)
            onInput({ text: event.currentTarget.value })
          }}
          onBlur={() => setClosed(true)}
          onFocus={() => setClosed(false)}
          onKeyDown={(event) => {
            if (!open) return
            if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, found.length - 1))
            else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0))
            else if (event.key === "Enter") take(chosen)
            else if (event.key === "Escape") setClosed(true)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <ul class="places" role="listbox" id={list} aria-label={field.label} hidden={!open}>
          {found.map((one, n) => (
            <li
              role="option"
              id={`${list}-${n}`}
              aria-selected={n === chosen}
              // The field keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(n)}
            >
              {one.name}, {[one.city, one.state].filter(Boolean).join(" ")}
              {one.office && <span class="quiet small"> · {place.office(one.office)}</span>}
              {one.staging && <strong class="warn"> · {place.staging}</strong>}
              {one.kind === "hold" && !one.staging && <span class="quiet small"> · {place.hold}</span>}
            </li>
          ))}
        </ul>
      </div>
      {value.known !== undefined && (
        <p class="small">
          <span class="data">{value.known.code}</span> {[known?.city, value.known.state].filter(Boolean).join(" ")}
          {known?.office && <> · {known.officeByDistance ? place.officePerhaps(known.office) : place.office(known.office)}</>}
          {value.known.staging && <strong class="warn"> · {place.staging}</strong>}
        </p>
      )}
      {value.known === undefined && typed.length > 1 && (
        // There from the first letters on, so that nothing moves when the list closes.
        <p class="small quiet perhaps">
          {found[0] === undefined ? (
            place.asTyped
          ) : (
            <>
              {place.unlessTaken}{" "}
              <button type="button" onClick={() => take(0)}>
                {found[0].name}
              </button>
            </>
          )}
        </p>
      )}
    </Field>
  )
}
