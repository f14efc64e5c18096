// One thing that waits for a second signature, whole: what, by whom, on what it rests, and the button under a thumb.
import type { PasskeyTouch, SignatureLine } from "@safe-conduct/client/member"
import { approvable } from "@safe-conduct/domain/case"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { useEffect, useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { LinkedCode } from "../case/code/linked-code.tsx"
import { SecondSignature } from "../keys/second-signature.tsx"

export function WaitingSignature({ line }: { readonly line: SignatureLine }) {
  const desk = useDesk()
  const { view, words, told, personName } = useCase()
  const { signing, labels } = words
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [saw, setSaw] = useState(view.head)
  const proposed = line.entry === null ? null : approvable(view.state, line.entry)

  useEffect(() => {
    if (line.entry === null) return
    // Asked again: from now on she has seen what came in between.
    if (refusal?.error === "changed-since") setSaw(view.head)
    void desk.vault.check(view.stream, "approve", { entry: line.entry, saw: view.head }).then((checked) => setRefusal(checked.refusal))
  }, [line.entry, view.head.seq])

  const of = line.entry === null ? null : { stream: view.stream, entry: line.entry, saw: saw.seq >= line.seq ? saw : view.head }
  const give = async (touch: PasskeyTouch | undefined): Promise<void> => {
    if (of === null) return
    const done = await desk.vault.approve(of.stream, of.entry, of.saw, touch)
    if (!done.ok) setRefusal(done.refusal)
    // Signed by two, the withdrawal goes on the list that anyone checks letters against.
    else if (proposed?.what === "letter-withdrawal") {
      const published = await desk.vault.publishWithdrawal(view.stream, proposed.row.number)
      if (!published.ok) setRefusal(published.refusal)
    }
    await told(done)
  }

  return (
    <div class="card waiting">
      <p>
        <strong>{signing.kinds[line.kind as keyof typeof signing.kinds] ?? line.kind}</strong>
        {proposed !== null && proposed.people.length > 0 && `${colon(words.language)}${proposed.people.map(personName).join(", ")}`}
      </p>
      {proposed?.what === "recommendation" && (
        <>
          <p>{labels.pick.conclusion[proposed.row.outcome]}</p>
          <p>{proposed.row.reasons[words.language] ?? proposed.row.reasons.en}</p>
          <p class="small quiet">{signing.basis(proposed.row.basis.evidence.length)}</p>
        </>
      )}
      {proposed?.what === "split" && <p>{proposed.row.reason}</p>}
      {proposed?.what === "lowering" && (
        <p>
          {labels.levels[proposed.row.to]}. {proposed.row.reason}
        </p>
      )}
      {proposed?.what === "letter-withdrawal" && (
        <p>
          {proposed.row.number}. {proposed.row.why}
        </p>
      )}
      {proposed?.what === "code-link" && <LinkedCode link={proposed.row} />}
      <p class="small">{signing.waits(line.by)}</p>
      {line.void ? (
        <p class="refused-why">{signing.void}</p>
      ) : (
        <>
          <p class="small quiet">{signing.secondHint}</p>
          {of !== null && (
            <SecondSignature of={of} label={signing.second} touchNeeded={view.touchNeeded} off={refusal !== null} give={give} />
          )}
          {refusal !== null && (
            <p class="refused-why" role="status">
              {line.mine ? signing.mine : desk.refusalText(refusal)}
            </p>
          )}
        </>
      )}
    </div>
  )
}
