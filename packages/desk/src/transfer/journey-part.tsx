// The way out and what followed: plan, hand-over, arrival, removal, aftermath, governments' answers, closing.
import { isClosed } from "@safe-conduct/domain/case"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { Section } from "../case/section.tsx"
import { summaryOf } from "../case/log/summary.ts"

const steps = ["transfers", "handOvers", "arrivals", "removals", "aftermath", "decisions", "proposals"] as const

export function JourneyPart() {
  const desk = useDesk()
  const open = useCase()
  const { view, words, nameOf } = open
  const rows = steps.flatMap((table) => view.state[table].map((row) => ({ ...row.made, input: row }))).toSorted((a, b) => a.seq - b.seq)
  return (
    <Section
      name="journey"
      acts={
        <>
          <ActButton does="plan-transfer" />
          <ActButton does="hand-over" />
          <ActButton does="record-arrival" />
          <ActButton does="record-removal" />
          <ActButton does="record-aftermath" />
          <ActButton does="record-decision" />
          {isClosed(view.state) ? <ActButton does="reopen-case" /> : <ActButton does="close-case" />}
        </>
      }
    >
      {rows.length === 0 && <p class="quiet">{words.journey.none}</p>}
      <ol class="plain-list">
        {rows.map((row) => {
          const does = row.does as Parameters<typeof summaryOf>[0]
          return (
            <li key={row.seq}>
              <span>
                <strong>{words.labels.actions[does]}</strong>: {summaryOf(does, row.input, open, desk.zone)}
              </span>
              <span class="quiet small">{nameOf(row.by)}</span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
