// What is to be done, by whom and when; what the case waits for; who owns it.
import { holdOf, openQuestions, openTasks } from "@safe-conduct/domain/case"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "./act-button.tsx"
import { useCase } from "./case-context.ts"
import { whenIn } from "./day-words.ts"
import { doerOf } from "./log/summary.ts"
import { Section } from "./section.tsx"

export function QuestionsPart() {
  const { view, words, personName } = useCase()
  const questions = openQuestions(view.state)
  return (
    <Section name="questions" acts={<ActButton does="ask-next" />}>
      {questions.length === 0 && <p class="quiet">{words.tasks.noQuestions}</p>}
      <ul class="plain-list">
        {questions.map((row) => (
          <li key={row.id}>
            <span>
              {row.person !== undefined && view.people.length > 1 && <strong>{personName(row.person) + colon(words.language)}</strong>}
              {row.text}
            </span>
            <ActButton does="asked" look="plain" start={{ "/id": row.id }}>
              {words.tasks.asked}
            </ActButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function TasksPart() {
  const desk = useDesk()
  const whole = useCase()
  const { view, words, personName, act } = whole
  const { tasks, language } = words
  const open = openTasks(view.state)
  const hold = holdOf(view.state)
  return (
    <Section
      name="tasks"
      acts={
        <>
          <ActButton does="add-task" />
          <ActButton does="take-case" />
          <ActButton does="hold" />
          <ActButton does="set-publicity" />
        </>
      }
    >
      {hold !== null && (
        <p>
          {tasks.hold(whenIn(language, hold.until ?? "", desk.zone), hold.why)}{" "}
          <button type="button" class="button small plain" onClick={() => void act("hold", { until: null, why: tasks.lift })}>
            {tasks.lift}
          </button>
        </p>
      )}
      {open.length === 0 && <p class="quiet">{tasks.none}</p>}
      <ul class="plain-list">
        {open.map((row) => (
          <li key={row.task}>
            <span>
              {row.person !== undefined && view.people.length > 1 && <strong>{personName(row.person) + colon(words.language)}</strong>}
              {row.about === undefined ? row.text : whole.code.taskWithdrawn}
              <span class="quiet small">
                {row.for !== undefined && ` ${doerOf(row.for, whole)}`}
                {row.due !== undefined && ` ${tasks.due(whenIn(language, row.due, desk.zone))}`}
              </span>
            </span>
            <ActButton does="finish-task" look="plain" start={{ "/task": row.task }}>
              {tasks.done}
            </ActButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
