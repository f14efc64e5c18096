// Two members read a claim blind: each seals what she finds, and only when both have is either shown.
import type { ReadingFinding } from "@safe-conduct/client/member"
import { countedReadings, pendingReadings } from "@safe-conduct/domain/case"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"

const findings: readonly ReadingFinding[] = ["established", "not-established", "unsure"]

export function Readings({ claim }: { readonly claim: string }) {
  const desk = useDesk()
  const { view, words, nameOf, told, refused } = useCase()
  const { claims, hints, labels, form } = words
  const [finding, setFinding] = useState<ReadingFinding | null>(null)
  const [reading, setReading] = useState(false)
  const me = desk.who.value?.member ?? ""
  const pending = pendingReadings(view.state).find((one) => one.claim === claim)
  const shown = countedReadings(view.state, claim)
  const mine = pending?.committed.includes(me) ?? false
  const revealed = pending?.revealed.includes(me) ?? false
  const may = refused("commit-reading")

  const commit = async () => {
    if (finding === null) return
    const done = await desk.vault.commitReading(view.stream, claim, finding, view.head)
    if (await told(done)) setReading(false)
  }
  const reveal = async () => told(await desk.vault.revealReading(view.stream, claim))

  return (
    <div class="readings">
      <h3>{claims.readings}</h3>
      {shown.map((row) => (
        <p>{claims.read(nameOf(row.made.by), labels.pick.reading[row.finding])}</p>
      ))}
      {pending !== undefined && <p class="small">{mine ? claims.own : claims.otherCommitted}</p>}
      {mine && pending?.waitsFor === "second-reader" && <p class="small">{claims.waitOther}</p>}
      {mine && !revealed && pending?.waitsFor === "reveal" && (
        <p class="acts">
          <span>{claims.mayReveal}</span>
          <button type="button" class="button small main" onClick={() => void reveal()}>
            {claims.reveal}
          </button>
        </p>
      )}
      {!mine && !reading && (
        <button
          type="button"
          class="button small"
          aria-disabled={may ? true : undefined}
          title={may ? desk.refusalText(may) : undefined}
          onClick={() => !may && setReading(true)}
        >
          {claims.commit}
        </button>
      )}
      {reading && (
        <form
          class="stack-s"
          onSubmit={(event) => {
            event.preventDefault()
            void commit()
          }}
        >
          <p class="small quiet">{hints.blind}</p>
          <div class="log-kinds" role="radiogroup" aria-label={words.fields.finding}>
            {findings.map((one) => (
              <label>
                <input type="radio" name={`reading-${claim}`} checked={finding === one} onChange={() => setFinding(one)} />{" "}
                {labels.pick.reading[one]}
              </label>
            ))}
          </div>
          <p class="acts">
            <button type="submit" class="button small main" aria-disabled={finding === null ? true : undefined}>
              {claims.commit}
            </button>
            <button type="button" class="button small plain" onClick={() => setReading(false)}>
              {form.cancel}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}
