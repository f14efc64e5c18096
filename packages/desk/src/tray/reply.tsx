// A short answer to the mailbox, right under the request: most people need one sentence before they need a case.
import type { Phrase } from "@safe-conduct/domain/request"
import { Button } from "@safe-conduct/ui/button.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useHeld } from "../app/held.ts"
import { MarkSpoken } from "../case/code/mark-spoken.tsx"
import { Snippets } from "../law/snippets.tsx"
import { PhraseField } from "../case/code/phrase-field.tsx"

interface ReplyProps {
  readonly ask: string
  /** Others may have heard its words: fixed sentences only. */
  readonly spoken: boolean
  readonly onSent: () => void
}

export function Reply({ ask, spoken, onSent }: ReplyProps) {
  const { words, vault, toast, refusalText } = useDesk()
  const { tray, code } = words.value
  const [phrase, setPhrase] = useState<Phrase | "">("")
  const [text, setText] = useHeld(`reply ${ask}`, "")
  const [error, setError] = useState<string | undefined>(undefined)
  const [working, setWorking] = useState(false)
  const send = async (): Promise<void> => {
    if ((spoken ? phrase : text.trim()) === "" || working) return
    setWorking(true)
    const answer = spoken ? await vault.reply(ask, "", phrase === "" ? {} : { phrase }) : await vault.reply(ask, text.trim())
    setWorking(false)
    if (!answer.ok) {
      setError(refusalText(answer.refusal))
      return
    }
    if (!spoken) setText("")
    setPhrase("")
    setError(undefined)
    toast(tray.replySent)
    onSent()
  }
  const mark = async (): Promise<void> => {
    const marked = await vault.actRegister("mark-spoken", { ask })
    if (!marked.ok) return setError(refusalText(marked.refusal))
    toast(code.spoken.marked)
    onSent()
  }
  return (
    <section class="reply stack-s">
      {spoken ? (
        <PhraseField id="reply" words={code} value={phrase} onInput={setPhrase} error={error} />
      ) : (
        <TextArea id="reply" label={tray.reply} hint={tray.replyHint} rows={3} max={20_000} value={text} error={error} onInput={setText} />
      )}
      {!spoken && <Snippets onTake={(more) => setText(text.trim() === "" ? more : `${text.trimEnd()} ${more}`)} />}
      <div class="row">
        <Button onPress={() => void send()}>{tray.replySend}</Button>
        {!spoken && <MarkSpoken mark={mark} words={code} />}
      </div>
    </section>
  )
}
