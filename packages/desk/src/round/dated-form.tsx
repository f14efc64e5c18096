// The day of a hearing with its hour and kind, or the day on which the Board received an appeal: three fields at most, Enter records.
import type { LookLine } from "@safe-conduct/client/member"
import { dateIn, instantAt, instantOf, isLocalTime, isPlainDate, isTimeZone, timeZoneOf, writeInstant } from "@safe-conduct/domain/time"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { dayText, noDay, typedDay } from "@safe-conduct/ui/typed-day.ts"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { type Act, appealReceived, hearingSet } from "./answer.ts"

const kinds = ["master", "individual", "bond", "child-custody"] as const

export interface DatedFormProps {
  readonly what: "hearing" | "appeal"
  readonly line: LookLine
  readonly words: CaseWords
  readonly onDone: (act: Act) => void
  readonly onLeave: () => void
}

export function DatedForm({ what, line, words, onDone, onLeave }: DatedFormProps) {
  const desk = useDesk()
  const { round, app } = desk.words.value
  const today = dateIn(instantOf(desk.now()), timeZoneOf(line.zone))
  const [day, setDay] = useState(what === "appeal" ? typedDay(today) : noDay)
  const [time, setTime] = useState("")
  const [kind, setKind] = useState<(typeof kinds)[number]>("master")
  const [wrong, setWrong] = useState(false)
  useEffect(() => document.getElementById("round-day-day")?.focus(), [what])
  const send = (): void => {
    const on = dayText(day)
    if (on === undefined || !isPlainDate(on)) return setWrong(true)
    if (what === "appeal") return onDone(appealReceived(line, on))
    const at = isLocalTime(time) && isTimeZone(line.zone) ? writeInstant(instantAt(on, time, line.zone), line.zone) : on
    onDone(hearingSet(line, at, kind))
  }
  return (
    <form
      class="stack answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      <DateField
        id="round-day"
        label={what === "hearing" ? round.day : round.received}
        hint={what === "hearing" ? round.dayHint : undefined}
        error={wrong ? round.dayMissing : undefined}
        value={day}
        onInput={setDay}
        words={words.form}
      />
      {what === "hearing" && (
        <>
          <TextField id="round-hour" label={round.hour} hint={`${round.hourHint}. 14:30`} value={time} onInput={setTime} narrow />
          <Choice
            id="round-kind"
            label={round.kind}
            across
            value={kind}
            onInput={setKind}
            options={kinds.map((value) => ({ value, label: words.labels.pick.hearing[value] }))}
          />
        </>
      )}
      <div class="foot">
        <Button onPress={onLeave}>{app.cancel}</Button>
        <Button submit look="main">
          {round.save}
        </Button>
      </div>
    </form>
  )
}
