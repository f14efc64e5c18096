// One name in Russian letters and as many Latin spellings as there are papers.
import type { NameParts, PersonName } from "@safe-conduct/domain/person"
import { FieldGroup, type FieldProps } from "@safe-conduct/ui/field.tsx"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"

export interface NamesControlProps extends FieldProps {
  readonly value: readonly PersonName[]
  readonly onInput: (value: readonly PersonName[]) => void
  readonly words: CaseWords
}

export function NamesControl({ value, onInput, words, ...field }: NamesControlProps) {
  const { form } = words
  const rows = withBoth(value)
  const change = (at: number, parts: NameParts): void => onInput(rows.map((row, n) => (n === at ? { ...row, ...parts } : row)))
  return (
    <FieldGroup {...field}>
      {rows.map((name, at) => (
        <div class="name-row">
          <span class="quiet small">{name.script === "cyrillic" ? form.cyrillic : form.latin}</span>
          {(name.script === "cyrillic" ? (["surname", "given", "patronymic"] as const) : (["surname", "given"] as const)).map((part) => (
            <input
              id={at === 0 && part === "surname" ? `${field.id}-first` : undefined}
              aria-label={`${form[part]}, ${name.script === "cyrillic" ? form.cyrillic : form.latin}`}
              placeholder={form[part]}
              lang={name.script === "cyrillic" ? "ru" : "en"}
              autocomplete="off"
              spellcheck={false}
              value={name[part] ?? ""}
              onInput={(event) => change(at, { [part]: event.currentTarget.value })}
            />
          ))}
        </div>
      ))}
      <button type="button" class="button plain" onClick={() => onInput([...rows, { script: "latin" }])}>
        {form.addLatin}
      </button>
    </FieldGroup>
  )
}

function withBoth(value: readonly PersonName[]): readonly PersonName[] {
  const cyrillic = value.some((name) => name.script === "cyrillic") ? [] : [{ script: "cyrillic" } as const]
  const latin = value.some((name) => name.script === "latin") ? [] : [{ script: "latin" } as const]
  return [...cyrillic, ...value, ...latin]
}
