// After sending: the hour, that a person will look, the words once more, a copy of her own, and what to do meanwhile.
import { Button, LinkButton } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import { KeepHere } from "../mailbox/keep-here.tsx"
import { pathOf } from "../pages/paths.ts"
import { Card } from "./code-words.tsx"
import { HourLink } from "./hour-link.tsx"
import { hourText } from "./hour.ts"
import { Heading, type StepProps } from "./page.tsx"
import { sizeText } from "./papers.tsx"
import { SaveCard, saveFile } from "./card-file.tsx"
import { Facts, filled } from "./review.tsx"
import { extras } from "./steps.ts"
import { checkedRequest } from "./to-request.ts"

export function Receipt({ letter, words }: StepProps) {
  const w = words.receipt
  const a = letter.answers.value
  const receipt = letter.receipt.value
  const [done, setDone] = useState(!letter.urgent.value)
  if (!receipt) return null
  return (
    <div class="stack-l">
      <div class="stack">
        <Heading>{w.title}</Heading>
        <p>
          {w.at(hourText(receipt.hour, words))} <strong>{w.person}</strong>
        </p>
        {a.wake && (
          <Notice>
            <p>{w.woken}</p>
          </Notice>
        )}
      </div>
      <section class="stack">
        {!done && (
          <Notice look="danger" title={w.wordsNow}>
            {null}
          </Notice>
        )}
        <Card list={letter.words.value} words={words} lang={a.language} />
        <div class="row walk">
          {!done && (
            <Button
              look="main"
              onPress={() => {
                setDone(true)
                void letter.erase()
              }}
            >
              {w.done}
            </Button>
          )}
          <Button onPress={() => window.print()}>{words.words.print}</Button>
          <SaveCard letter={letter} words={words} />
          <LinkButton href={pathOf("mailbox", words.language)}>{w.mailbox}</LinkButton>
        </div>
        {done && letter.urgent.value && <p role="status">{w.doneText}</p>}
        {letter.code.value && <KeepHere port={letter.port} code={letter.code.value} words={words} />}
      </section>
      <section class="stack">
        <h2>{w.meanwhile.title}</h2>
        <ol>
          {w.meanwhile.steps.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
        <HourLink words={words} />
      </section>
      <section class="stack">
        <h2>{w.sent}</h2>
        <Facts answers={a} words={words} />
        <ul class="plain-list">
          {extras
            .filter((extra) => filled(extra, a, words) !== "")
            .map((extra) => (
              <li>
                {words.review.more[extra]} <span class="quiet small">{filled(extra, a, words)}</span>
                {extra === "papers" && (
                  <ul class="plain-list small">
                    {a.files.map((file) => (
                      <li>
                        {file.name}, {sizeText(file.size, words)}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
        </ul>
        <p class="small quiet">
          {w.number}: <span class="data wrap">{receipt.locator}</span>
        </p>
        <p>{w.noReadBack}</p>
        <OwnCopy letter={letter} words={words} />
      </section>
    </div>
  )
}

function OwnCopy({ letter, words }: StepProps) {
  const w = words.receipt.copy
  const [phrase, setPhrase] = useState("")
  const [error, setError] = useState<string>()
  const [saved, setSaved] = useState(false)
  return (
    <form
      class="stack sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const checked = checkedRequest(letter.answers.value, letter.today())
        if (phrase.trim().length < 12 || !checked.ok) {
          setError(sentence(words, { error: "phrase-short" }))
          document.getElementById("phrase")?.focus()
          return
        }
        setError(undefined)
        letter.port.ownCopy(checked.request, phrase.trim()).then(
          (bytes) => {
            saveFile(bytes, w.file, "application/octet-stream")
            setSaved(true)
          },
          () => setError(sentence(words, { error: "cannot-lock" })),
        )
      }}
    >
      <h3>{w.title}</h3>
      <p class="small">{w.text}</p>
      <TextField id="phrase" label={w.phrase} hint={w.phraseHint} value={phrase} onInput={setPhrase} error={error} />
      <Button submit>{w.save}</Button>
      {saved && <p role="status">{w.saved}</p>}
    </form>
  )
}
