// What speaks against somebody: each note with its source and how far it is believed, and whether it has been answered.
import { answerTo } from "@safe-conduct/domain/compartment"
import { Chip } from "@safe-conduct/ui/chip.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useCase } from "../case/case-context.ts"
import { CompartmentForm } from "./compartment-form.tsx"
import { type Opened, options } from "./opened.ts"
import { MadeLine } from "./made-line.tsx"

export function AdverseNotes({ opened }: { readonly opened: Opened }) {
  const { words, view, personName, newId } = useCase()
  const { labels, compartments: text, language } = words
  const { state, act } = opened
  const [adding, setAdding] = useState(false)
  const [answering, setAnswering] = useState<string | null>(null)
  const people = view.people.map(({ person }) => ({ value: person, label: personName(person) }))
  return (
    <>
      {state.adverse.length === 0 && <p class="quiet">{text.empty.adverse}</p>}
      <ul class="cards">
        {state.adverse.map((row) => {
          const answer = answerTo(state, row.note)
          return (
            <li key={row.note} class="card">
              <p>
                <Chip look={answer === null ? "strong" : undefined}>
                  {answer === null ? text.unanswered : labels.pick.adverseOutcome[answer.outcome]}
                </Chip>{" "}
                {row.person !== undefined && view.people.length > 1 && <strong>{personName(row.person) + colon(language)}</strong>}
                <span class="said">{row.what}</span>
              </p>
              <p class="small">
                {text.source + colon(language)}
                {row.source} · {labels.pick.authenticity[row.reliable]}
              </p>
              {answer !== null && (
                <p>
                  {text.answer + colon(language)}
                  <span class="said">{answer.answer}</span>
                </p>
              )}
              <MadeLine made={row.made} opened={opened}>
                <button type="button" class="button small plain" onClick={() => setAnswering(row.note)}>
                  {text.answer}
                </button>
              </MadeLine>
            </li>
          )
        })}
      </ul>
      <button type="button" class="button small" data-does="note-adverse" onClick={() => setAdding(true)}>
        {text.add.adverse}
      </button>
      <Dialog open={adding} title={text.add.adverse} onClose={() => setAdding(false)}>
        <CompartmentForm
          name={`note ${opened.stream}`}
          fields={[
            ...(people.length > 1
              ? [{ at: "person", label: words.fields.person, is: "list", options: people, optional: true } as const]
              : []),
            { at: "what", label: text.fields.what, is: "long" },
            { at: "source", label: text.fields.source, hint: text.hints.source, is: "text" },
            { at: "reliable", label: text.fields.reliable, is: "choice", options: options(labels.pick.authenticity) },
          ]}
          send={(typed) => act("note-adverse", { note: newId(), ...typed })}
          onDone={() => setAdding(false)}
        />
      </Dialog>
      <Dialog open={answering !== null} title={text.answer} onClose={() => setAnswering(null)}>
        <CompartmentForm
          name={`answer ${opened.stream} ${answering}`}
          fields={[
            { at: "answer", label: text.answer, is: "long" },
            { at: "outcome", label: text.fields.outcome, is: "choice", options: options(labels.pick.adverseOutcome) },
          ]}
          send={(typed) => act("answer-adverse", { note: answering, ...typed })}
          onDone={() => setAnswering(null)}
        />
      </Dialog>
    </>
  )
}
