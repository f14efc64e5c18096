// Destroying by two: what waits for a second signature, what was destroyed and what of it may be left, and proposing.
import type { PurgeView, Refusal } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useNamed } from "./named.ts"
import { ProposePurge } from "./propose-purge.tsx"
import { Receipt } from "./receipt.tsx"
import { WaitingPurge } from "./waiting-purge.tsx"
import "./purge.css"

/** `stream`: the case from which somebody came here. */
export default function PurgePage({ stream }: { readonly stream?: string }) {
  const { vault, words, refusalText } = useDesk()
  const { purge, app } = words.value
  const named = useNamed()
  const [all, setAll] = useState<readonly PurgeView[] | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const read = (): void =>
    void vault.purges().then((answer) => {
      if (answer.ok) setAll(answer.value)
      else setRefused(answer.refusal)
    })
  useEffect(() => {
    read()
    return vault.on((change) => {
      if (change.what === "register" || change.what === "case") read()
    })
  }, [vault])
  const waiting = all?.filter(({ stage }) => stage !== "done") ?? []
  const done = all?.filter(({ stage }) => stage === "done") ?? []
  return (
    <div class="purges stack-l">
      <header>
        <h1>{purge.page}</h1>
        <p class="quiet">{purge.lede}</p>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {all?.length === 0 && <p class="quiet">{purge.none}</p>}
      {waiting.length > 0 && (
        <section class="stack" aria-labelledby="purge-waiting">
          <h2 id="purge-waiting">{purge.waiting}</h2>
          {waiting.map((one) => (
            <WaitingPurge key={one.entry} purge={one} nameOf={named.nameOf} onRefused={setRefused} onDone={read} />
          ))}
        </section>
      )}
      <ProposePurge named={named} from={stream} onRefused={setRefused} onDone={read} />
      {done.length > 0 && (
        <section class="receipts stack" aria-labelledby="purge-done">
          <header class="row">
            <h2 id="purge-done">{purge.done}</h2>
            <button type="button" class="button small plain" onClick={() => print()}>
              {purge.print}
            </button>
          </header>
          {done.map((one) => (
            <Receipt key={one.entry} purge={one} />
          ))}
        </section>
      )}
    </div>
  )
}
