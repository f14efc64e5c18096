// Every proposal with how far it is, and the two ways to begin one.
import type { ProposalRow } from "@safe-conduct/client/member"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { dayIn } from "../case/day-words.ts"
import { useCaseWords } from "../case/use-case-words.ts"
import "./proposal.css"

const kinds = ["referral", "note"] as const

export default function ProposalsPage() {
  const desk = useDesk()
  const words = useCaseWords()
  const [rows, setRows] = useState<readonly ProposalRow[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    let here = true
    const read = () => void desk.vault.proposals().then((got) => here && setRows(got))
    read()
    const forget = desk.vault.on((change) => (change.what === "proposal" || change.what === "register") && read())
    return () => {
      here = false
      forget()
    }
  }, [])
  if (words === null) return null
  const { proposals, labels, language } = words
  const begin = async (kind: (typeof kinds)[number]) => {
    const made = await desk.vault.newProposal(kind)
    if (made.ok) desk.go(`/desk/proposal/${made.value.stream}`)
    else setRefusal(made.refusal)
  }
  return (
    <article class="proposals stack" data-density="dense">
      <h1>{proposals.title}</h1>
      <p>{proposals.lead}</p>
      {refusal !== null && <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      <p class="acts">
        {kinds.map((kind) => (
          <button type="button" class="button" onClick={() => void begin(kind)}>
            {proposals.fresh[kind]}
          </button>
        ))}
      </p>
      {rows?.length === 0 && <p class="quiet">{proposals.none}</p>}
      <ul class="plain-list">
        {rows?.map((row) => (
          <li key={row.stream}>
            <a href={`/desk/proposal/${row.stream}`} data-row>
              <strong>{labels.pick.proposal[row.kind]}</strong> {row.number !== null && <span class="data">{row.number}</span>} {row.title}
            </a>
            <span>
              {proposals.people(row.people)} ·{" "}
              {row.sentOn === null ? labels.proposalStages[row.stage] : proposals.sentOn(dayIn(language, row.sentOn))}
              {row.sentOn !== null && ` · ${proposals.answered(row.answered, row.people)}`}
            </span>
          </li>
        ))}
      </ul>
    </article>
  )
}
