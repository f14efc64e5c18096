// Making a passkey on this device: what she calls it, then what the device asks.
import type { Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { makePasskey } from "./authenticator.ts"

export function AddPasskey({ onDone, onLater }: { readonly onDone: () => void; readonly onLater?: (() => void) | undefined }) {
  const { words, vault, toast, refusalText } = useDesk()
  const { keys, app } = words.value
  const [name, setName] = useState("")
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const make = async (): Promise<void> => {
    if (working) return
    setWorking(true)
    setRefused(null)
    const made = await makePasskey(vault, app.product, name.trim() || app.product)
    const added = made.ok ? await vault.addPasskey(made.value) : made
    setWorking(false)
    if (!added.ok) return setRefused(added.refusal)
    setName("")
    toast(keys.added)
    onDone()
  }
  return (
    <form
      class="stack-s add-passkey"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <TextField id="passkey-name" label={keys.name} hint={keys.nameHint} value={name} max={60} onInput={setName} />
      {working && (
        <Notice role="status">
          <Progress label={keys.asking} done={undefined} />
          <p class="quiet small">{keys.adding}</p>
        </Notice>
      )}
      <div class="row">
        <Button submit look="main" id="add-passkey">
          {keys.add}
        </Button>
        {onLater && (
          <Button onPress={onLater} id="passkey-later">
            {keys.offerLater}
          </Button>
        )}
      </div>
      <p class="quiet small">{keys.addMore}</p>
    </form>
  )
}
