// Inside the mailbox: where things stand, what the desk wrote, and what one may write back. A computed date is never shown.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { dayText, hourText } from "../ask/hour.ts"
import { Heading } from "../ask/page.tsx"
import { KeepHere } from "./keep-here.tsx"
import type { BoxProps } from "./open.tsx"
import { Say } from "./say.tsx"
import { Wishes } from "./wishes.tsx"

interface LettersProps extends BoxProps {
  /** The code that opened it, where it may be kept on this device: one of a folder is not. */
  readonly code?: Uint8Array | undefined
}

export function Letters({ box, words, code }: LettersProps) {
  const w = words.mailbox
  const view = box.view.value
  const refused = box.refused.value
  if (!view) return null
  // Where only fixed sentences come, somebody else may know the words: nothing more is left lying about.
  const spoken = view.messages.some((message) => message.phrase !== undefined)
  const newestFirst = [...view.messages].reverse()
  return (
    <div class="stack-l">
      <div class="stack">
        <Heading>{w.title}</Heading>
        {refused && <RefusalNotice title={words.wrongTitle} sentence={sentence(words, refused)} code={refused.error} />}
        <section class="standing" aria-label={w.statusTitle}>
          <span class="quiet small">{w.statusTitle}</span>
          <strong>{w.status[view.status]}</strong>
          {view.nextLook && <p>{w.nextLook(dayText(view.nextLook, words))}</p>}
          {!["need-from-you", "received", "opened"].includes(view.status) && <p>{w.nothingNeeded}</p>}
        </section>
        {view.unreadable > 0 && (
          <Notice look="danger" title={words.wrongTitle}>
            <p>{w.unreadable}</p>
          </Notice>
        )}
        <div class="row">
          <Button onPress={() => void box.refresh()}>{w.refresh}</Button>
          <Button look="plain" onPress={() => void box.leave()}>
            {w.leave}
          </Button>
        </div>
      </div>
      <section class="stack">
        <h2>{w.messages}</h2>
        {newestFirst.length === 0 && <p class="quiet">{w.none}</p>}
        <ol class="letters">
          {newestFirst.map((message) => (
            <li class="letter stack-s" key={message.seq}>
              <p class="quiet small">
                {w.from}, {hourText(message.at, words)}
              </p>
              <p>{message.phrase === undefined ? message.text : w.phrases[message.phrase]}</p>
              {message.caseWord && <p class="small">{w.caseWord(message.caseWord)}</p>}
            </li>
          ))}
        </ol>
      </section>
      <Say box={box} words={words} />
      <Wishes box={box} words={words} />
      {code && !spoken && <KeepHere port={box.port} code={code} words={words} />}
    </div>
  )
}
