// What is to be done, by whom and when; what the case waits for; who owns it.
import { doerOfTask, holdOf, openQuestions, openTasks, tasksDoneLately } from "@safe-conduct/domain/case"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { day, millisOf } from "../app/when.ts"
import { ActButton } from "./act-button.tsx"
import { useCase } from "./case-context.ts"
import { momentIn, whenIn } from "./day-words.ts"
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
      <HoldLine />
      <OpenTasks />
      <DoneLately />
    </Section>
  )
}

/** A hold wakes itself: when its day has come it says so, in red, until somebody lifts it or holds anew. */
function HoldLine() {
  const desk = useDesk()
  const { view, words, act } = useCase()
  const { tasks, language } = words
  const hold = holdOf(view.state)
  if (hold === null) return null
  const until = hold.until ?? ""
  const over = (millisOf(until) ?? Number.POSITIVE_INFINITY) <= desk.now()
  return (
    <p class={over ? "warn" : undefined}>
      {(over ? tasks.waited : tasks.hold)(whenIn(language, until, desk.zone), hold.why)}{" "}
      <button type="button" class="button small plain" onClick={() => void act("hold", { until: null, why: tasks.lift })}>
        {tasks.lift}
      </button>
    </p>
  )
}

function OpenTasks() {
  const desk = useDesk()
  const whole = useCase()
  const { view, words, personName, act } = whole
  const { tasks, language } = words
  const open = openTasks(view.state)
  const me = desk.who.value?.member ?? ""
  if (open.length === 0) return <p class="quiet">{tasks.none}</p>
  return (
    <ul class="plain-list">
      {open.map(({ task, text, person, about, due }) => {
        const doer = doerOfTask(view.state, task)
        return (
          <li key={task}>
            <span>
              {person !== undefined && view.people.length > 1 && <strong>{personName(person) + colon(words.language)}</strong>}
              {about === undefined ? text : whole.code.taskWithdrawn}
              <span class="quiet small">
                {` ${doer === null ? tasks.nobody : doerOf(doer, whole)}`}
                {due !== undefined && ` ${tasks.due(whenIn(language, due, desk.zone))}`}
              </span>
            </span>
            <span class="buttons">
              <button
                type="button"
                class="button small plain"
                onClick={() => void act("pass-task", { task, for: doer === me ? null : me })}
              >
                {doer === me ? tasks.layBack : tasks.take}
              </button>
              <ActButton does="pass-task" look="plain" start={{ "/task": task }}>
                {tasks.hand}
              </ActButton>
              <ActButton does="finish-task" look="plain" start={{ "/task": task }}>
                {tasks.done}
              </ActButton>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** A slip is undone where it is seen: striking it stands in the log like everything else. */
function DoneLately() {
  const desk = useDesk()
  const { view, words, nameOf, told } = useCase()
  const { tasks, language } = words
  const done = tasksDoneLately(view.state, desk.now() - 7 * day)
  if (done.length === 0) return null
  const undo = async (seq: number): Promise<void> => void (await told(await desk.vault.strike(view.stream, seq, tasks.undone)))
  return (
    <details class="done-lately">
      <summary>{`${tasks.doneLately} (${done.length})`}</summary>
      <ul class="plain-list">
        {done.map(({ task, note, made }) => (
          <li key={made.seq}>
            <span>
              {view.state.tasks.find((row) => row.task === task)?.text}
              <span class="quiet small">{` ${tasks.doneBy(nameOf(made.by), momentIn(language, made.at, desk.zone))}${note ? `. ${note}` : ""}`}</span>
            </span>
            <button type="button" class="button small plain" onClick={() => void undo(made.seq)}>
              {tasks.undo}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
