// Keys of requests whose time is over: two members destroy each, the first proposes and the second signs. Silent until there is one.
import type { IntakeKeyView, Refusal, Vault } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { dayText } from "../app/when.ts"
import { SecondSignature } from "../keys/second-signature.tsx"

export function SpentKeys() {
  const { words, vault, toast, language, refusalText } = useDesk()
  const { members, app } = words.value
  const [keys, setKeys] = useState<readonly IntakeKeyView[]>([])
  const [refused, setRefused] = useState<Refusal | null>(null)
  const read = (): void => void vault.intakeKeys().then((all) => setKeys(all.filter(({ due }) => due)))
  useEffect(() => {
    read()
    return vault.on((change) => {
      if (change.what === "register" || change.what === "tray") read()
    })
  }, [vault])
  const end = async ({ number, what }: IntakeKeyView, signed?: Parameters<Vault["endIntakeKey"]>[1]): Promise<void> => {
    const done = await vault.endIntakeKey(number, signed, what)
    setRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(done.value.done ? members.spentGone : members.spentProposed)
    read()
  }
  if (keys.length === 0) return null
  return (
    <section class="spent-keys stack-s">
      <h2>{members.spentKeys}</h2>
      <p class="quiet">{members.spentText}</p>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <ul class="stack-s">
        {keys.map((key) => {
          const { what, number, from, waiting, proposedBy } = key
          return (
            <li key={`${what}${number}`} class="row">
              <span>
                {what === "paper" && `${words.value.paper.page} · `}
                {members.spentKey(number, dayText(language.value, from), waiting)}
              </span>
              {proposedBy?.mine ? (
                <span class="quiet">{members.spentProposed}</span>
              ) : proposedBy === null ? (
                <Button onPress={() => void end(key)}>{members.spentPropose}</Button>
              ) : (
                <SecondSignature
                  of={proposedBy.of}
                  label={members.spentSign(proposedBy.name)}
                  give={(touch) => end(key, { saw: proposedBy.of.saw, touch })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
