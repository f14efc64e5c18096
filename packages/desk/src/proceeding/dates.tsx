// The dates of one person: what runs, until when, by which rule, who files or that nobody is known to; then why it is urgent.
import type { ClockDeadline } from "@safe-conduct/client/member"
import { levels } from "@safe-conduct/domain/clock"
import { Chip } from "@safe-conduct/ui/chip.tsx"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { dayIn, dueIn, momentIn, whenIn } from "../case/day-words.ts"
import type { RuleId } from "../case/programme.ts"
import { Section } from "../case/section.tsx"
import { CoursePart } from "../course/course-part.tsx"
import { Playbook } from "./playbook.tsx"
import { ReadyKit } from "./ready-kit.tsx"
import { StayLine } from "./stay-line.tsx"

const isOpen = (one: ClockDeadline): boolean => one.status === "running" || one.status === "claimed"

export function Dates() {
  const desk = useDesk()
  const { person, words } = useCase()
  const { dates, labels, page } = words
  if (person === null) return null
  const { clock } = person
  const open = clock.deadlines.filter(isOpen)
  const past = clock.deadlines.filter((one) => !isOpen(one))
  const zone = person.zone ?? desk.zone
  return (
    <Section
      name="dates"
      acts={
        <>
          <ActButton does="record-event" look="main" />
          <ActButton does="record-custody" />
          <ActButton does="record-counsel" />
          <ActButton does="give-consent" />
          <button type="button" class="button small plain" onClick={() => print()}>
            {page.print}
          </button>
        </>
      }
    >
      <p class="print-only">
        {person.cyrillic} {person.latin} {person.aNumbers.join(", ")} · {momentIn(words.language, desk.now(), zone)}
      </p>
      {person.clockRefused ? (
        <p class="warn" role="alert">
          {dates.refused} {desk.refusalText(person.clockRefused)}
        </p>
      ) : (
        <>
          <StayLine />
          <div class="urgency">
            <p>
              <LevelMark level={clock.urgency.level} /> <strong>{labels.levels[clock.urgency.level]}</strong>
              {clock.urgency.triggers.length > 0 &&
                `${colon(words.language)}${clock.urgency.triggers.map((name) => labels.triggers[name]).join("; ")}`}
            </p>
            {clock.urgency.also.length > 0 && (
              <p class="quiet small">
                {dates.also}
                {colon(words.language)}
                {clock.urgency.also.map((name) => labels.triggers[name]).join("; ")}
              </p>
            )}
            {person.reviewedUntil !== null && <p class="small">{dates.reviewed(momentIn(words.language, person.reviewedUntil, zone))}</p>}
            {person.lowered !== null && <p class="small">{dates.lowered(labels.levels[person.lowered])}</p>}
            {clock.wake !== null && <p class="quiet small">{dates.look(whenIn(words.language, clock.wake.at, zone))}</p>}
            <p class="acts">
              <ActButton does="review-urgency" look="plain" />
              {levels.indexOf(clock.urgency.level) < levels.length - 1 && <ActButton does="lower-urgency" look="plain" />}
            </p>
          </div>
          {open.length === 0 ? (
            <p>{dates.none}</p>
          ) : (
            <>
              <ol class="deadlines">
                {open.map((one) => (
                  <Deadline key={one.rule + one.trigger} one={one} zone={zone} />
                ))}
              </ol>
              <p class="quiet small">{dates.safeWhy}</p>
            </>
          )}
          {past.length > 0 && (
            <details>
              <summary>{dates.closedOnes(past.length)}</summary>
              <ol class="deadlines">
                {past.map((one) => (
                  <Deadline key={one.rule + one.trigger} one={one} zone={zone} />
                ))}
              </ol>
            </details>
          )}
          {clock.flags.length > 0 && (
            <>
              <h3>{dates.flags}</h3>
              <ul>
                {clock.flags.map((flag) => (
                  <li>{labels.flags[flag]}</li>
                ))}
              </ul>
            </>
          )}
          <CoursePart person={person} />
          <Playbook />
          <ReadyKit />
          <p class="quiet small">{dates.notAdvice}</p>
        </>
      )}
    </Section>
  )
}

function Deadline({ one, zone }: { readonly one: ClockDeadline; readonly zone: string }) {
  const { words } = useCase()
  const { dates, labels, language } = words
  const day = (text: string) => whenIn(language, text, zone)
  const due = (text: string) => dueIn(language, text, zone)
  const name = labels.rules[one.rule as RuleId] ?? one.rule
  return (
    <li class={`deadline ${one.status}`}>
      <p class="deadline-head">
        <strong>{name}</strong>
        {one.about && ` (${one.about})`} <span class="quiet">{dates.from(day(one.trigger))}</span>{" "}
        <Chip look={one.status === "missed" ? "danger" : one.status === "running" ? "strong" : undefined}>
          {labels.deadline[one.status]}
        </Chip>
      </p>
      <dl>
        <div>
          <dt>{dates.safeBy}</dt>
          <dd class="safe">{due(one.safeBy)}</dd>
        </div>
        <div>
          <dt>{dates.nominal}</dt>
          <dd>{due(one.nominal)}</dd>
        </div>
        <div>
          <dt>{dates.hard}</dt>
          <dd>{due(one.hard)}</dd>
        </div>
        {one.files !== null && (
          <div>
            <dt>{dates.files}</dt>
            <dd>{one.files === "nobody-known" ? <strong class="warn">{labels.files[one.files]}</strong> : labels.files[one.files]}</dd>
          </div>
        )}
      </dl>
      {one.arguable.map(({ hard, why }) => (
        <p class="small">{dates.arguable(dayIn(language, hard), labels.arguable[why as keyof typeof labels.arguable] ?? why)}</p>
      ))}
      {one.because && <p class="small">{dates.ended(labels.because[one.because as keyof typeof labels.because] ?? one.because)}</p>}
      <p class="quiet small">
        {one.citation}
        {one.verify && `. ${dates.verify}`}
      </p>
    </li>
  )
}
