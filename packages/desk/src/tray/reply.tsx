// A short answer to the mailbox, right under the request: most people need one sentence before they need a case.
import { Button } from "@safe-conduct/ui/button.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useHeld } from "../app/held.ts"

export function Reply({ ask, onSent }: { readonly ask: string; readonly onSent: () => void }) {
  const { words, vault, toast, refusalText } = useDesk()
  const { tray } = words.value
  const [text, setText] = useHeld(`reply ${ask}`, "")
  const [error, setError] = useState<string | undefined>(undefined)
  const [working, setWorking] = useState(false)
  const send = async (): Promise<void> => {
    if (text.trim() === "" || working) return
    setWorking(true)
    const answer = await vault.reply(ask, text.trim())
    setWorking(false)
    if (!answer.ok) {
      setError(refusalText(answer.refusal))
      return
    }
    setText("")
    setError(undefined)
    toast(tray.replySent)
    onSent()
  }
  return (
    <section class="reply stack-s">
      <TextArea id="reply" label={tray.reply} hint={tray.replyHint} rows={3} max={20_000} value={text} error={error} onInput={setText} />
      <Button onPress={() => void send()}>{tray.replySend}</Button>
    </section>
  )
}
