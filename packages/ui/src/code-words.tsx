// Thirteen small fields for the code: typed one by one, or pasted whole into any of them. Each says how it stands, in words.
import { useRef } from "preact/hooks"

export type WordState = "empty" | "typed" | "known" | "unknown" | "missing" | "repaired"

export interface CodeWordsProps {
  readonly id: string
  readonly words: readonly string[]
  readonly states: readonly WordState[]
  readonly onInput: (words: readonly string[]) => void
  /** "Word 3". */
  readonly nameOf: (place: number) => string
  readonly stateOf: Record<WordState, string>
}

export const CODE_LENGTH = 13
export const noWords: readonly string[] = Array.from({ length: CODE_LENGTH }, () => "")

/** Splits what was pasted; numbers and punctuation from a printed card fall away. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize("NFC")
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)

/** The words with what was typed or pasted put in from a place on. */
export function wordsWith(words: readonly string[], at: number, text: string): readonly string[] {
  const found = wordsIn(text)
  if (found.length <= 1) return words.map((word, place) => (place === at ? (found[0] ?? "") : word))
  const start = found.length >= CODE_LENGTH ? 0 : at
  return words.map((word, place) => found[place - start] ?? word)
}

export function CodeWords({ id, words, states, onInput, nameOf, stateOf }: CodeWordsProps) {
  const list = useRef<HTMLOListElement>(null)
  const focusOn = (place: number) => list.current?.querySelectorAll("input")[Math.min(place, CODE_LENGTH - 1)]?.focus()
  const put = (at: number, text: string) => {
    const next = wordsWith(words, at, text)
    onInput(next)
    const many = wordsIn(text).length
    if (many > 1) focusOn(at + many)
  }
  return (
    <ol class="word-fields" ref={list}>
      {words.map((word, at) => {
        const state = states[at] ?? "empty"
        const wrong = state === "unknown" || state === "missing"
        const bad = wrong ? "wrong" : state === "repaired" ? "repaired" : ""
        return (
          <li class={`word-field ${bad}`}>
            <span class="number" aria-hidden="true">
              {at + 1}
            </span>
            <input
              id={at === 0 ? id : `${id}-${at + 1}`}
              value={word}
              aria-label={nameOf(at + 1)}
              aria-describedby={stateOf[state] ? `${id}-state-${at + 1}` : undefined}
              aria-invalid={wrong ? true : undefined}
              autocomplete="off"
              autocapitalize="none"
              autocorrect="off"
              spellcheck={false}
              onInput={(event) => put(at, event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === " ") {
                  event.preventDefault()
                  focusOn(at + 1)
                }
                if (event.key === "Backspace" && word === "" && at > 0) {
                  event.preventDefault()
                  focusOn(at - 1)
                }
              }}
            />
            {stateOf[state] && (
              <span class="state" id={`${id}-state-${at + 1}`}>
                {stateOf[state]}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
