// A second signature with a touch: the passkey is asked where she has one here, and where it gives nothing she may press again, or sign
// with her key alone if the programme allows it.
import type { PasskeyTouch, Saw } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { touchFor } from "./approval-touch.ts"

export interface SecondSignatureProps {
  /** What is approved, and the head that is on the screen. */
  readonly of: { readonly stream: string; readonly entry: string; readonly saw: Saw }
  readonly label: string
  readonly touchNeeded?: boolean
  /** Why not now stands beside it. */
  readonly off?: boolean
  readonly give: (touch: PasskeyTouch | undefined) => Promise<unknown>
}

export function SecondSignature({ of, label, touchNeeded, off, give }: SecondSignatureProps) {
  const { words, vault, toast, refusalText } = useDesk()
  const { keys } = words.value
  const [busy, setBusy] = useState(false)
  /** Her passkey was asked and gave nothing: nothing was written. */
  const [untouched, setUntouched] = useState(false)
  const sign = async (withTouch: boolean): Promise<void> => {
    if (busy || off) return
    setBusy(true)
    setUntouched(false)
    try {
      const touch = withTouch ? await touchFor(vault, of) : ({ ok: true, value: undefined } as const)
      if (touch.ok) await give(touch.value)
      else {
        setUntouched(true)
        toast(refusalText(touch.refusal))
      }
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <button type="button" class="button main" aria-disabled={off ? true : undefined} onClick={() => void sign(true)}>
        {busy ? keys.confirming : label}
      </button>
      {untouched && !touchNeeded && (
        <button type="button" class="button" onClick={() => void sign(false)}>
          {keys.signWithout}
        </button>
      )}
      {touchNeeded && <p class="small quiet">{keys.needed}</p>}
    </>
  )
}
