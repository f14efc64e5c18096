// The way in: thirteen words, a repaired one shown and asked about, never taken in silence.
import { Button } from "@safe-conduct/ui/button.tsx"
import { CodeWords } from "@safe-conduct/ui/code-words.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useEffect } from "preact/hooks"
import { Heading } from "../ask/page.tsx"
import type { Box } from "./box.ts"

export interface BoxProps {
  readonly box: Box
  readonly words: PortalWords
}

interface TypeWordsProps extends BoxProps {
  /** What is said of the words, where they open something else than one mailbox. */
  readonly says?: { readonly title: string; readonly lead: string; readonly open: string }
}

export function TypeWords({ box, words, says = words.mailbox }: TypeWordsProps) {
  const w = words.mailbox
  const refused = box.refused.value
  // After the heading has taken the focus: whoever came back here came because of a word.
  useEffect(() => document.querySelector<HTMLElement>(".word-field [aria-invalid=true]")?.focus(), [box.states.value])
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void box.read()
      }}
    >
      <div class="stack-s">
        <Heading>{says.title}</Heading>
        <p>{says.lead}</p>
      </div>
      {refused && <RefusalNotice title={words.wrongTitle} sentence={sentence(words, refused)} code={refused.error} />}
      <CodeWords id="code" words={box.words.value} states={box.states.value} onInput={box.type} nameOf={w.word} stateOf={w.states} />
      <div class="row walk">
        <Button submit look="main">
          {says.open}
        </Button>
      </div>
    </form>
  )
}

export function Repaired({ box, words }: BoxProps) {
  const w = words.mailbox.repaired
  return (
    <div class="stack">
      <Heading>{w.title}</Heading>
      <Notice>
        {box.found.value?.repaired.map((one) => (
          <p>{w.line(one.place, one.typed.replace(/^\?$/, ""), one.meant)}</p>
        ))}
      </Notice>
      <p>{w.ask}</p>
      <div class="row walk">
        <Button look="main" onPress={() => void box.open()}>
          {w.yes}
        </Button>
        <Button onPress={() => (box.place.value = "words")}>{w.no}</Button>
      </div>
    </div>
  )
}
