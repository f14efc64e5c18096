// The frame of every field: label, hint, control, error, tied together so that all of it is spoken.
import type { ComponentChildren } from "preact"

export interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The word "optional", where it is worth saying. */
  readonly optional?: string | undefined
  /** Where the heading above already says it: the label is then only spoken. */
  readonly labelUnseen?: boolean
}

/** Ids of hint and error for aria-describedby. */
export const described = ({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined

export function Field({ id, label, hint, error, optional, children }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>
        {label} {optional && <span class="optional">({optional})</span>}
      </label>
      <Remarks id={id} hint={hint} error={error} />
      <div class="control">{children}</div>
    </div>
  )
}

/** The same frame for a group of controls. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  labelUnseen,
  children,
}: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <fieldset class={error ? "field wrong" : "field"} id={id} tabIndex={-1} aria-describedby={described({ id, hint, error })}>
      <legend class={labelUnseen ? "unseen" : undefined}>
        {label} {optional && <span class="optional">({optional})</span>}
      </legend>
      <Remarks id={id} hint={hint} error={error} />
      <div class="control">{children}</div>
    </fieldset>
  )
}

export function Remarks({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
