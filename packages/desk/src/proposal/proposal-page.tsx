// One proposal from candidates to answers: who can go in and who lacks one thing, exactly what leaves, two signatures, what was sent.
import type { ProposalView } from "@safe-conduct/client/member"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCaseWords } from "../case/use-case-words.ts"
import { Answers } from "./answers.tsx"
import { Candidates } from "./candidates.tsx"
import { Papers } from "./papers.tsx"
import type { OpenProposal } from "./proposal-context.ts"
import { Rows } from "./rows.tsx"
import { Sent } from "./sent.tsx"
import { Signatures } from "./signatures.tsx"
import "./proposal.css"

const order = ["draft", "frozen", "approved", "released", "sent"] as const

export default function ProposalPage({ stream }: { readonly stream: string }) {
  const desk = useDesk()
  const words = useCaseWords()
  const [view, setView] = useState<ProposalView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function read(): Promise<void> {
    const got = await desk.vault.openProposal(stream)
    if (got.ok) setView(got.value)
    else setRefusal(got.refusal)
  }
  useEffect(() => {
    // Nobody reads one proposal under another's address.
    setView(null)
    setRefusal(null)
    void read()
    return desk.vault.on((change) => change.stream === stream && void read())
  }, [stream])

  if (words === null) return null
  if (view === null)
    return refusal === null ? (
      <p role="status">{words.page.opening}</p>
    ) : (
      <RefusalNotice title={words.proposals.title} sentence={desk.refusalText(refusal)} code={refusal.error} />
    )
  const open: OpenProposal = {
    view,
    words,
    async told(answer) {
      if (!answer.ok) setRefusal(answer.refusal)
      else {
        setRefusal(null)
        desk.toast(words.form.saved)
        await read()
      }
      return answer.ok
    },
  }
  const at = order.indexOf(view.stage)
  return (
    <article class="proposal stack" data-density="dense">
      <header>
        <h1>
          {words.labels.pick.proposal[view.kind]} {view.number !== null && <span class="data">{view.number}</span>}{" "}
          <span class="latin">{view.title}</span>
        </h1>
        <ol class="stages" aria-label={words.proposals.steps}>
          {order.map((stage, n) => (
            <li aria-current={n === at ? "step" : undefined}>
              {n < at && <span class="unseen">{words.proposals.done}: </span>}
              <span aria-hidden="true">{n < at ? "✓ " : ""}</span>
              {words.labels.proposalStages[stage]}
            </li>
          ))}
        </ol>
      </header>
      {refusal !== null && <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {at < order.indexOf("released") && <Candidates open={open} />}
      <Rows open={open} />
      <Signatures open={open} />
      {at >= order.indexOf("released") && (
        <>
          <Papers open={open} />
          <Sent open={open} />
        </>
      )}
      {view.stage === "sent" && <Answers open={open} />}
    </article>
  )
}
