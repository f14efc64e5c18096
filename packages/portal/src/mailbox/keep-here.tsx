// "Keep open on this phone": a number of her own instead of thirteen words each day. Offered after sending and in the mailbox, never done
// unasked; it says what it is weaker against.
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useEffect, useState } from "preact/hooks"
import { broken, type Port, type Refusal } from "../port/port.ts"

interface KeepHereProps {
  readonly port: Port
  readonly code: Uint8Array
  readonly words: PortalWords
}

export function KeepHere({ port, code, words }: KeepHereProps) {
  const w = words.keepHere
  const [here, setHere] = useState<{ readonly there: boolean; readonly lasting: boolean } | null>(null)
  const [pin, setPin] = useState("")
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState("")
  useEffect(() => void port.codeHere().then(setHere, () => setHere(null)), [])
  if (here === null) return null

  async function keep(): Promise<void> {
    if (busy) return
    setBusy(true)
    const kept = await port.keepCode(code, pin).catch(broken)
    setBusy(false)
    if (!kept.ok) {
      setRefused(kept.refusal)
      document.getElementById("keep-pin")?.focus()
      return
    }
    setPin("")
    setRefused(null)
    setHere({ lasting: true, there: true })
    setDone(w.kept)
  }
  async function drop(): Promise<void> {
    await port.dropCode()
    setHere({ lasting: true, there: false })
    setDone(w.dropped)
  }
  return (
    <details>
      <summary>{here.there ? w.titleKept : w.title}</summary>
      {here.there ? (
        <div class="stack">
          <p>{w.textKept}</p>
          <Button onPress={() => void drop()}>{w.drop}</Button>
        </div>
      ) : here.lasting ? (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void keep()
          }}
        >
          <p>{w.text}</p>
          <p>{w.weaker}</p>
          <p>
            <strong>{w.notShared}</strong>
          </p>
          <TextField
            id="keep-pin"
            kind="password"
            label={w.choose}
            hint={w.chooseHint}
            narrow
            value={pin}
            onInput={setPin}
            error={refused ? sentence(words, refused) : undefined}
          />
          <Button submit>{busy ? w.keeping : w.keep}</Button>
        </form>
      ) : (
        <p>{w.denied}</p>
      )}
      <p role="status">{done}</p>
    </details>
  )
}

interface TakeHereProps {
  readonly port: Port
  readonly words: PortalWords
  readonly onCode: (code: Uint8Array) => void
  /** To the thirteen words: by choice, or because nothing is kept here any more. */
  readonly onWords: (refused: Refusal | null) => void
}

/** The way in by the number. */
export function TakeHere({ port, words, onCode, onWords }: TakeHereProps) {
  const w = words.keepHere
  const [pin, setPin] = useState("")
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)

  async function take(): Promise<void> {
    if (busy) return
    setBusy(true)
    const taken = await port.takeCode(pin).catch(broken)
    setBusy(false)
    if (taken.ok) return onCode(taken.value)
    if (["pin-forgotten", "no-kept-code"].includes(taken.refusal.error)) return onWords(taken.refusal)
    setPin("")
    setRefused(taken.refusal)
    document.getElementById("take-pin")?.focus()
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      {refused && <RefusalNotice title={words.wrongTitle} sentence={sentence(words, refused)} code={refused.error} />}
      <TextField id="take-pin" kind="password" label={w.number} narrow value={pin} onInput={setPin} />
      <div class="row walk">
        <Button submit look="main">
          {busy ? words.mailbox.opening : words.mailbox.open}
        </Button>
        <Button look="plain" onPress={() => onWords(null)}>
          {w.byWords}
        </Button>
        <Button
          look="plain"
          onPress={() =>
            void port
              .dropCode()
              .catch(() => undefined)
              .then(() => onWords(null))
          }
        >
          {w.drop}
        </Button>
      </div>
    </form>
  )
}
