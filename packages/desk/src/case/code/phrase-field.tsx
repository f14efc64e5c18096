// What may be answered where others may have heard the words: one of the fixed sentences, and why there is nothing to type.
import { chosenPhrases, type Phrase } from "@safe-conduct/domain/request"
import { Select } from "@safe-conduct/ui/choice.tsx"
import type { CodeWords } from "@safe-conduct/words/desk/code/index.ts"

interface PhraseFieldProps {
  readonly id: string
  readonly words: CodeWords
  readonly value: Phrase | ""
  readonly onInput: (phrase: Phrase | "") => void
  readonly error: string | undefined
}

export function PhraseField({ id, words, value, onInput, error }: PhraseFieldProps) {
  return (
    <>
      <p class="mark">{words.spoken.now}</p>
      <Select
        id={id}
        label={words.spoken.sentence}
        empty={words.spoken.choose}
        value={value}
        onInput={onInput}
        error={error}
        options={chosenPhrases.map((phrase) => ({ value: phrase, label: words.phrases[phrase] }))}
      />
    </>
  )
}
