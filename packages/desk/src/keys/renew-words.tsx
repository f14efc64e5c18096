// New words: shown once, written on paper, typed back; only then do the old ones stop.
import type { Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { SevenWords } from "../sign-in/seven-words.tsx"

export function RenewWords({ onDone }: { readonly onDone: () => void }) {
  const { words, vault, toast, refusalText } = useDesk()
  const { keys, signIn, app } = words.value
  const [shown, setShown] = useState<string | null>(null)
  const [typed, setTyped] = useState("")
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const once = async (act: () => Promise<Refusal | null>): Promise<void> => {
    if (working) return
    setWorking(true)
    setRefused(await act())
    setWorking(false)
    onDone()
  }
  const make = () =>
    once(async () => {
      const made = await vault.renewWords()
      if (!made.ok) return made.refusal
      setShown(made.value.passphrase)
      setTyped("")
      return null
    })
  const prove = () =>
    once(async () => {
      const proved = await vault.confirmWords(typed)
      if (!proved.ok) return proved.refusal
      setShown(null)
      toast(keys.renewed)
      return null
    })
  return (
    <section class="stack-s renew-words" aria-labelledby="renew-words-title">
      <h2 id="renew-words-title">{keys.renew}</h2>
      <p class="quiet">{keys.renewText}</p>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {shown === null ? (
        <Button onPress={() => void make()} refused={working ? signIn.working : null} id="renew-words">
          {keys.renewGo}
        </Button>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void prove()
          }}
        >
          <p>{keys.renewShown}</p>
          <SevenWords passphrase={shown} />
          <TextField id="renew-typed" label={keys.renewTyped} value={typed} onInput={setTyped} />
          <Button submit look="main" refused={working ? signIn.working : null} id="renew-done">
            {keys.renewDone}
          </Button>
        </form>
      )}
    </section>
  )
}
