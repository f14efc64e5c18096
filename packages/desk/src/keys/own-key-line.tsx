// One way in: what it is, since when, last used; and removing it, asked twice.
import type { OwnKey, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useState } from "preact/hooks"
import { dayIn } from "../case/day-words.ts"
import { useDesk } from "../app/context.tsx"
import { host } from "./authenticator.ts"

export function OwnKeyLine({
  own,
  onRefused,
  onDone,
}: {
  readonly own: OwnKey
  readonly onRefused: (refusal: Refusal | null) => void
  readonly onDone: () => void
}) {
  const { words, vault, language, toast } = useDesk()
  const { keys } = words.value
  const [asked, setAsked] = useState(false)
  const day = (text: string): string => dayIn(language.value, text)
  const remove = async (): Promise<void> => {
    setAsked(false)
    const done = await vault.removeKey(own.locator)
    onRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(keys.removed)
    onDone()
  }
  const facts = [
    own.made === null ? null : keys.made(day(own.made)),
    own.unproved || own.kind === "unlisted" ? null : own.used === null ? keys.neverUsed : keys.used(day(own.used)),
    own.now ? keys.now : null,
    own.rpId === null || own.rpId === host() ? null : keys.elsewhere(own.rpId),
  ].filter((fact) => fact !== null)
  return (
    <li class="own-key" data-kind={own.kind}>
      <div class="stack-xs">
        <p>
          <strong>{own.name || keys.kinds[own.kind]}</strong>
          {own.name !== "" && <span class="quiet"> · {keys.kinds[own.kind]}</span>}
        </p>
        {facts.length > 0 && <p class="quiet small">{facts.join(" · ")}</p>}
        {own.counts && <p class="quiet small">{keys.counts}</p>}
        {own.unproved && <p class="warn small">{keys.unproved}</p>}
        {own.kind === "unlisted" && <p class="warn small">{keys.unlistedMore}</p>}
        {!own.stands && <p class="warn small">{keys.gone}</p>}
      </div>
      {(own.kind !== "words" || own.unproved) && (
        <Button onPress={() => setAsked(true)} name={`${keys.remove}: ${own.name || keys.kinds[own.kind]}`}>
          {keys.remove}
        </Button>
      )}
      <Dialog
        open={asked}
        title={keys.remove}
        onClose={() => setAsked(false)}
        foot={
          <>
            <Button onPress={() => setAsked(false)}>{keys.keepIt}</Button>
            <Button look="danger" onPress={() => void remove()}>
              {keys.remove}
            </Button>
          </>
        }
      >
        <p>
          <strong>{own.name || keys.kinds[own.kind]}</strong>
        </p>
        <p>{keys.removeSure}</p>
      </Dialog>
    </li>
  )
}
