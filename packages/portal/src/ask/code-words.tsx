// The thirteen words: shown once to be copied on paper, then three of them typed back, so that the copy is known to be good.
import { guillochePath } from "@safe-conduct/paper/guilloche.ts"
import { Button } from "@safe-conduct/ui/button.tsx"
import { CodeCard } from "@safe-conduct/ui/code-card.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useEffect, useMemo, useState } from "preact/hooks"
import { SaveCard } from "./card-file.tsx"
import type { Errors } from "./check.ts"
import { focusFirst, errorOf, Heading, type StepProps } from "./page.tsx"

export function Card({ list, words, lang }: { readonly list: readonly string[]; readonly words: PortalWords; readonly lang: string }) {
  const weave = useMemo(
    () => ({
      rosette: guillochePath({ shape: "rosette", width: 240, height: 240, strands: 24, waves: 8, seed: 5 }),
      band: guillochePath({ shape: "band", width: 600, height: 28, strands: 6, waves: 14, seed: 11 }),
    }),
    [],
  )
  const w = words.words
  return (
    <CodeCard title={w.card} over={w.cardOver} words={list} lang={lang} weave={weave}>
      <p class="foot">{w.cardAddress(`${location.host}/mailbox`)}</p>
      <p class="small">{w.cardFoot}</p>
    </CodeCard>
  )
}

export function Words({ letter, words }: StepProps) {
  const w = words.words
  useEffect(() => void letter.draw(), [])
  const refused = letter.refused.value
  return (
    <div class="stack">
      <div class="stack-s">
        <Heading>{w.title}</Heading>
        <p>{w.lead}</p>
      </div>
      {refused && (
        <RefusalNotice title={words.send.failed} sentence={sentence(words, refused)} code={refused.error}>
          <Button onPress={() => void letter.draw()}>{words.send.again}</Button>
        </RefusalNotice>
      )}
      {letter.words.value.length > 0 && (
        <>
          <Card list={letter.words.value} words={words} lang={letter.answers.value.language} />
          <Notice>
            <p>{w.warning}</p>
          </Notice>
        </>
      )}
      <div class="row walk">
        {letter.words.value.length > 0 && (
          <>
            <Button look="main" onPress={letter.next}>
              {w.written}
            </Button>
            <Button onPress={() => window.print()}>{w.print}</Button>
            <SaveCard letter={letter} words={words} />
          </>
        )}
        <Button look="plain" onPress={letter.back}>
          {words.back}
        </Button>
      </div>
    </div>
  )
}

/** Which three are asked: spread over the card, and not the same for every letter. Nothing secret hangs on it. */
export function askedPlaces(list: readonly string[]): readonly number[] {
  const shift = [...list.join("")].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
  return [shift % 4, 4 + (shift % 5), 9 + (shift % 4)]
}

/** As a person types: case, spaces, ё, й and accents do not matter, and the first four letters are enough. */
export function sameWord(typed: string, word: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\s]/gu, "")
      .toLowerCase()
      .replaceAll("œ", "oe")
  const [a, b] = [plain(typed), plain(word)]
  return a === b || (a.length >= 4 && b.startsWith(a))
}

export function Check({ letter, words }: StepProps) {
  const w = words.check
  const list = letter.words.value
  const places = askedPlaces(list)
  const [typed, setTyped] = useState<readonly string[]>(["", "", ""])
  const [errors, setErrors] = useState<Errors>({})
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const wrong = places.flatMap((place, at) =>
          sameWord(typed[at] ?? "", list[place] ?? "")
            ? []
            : [[`word-${place}`, { error: typed[at]?.trim() ? "words-differ" : "missing" }] as const],
        )
        setErrors(Object.fromEntries(wrong))
        if (wrong.length === 0) letter.go("send")
        else setTimeout(() => focusFirst(Object.fromEntries(wrong)))
      }}
    >
      <div class="stack-s">
        <Heading>{w.title}</Heading>
        <p>{w.lead}</p>
      </div>
      {places.map((place, at) => (
        <TextField
          id={`word-${place}`}
          label={w.word(place + 1)}
          narrow
          lang={letter.answers.value.language}
          value={typed[at] ?? ""}
          onInput={(text) => setTyped(typed.map((one, n) => (n === at ? text : one)))}
          error={errorOf(errors, words, `word-${place}`)}
        />
      ))}
      <div class="row walk">
        <Button submit look="main">
          {w.send}
        </Button>
        <Button look="plain" onPress={letter.back}>
          {w.see}
        </Button>
      </div>
    </form>
  )
}
