// Saves the open dates as a calendar file; the name goes along only where somebody ticked it.
import type { CasePerson, ClockDeadline } from "@safe-conduct/client/member"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { dueIn } from "../case/day-words.ts"
import type { RuleId } from "../case/programme.ts"
import { saveBytes } from "../files/save.ts"
import { calendarFile } from "./calendar-file.ts"

export function CalendarButton({ open, person }: { readonly open: readonly ClockDeadline[]; readonly person: CasePerson }) {
  const { vault, words: desk, now, zone } = useDesk()
  const { view, words } = useCase()
  const { course } = desk.value
  const [named, setNamed] = useState(false)
  if (open.length === 0) return null
  const save = async (): Promise<void> => {
    const who = person.latin || person.cyrillic
    const there = person.zone ?? zone
    const entries = await Promise.all(
      open.map(async (one) => {
        const rule = words.labels.rules[one.rule as RuleId] ?? one.rule
        const title = course.entry(rule)
        const of = new TextEncoder().encode([view.stream, person.person, one.rule, one.trigger].join(" "))
        return {
          uid: `${(await vault.digest(of)).slice(0, 24)}@safe-conduct.invalid`,
          at: one.safeBy,
          title: named ? `${who}: ${title}` : title,
          text: course.entryMore(dueIn(words.language, one.nominal, there), dueIn(words.language, one.hard, there)),
        }
      }),
    )
    saveBytes(new TextEncoder().encode(calendarFile(entries, now())), "dates.ics", "text/calendar")
  }
  return (
    <div class="calendar-file no-print">
      <button type="button" class="button small" onClick={() => void save()}>
        {course.calendar}
      </button>
      <Checkbox
        id={`calendar-name-${person.person}`}
        label={course.withName}
        more={course.calendarMore}
        checked={named}
        onInput={setNamed}
      />
    </div>
  )
}
