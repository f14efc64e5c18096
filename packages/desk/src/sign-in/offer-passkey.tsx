// After the words: this device may keep a passkey, so that the paper can stay where it is.
import { useEffect, useRef } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { AddPasskey } from "../keys/add-passkey.tsx"

export function OfferPasskey({ onDone }: { readonly onDone: () => void }) {
  const { words } = useDesk()
  const { keys } = words.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="stack">
      <h1 tabIndex={-1} ref={heading}>
        {keys.offer}
      </h1>
      <p class="quiet">{keys.offerText}</p>
      <AddPasskey onDone={onDone} onLater={onDone} />
    </section>
  )
}
