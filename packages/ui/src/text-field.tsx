// One line, or several. What is typed is kept as typed; nothing is corrected under the hand.
import { described, Field, type FieldProps } from "./field.tsx"

export interface TextProps extends FieldProps {
  readonly value: string
  readonly onInput: (text: string) => void
  readonly lang?: string
  readonly kind?: "text" | "tel" | "search" | "password"
  readonly inputMode?: "text" | "numeric" | "tel"
  readonly narrow?: boolean
  readonly name?: boolean
  readonly max?: number
}

export function TextField({ value, onInput, lang, kind = "text", inputMode, narrow, name, max, ...field }: TextProps) {
  return (
    <Field {...field}>
      <input
        id={field.id}
        type={kind}
        lang={lang}
        value={value}
        inputMode={inputMode}
        maxLength={max}
        class={narrow ? "narrow" : undefined}
        autocomplete="off"
        autocapitalize={name ? "words" : undefined}
        spellcheck={false}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={described(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  )
}

export function TextArea({
  value,
  onInput,
  lang,
  max,
  rows,
  ...field
}: Omit<TextProps, "kind" | "inputMode" | "narrow" | "name"> & { readonly rows?: number }) {
  return (
    <Field {...field}>
      <textarea
        id={field.id}
        lang={lang}
        rows={rows}
        value={value}
        maxLength={max}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={described(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  )
}
