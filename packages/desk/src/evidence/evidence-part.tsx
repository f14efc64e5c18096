// Every piece of evidence as it is weighed now, for whom and against, with the file it rests on.
import { assessmentOf } from "@safe-conduct/domain/case"
import { Chip } from "@safe-conduct/ui/chip.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { dayIn } from "../case/day-words.ts"
import { Section } from "../case/section.tsx"
import { originText } from "../compartment/origin.ts"

export function EvidencePart() {
  const { view, words } = useCase()
  const { labels, claims, page } = words
  return (
    <Section name="evidence" acts={<ActButton does="bind-evidence" />}>
      {view.state.evidence.length === 0 && <p class="quiet">{page.nothing}</p>}
      <ul class="cards">
        {view.state.evidence.map((row) => {
          const now = assessmentOf(view.state, row.evidence) ?? row
          const file = view.files.find((one) => one.file.id === row.file)
          const { source, origin, authenticity, identity, contrary, dated, note } = now
          const of = now.claims.flatMap((id) => view.state.claims.find((one) => one.claim === id)?.what ?? [])
          return (
            <li key={row.evidence} class="card">
              <p>
                {contrary && <Chip look="strong">{claims.contrary}</Chip>} <strong>{labels.pick.source[source]}</strong>
                {origin !== "" && `, ${originText(words, origin)}`}
                {dated !== undefined && `, ${dayIn(words.language, dated)}`}
              </p>
              <p>{file === undefined ? row.statement : file.caption || file.name}</p>
              <p class="small">
                {labels.pick.authenticity[authenticity]} · {labels.pick.identity[identity]}
              </p>
              {note !== undefined && <p class="small">{note}</p>}
              {of.map((what) => (
                <p class="quiet small">{what}</p>
              ))}
              <ActButton
                does="reassess-evidence"
                look="plain"
                start={{
                  "/evidence": row.evidence,
                  "/claims": now.claims,
                  "/source": source,
                  "/origin": origin,
                  "/authenticity": authenticity,
                  "/identity": identity,
                  "/contrary": contrary,
                }}
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
