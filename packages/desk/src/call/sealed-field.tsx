// A field that is sealed as it is left, and says so beside itself. What could not be sealed stays typed and says why.
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

export type SealedNow = { readonly ok: true } | { readonly ok: false; readonly sentence: string }

export interface SealedFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly start: string
  readonly rows?: number
  /** Cannot be written again once it is sealed. */
  readonly once?: boolean
  readonly onSeal: (text: string) => Promise<SealedNow>
}

export function SealedField({ id, label, hint, start, rows = 2, once, onSeal }: SealedFieldProps) {
  const { words, now, language } = useDesk()
  const { call } = words.value
  const [text, setText] = useState(start)
  const [last, setLast] = useState(start)
  const [state, setState] = useState<{ readonly sealing?: true; readonly at?: number; readonly error?: string }>({})
  // What the drawer kept comes after the page.
  useEffect(() => {
    if (text === "" && start !== "") {
      setText(start)
      setLast(start)
    }
  }, [start])
  const leave = async (): Promise<void> => {
    const said = text.trim()
    if (said === "" || said === last || state.sealing) return
    setState({ sealing: true })
    const done = await onSeal(said)
    if (done.ok) setLast(said)
    setState(done.ok ? { at: now() } : { error: done.sentence })
  }
  const clock = (at: number): string =>
    new Intl.DateTimeFormat(language.value, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at)
  return (
    <div class="sealed-field" onFocusOut={() => void leave()}>
      {once && state.at !== undefined ? (
        <p>
          <strong>{label}</strong>
          <br />
          {last}
        </p>
      ) : (
        <TextArea id={id} label={label} hint={hint} rows={rows} value={text} max={3_500} error={state.error} onInput={setText} />
      )}
      <p class="quiet small" role="status">
        {state.sealing
          ? call.sealing
          : text.trim() !== "" && text.trim() !== last
            ? call.notYet
            : state.at === undefined
              ? ""
              : call.sealed(clock(state.at))}
      </p>
    </div>
  )
}
