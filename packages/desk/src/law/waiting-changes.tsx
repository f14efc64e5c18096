// Changes that one member proposed: another signs, or whoever proposed one takes it back.
import type { LawView, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { changeText, type ChangeTextGiven } from "./change-text.ts"

export interface WaitingChangesProps {
  readonly view: LawView
  readonly labels: ChangeTextGiven["labels"]
  readonly nameOf: ChangeTextGiven["nameOf"]
  readonly onRefused: (refusal: Refusal | null) => void
}

export function WaitingChanges({ view, labels, nameOf, onRefused }: WaitingChangesProps) {
  const { vault, words, language, toast } = useDesk()
  const { law } = words.value
  const { facilities } = useLaw()
  const act = async (does: string, input: object, said: string): Promise<void> => {
    const done = await vault.actRegister(does, input)
    onRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(said)
  }
  if (view.waiting.length === 0) return <p class="quiet">{law.waitingNone}</p>
  return (
    <ul class="plain changes">
      {view.waiting.map((one) => (
        <li key={one.entry} class="stack">
          <p>
            <strong>{changeText(one.change, { law, labels, language: language.value, facilities, nameOf })}</strong>
            {"source" in one.change && <span class="quiet"> · {one.change.source}</span>}
          </p>
          <p>
            {one.why} <span class="quiet">({law.proposedBy(one.by.name)})</span>
          </p>
          <p class="acts">
            {one.refused === null ? (
              <Button look="main" onPress={() => void act("approve-law-change", { entry: one.entry, saw: view.head }, law.signedNow)}>
                {law.sign}
              </Button>
            ) : (
              <span class="quiet small">{one.by.mine ? law.mine : law.overtaken}</span>
            )}
            {(one.by.mine || one.refused !== null) && (
              <Button look="plain" onPress={() => void act("strike", { seq: one.seq, why: law.takenBackWhy }, law.takenBack)}>
                {law.takeBack}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
