// "What now" for the gravest trigger that holds: steps with who does each and in how many hours.
import { useCase } from "../case/case-context.ts"
import { useLaw } from "../app/desk-law.ts"
import { ActButton } from "../case/act-button.tsx"

export function Playbook() {
  const { person, words } = useCase()
  const { dates, labels, language } = words
  const triggers = person?.clock.urgency.triggers ?? []
  const books = useLaw().playbooks.filter((book) => triggers.includes(book.trigger))
  // Several triggers ask for the same step: the soonest hour stands.
  const soonestLast = books.flatMap((book) => book.steps).toSorted((a, b) => b.withinHours - a.withinHours)
  const steps = [...new Map(soonestLast.map((step) => [step.id, step])).values()].toSorted((a, b) => a.withinHours - b.withinHours)
  if (steps.length === 0) return null
  return (
    <details class="playbook">
      <summary>{dates.playbook}</summary>
      <ol>
        {steps.map((step) => (
          <li>
            {step.words[language]}{" "}
            <span class="quiet small">
              {dates.owners[step.owner]}, {dates.within(step.withinHours)}
            </span>{" "}
            <ActButton does="add-task" look="plain" start={{ "/text": step.words[language] }}>
              + {labels.actions["add-task"]}
            </ActButton>
          </li>
        ))}
      </ol>
    </details>
  )
}
