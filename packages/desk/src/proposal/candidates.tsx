// Who passes, and beside them who does not, each with the one thing that is missing.
import type { Candidate } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import type { OpenProposal } from "./proposal-context.ts"

export function Candidates({ open }: { readonly open: OpenProposal }) {
  const desk = useDesk()
  const { view, words, told } = open
  const { proposals } = words
  const [all, setAll] = useState<readonly Candidate[] | null>(null)
  useEffect(() => {
    let here = true
    void desk.vault.candidates(view.kind).then((got) => {
      if (!here) return
      if (got.ok) setAll(got.value)
      else void told(got)
    })
    return () => {
      here = false
    }
  }, [view.kind, view.head.seq])
  if (all === null) return <p role="status">{words.page.opening}</p>
  // What two have signed is not added to by one press; whoever must still go in waits for the next.
  const mayGoIn = view.stage === "draft" || view.stage === "frozen"
  const inside = (one: Candidate) => view.rows.some((row) => row.stream === one.stream && row.person === one.person)
  const passing = all.filter((one) => one.passes && !inside(one))
  const lacking = all.filter((one) => !one.passes)
  // Thirty rows of one reason say less than the reason with its thirty names; the rarest, where one act may help, comes first.
  const reasons = new Map<string, Candidate[]>()
  for (const one of lacking) {
    const reason = missingText(one, open, desk.refusalText)
    reasons.set(reason, [...(reasons.get(reason) ?? []), one])
  }
  const byReason = [...reasons].sort(([, a], [, b]) => a.length - b.length)
  return (
    <section class="case-part" aria-labelledby="candidates">
      <header>
        <h2 id="candidates">{proposals.candidates}</h2>
      </header>
      <div class="case-pair">
        <div>
          <h3>{proposals.passing}</h3>
          {passing.length === 0 && <p class="quiet">{proposals.noPassing}</p>}
          <ul class="plain-list">
            {passing.map((one) => (
              <li key={one.stream + one.person}>
                <a href={`/desk/case/${one.stream}`}>{one.name}</a>
                {mayGoIn && (
                  <button
                    type="button"
                    class="button small"
                    onClick={async () => told(await desk.vault.addCandidate(view.stream, { stream: one.stream, person: one.person }))}
                  >
                    {proposals.add}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{proposals.lacking}</h3>
          {lacking.length === 0 && <p class="quiet">{proposals.noLacking}</p>}
          <ul class="plain-list">
            {byReason.map(([reason, those]) => (
              <li key={reason} class="lacking">
                <p>
                  <span class="quiet">{proposals.lacks + colon(words.language)}</span>
                  {reason} <span class="quiet">({those.length})</span>
                </p>
                <p class="small">
                  {those.map((one, place) => (
                    <>
                      {place > 0 && ", "}
                      <a href={`/desk/case/${one.stream}`}>{one.name}</a>
                    </>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

/** A family that is not ready says what blocks it, not only that it is blocked. */
function missingText({ missing }: Candidate, { words }: OpenProposal, sentence: (refusal: { readonly error: string }) => string): string {
  if (missing === null) return ""
  const block = missing.params?.["block"]
  const { blocks } = words.labels
  const column = missing.at?.slice(1)
  if (column !== undefined && column in words.proposals.columns)
    return `${sentence(missing)} (${words.proposals.columns[column as keyof typeof words.proposals.columns]})`
  if (typeof block !== "string" || block === "") return sentence(missing)
  return blocks[block as keyof typeof blocks] ?? sentence({ error: block })
}
