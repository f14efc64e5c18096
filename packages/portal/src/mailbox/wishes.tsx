// What the code may ask for: it asks and never decides. A withdrawal halts disclosure at once; the rest waits for a person.
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import { broken, type Refusal, type Wish } from "../port/port.ts"
import type { BoxProps } from "./open.tsx"

export function Wishes({ box, words }: BoxProps) {
  const w = words.mailbox.wishes
  const [why, setWhy] = useState("")
  const [how, setHow] = useState("")
  const [wrong, setWrong] = useState("")
  const [refused, setRefused] = useState<{ readonly at: Wish["kind"]; readonly refusal: Refusal } | null>(null)
  const [sent, setSent] = useState<Wish["kind"] | null>(null)
  const [busy, setBusy] = useState(false)
  async function send(wish: Wish): Promise<void> {
    if (busy) return
    setBusy(true)
    setSent(null)
    setRefused(null)
    const answer = await box.port.wish(wish).catch(broken)
    setBusy(false)
    if (!answer.ok) return setRefused({ at: wish.kind, refusal: answer.refusal })
    setSent(wish.kind)
  }
  const after = (kind: Wish["kind"]) => (
    <>
      {refused?.at === kind && (
        <RefusalNotice title={words.wrongTitle} sentence={sentence(words, refused.refusal)} code={refused.refusal.error} />
      )}
      <p role="status">{sent === kind && w.sent}</p>
    </>
  )
  return (
    <section class="stack">
      <h2>{w.title}</h2>
      <p class="quiet">{w.text}</p>
      <div>
        <details>
          <summary>{w.withdraw.title}</summary>
          <div class="stack">
            <p>{w.withdraw.text}</p>
            <TextArea id="why" label={w.withdraw.why} optional={words.optional} rows={2} max={2000} value={why} onInput={setWhy} />
            <Button onPress={() => void send({ kind: "withdraw-consent", scope: "ALL", ...(why.trim() ? { text: why.trim() } : {}) })}>
              {w.withdraw.all}
            </Button>
            {after("withdraw-consent")}
          </div>
        </details>
        <details>
          <summary>{w.contact.title}</summary>
          <div class="stack">
            <p>{w.contact.text}</p>
            <TextField id="new-contact" label={words.reach.how} hint={words.reach.howHint} max={300} value={how} onInput={setHow} />
            <Button
              onPress={() => {
                if (how.trim()) void send({ kind: "change-contact", contact: { how: how.trim() } })
                else setRefused({ at: "change-contact", refusal: { error: "missing" } })
              }}
            >
              {w.contact.send}
            </Button>
            {after("change-contact")}
          </div>
        </details>
        <details>
          <summary>{w.correct.title}</summary>
          <div class="stack">
            <p>{w.correct.text}</p>
            <TextArea id="correct" label={w.correct.label} rows={3} max={2000} value={wrong} onInput={setWrong} />
            <Button
              onPress={() => {
                if (wrong.trim()) void send({ kind: "correct", text: wrong.trim() })
                else setRefused({ at: "correct", refusal: { error: "missing" } })
              }}
            >
              {w.correct.send}
            </Button>
            {after("correct")}
          </div>
        </details>
        <details>
          <summary>{w.forget.title}</summary>
          <div class="stack">
            <p>{w.forget.text}</p>
            <Button onPress={() => void send({ kind: "forget-me" })}>{w.forget.send}</Button>
            {after("forget-me")}
          </div>
        </details>
        <details>
          <summary>{w.spoken.title}</summary>
          <div class="stack">
            <p>{w.spoken.text}</p>
            <Button onPress={() => void send({ kind: "spoken" })}>{w.spoken.send}</Button>
            {after("spoken")}
          </div>
        </details>
      </div>
    </section>
  )
}
