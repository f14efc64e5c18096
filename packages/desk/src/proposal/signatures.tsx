// Frozen by one, signed by another, then released under a number: each step says why it cannot be taken by the person at the screen.
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { Factor } from "../keys/factor.tsx"
import { SecondSignature } from "../keys/second-signature.tsx"
import type { OpenProposal } from "./proposal-context.ts"

export function Signatures({ open }: { readonly open: OpenProposal }) {
  const desk = useDesk()
  const { view, words, told } = open
  const { proposals, signing } = words
  const [busy, setBusy] = useState(false)
  const waiting = view.waiting.at(-1)
  const { keys } = desk.words.value
  const approval = view.log.findLast((line) => line.does === "approve" && line.refused === null)
  const once = (act: () => Promise<Parameters<typeof told>[0]>) => async () => {
    if (busy) return
    setBusy(true)
    try {
      await told(await act())
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class="case-part" aria-labelledby="signatures">
      <header>
        <h2 id="signatures">{words.sections.signing}</h2>
      </header>
      {view.stage === "draft" && (
        <>
          <p class="quiet">{proposals.freezeHint}</p>
          <button
            type="button"
            class="button main"
            aria-disabled={view.rows.length === 0 ? true : undefined}
            onClick={view.rows.length === 0 ? undefined : once(() => desk.vault.freeze(view.stream))}
          >
            {proposals.freeze}
          </button>
          {view.rows.length === 0 && <p class="refused-why">{proposals.noRows}</p>}
        </>
      )}
      {view.stage === "frozen" && waiting !== undefined && (
        <>
          <p>{signing.waits(waiting.by)}</p>
          {waiting.mine ? (
            <p class="refused-why">{proposals.secondMine}</p>
          ) : (
            waiting.entry !== null && (
              <SecondSignature
                of={{ stream: view.stream, entry: waiting.entry, saw: view.head }}
                label={proposals.second}
                touchNeeded={view.touchNeeded}
                give={async (touch) => told(await desk.vault.approveProposal(view.stream, view.head, touch))}
              />
            )
          )}
        </>
      )}
      {view.stage !== "draft" && view.stage !== "frozen" && approval !== undefined && (
        <p class="quiet">
          {keys.signedBy(approval.name)}, <Factor line={approval} />
        </p>
      )}
      {view.stage === "approved" && (
        <>
          <p class="quiet">{proposals.releaseHint}</p>
          <button type="button" class="button main" onClick={once(() => desk.vault.release(view.stream))}>
            {proposals.release}
          </button>
        </>
      )}
      {(view.stage === "released" || view.stage === "sent") && view.number !== null && (
        <p>
          <strong>{proposals.released(view.number)}</strong>
        </p>
      )}
    </section>
  )
}
