// By which way that was known before, and who was spoken with: the two answers that confirm anything.
import type { KnownPath } from "@safe-conduct/domain/case"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import type { CodeWords } from "@safe-conduct/words/desk/code/index.ts"

export interface Called {
  readonly path: string
  readonly by: string
}

interface KnownPathProps {
  readonly paths: readonly KnownPath[]
  readonly words: CodeWords
  readonly value: Called
  readonly onInput: (called: Called) => void
  readonly error: string | undefined
}

export function KnownPathFields({ paths, words, value, onInput, error }: KnownPathProps) {
  if (paths.length === 0) return <p class="mark">{words.noPath}</p>
  return (
    <>
      <Choice
        id="known-path"
        label={words.path}
        hint={words.pathMore}
        value={value.path}
        onInput={(path) => onInput({ ...value, path })}
        options={paths.map((path) => ({
          value: path.entry,
          label: path.how,
          more: [path.name, words.who[path.who]].filter(Boolean).join(", "),
        }))}
      />
      <TextField id="known-by" label={words.by} value={value.by} onInput={(by) => onInput({ ...value, by })} error={error} max={200} />
    </>
  )
}
