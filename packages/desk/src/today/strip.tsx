// One case as a strip of paper: hours left, who, where and how we know, why, who files, what next, whose it is. The whole is a link.
import type { CaseRow } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { still } from "../app/still.ts"
import { whenText } from "../app/when.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { confirmedText, counselText, leading, nextText, nobodyFiles, placeText, whyOf } from "./facts.ts"

interface StripGiven {
  readonly row: CaseRow
  readonly short?: boolean
}
export const Strip = still(({ row, short }: StripGiven) => {
  const { words, language, who, now, zone } = useDesk()
  const { minute } = useLive()
  const { row: said, time, shift } = words.value
  const at = Math.max(minute.value, now())
  const person = leading(row)
  const { first, second, firstLang, secondLang } = bothScripts(person, row.title, language.value)
  const others = row.people.length - 1
  const next = nextText(words.value, language.value, row, at, zone)
  const files = nobodyFiles(person)
  const until = person?.reviewedUntil ?? 0
  const reviewed = until > at ? until : null
  const silent = Math.max(0, ...row.people.map(({ unreached }) => unreached ?? 0))
  const mine = row.owner !== null && row.owner === who.value?.member
  return (
    <li class={`strip is-${row.urgency.toLowerCase()}${mine ? " is-mine" : ""}${short ? " is-short" : ""}`}>
      <a data-row href={paths.case(row.stream)}>
        <span class="left">
          <LevelMark level={row.urgency} />
          {row.hoursLeft !== null && (
            <span class="hours" title={said.hoursLeft}>
              {row.hoursLeft < 0
                ? time.past
                : row.hoursLeft < 100
                  ? time.hoursShort(Math.floor(row.hoursLeft))
                  : time.daysShort(Math.floor(row.hoursLeft / 24))}
            </span>
          )}
        </span>
        <span class="part-of">
          <span class="who">
            <strong lang={firstLang}>{first}</strong>{" "}
            {second && (
              <span class="latin" lang={secondLang}>
                {second}
              </span>
            )}
            {others > 0 && <span class="family"> +{others}</span>}
          </span>
          <span class="why">
            {whyOf(words.value, row)}
            {reviewed !== null && (
              <span class="quiet"> · {shift.reviewed(whenText(language.value, new Date(reviewed).toISOString(), zone))}</span>
            )}
          </span>
        </span>
        <span class="part-of">
          <span class="where">
            {placeText(words.value, person?.where ?? null)}
            {person?.where?.staging && <em class="staging"> {said.staging}</em>}
          </span>
          <span class="seen">
            {confirmedText(words.value, language.value, person?.where ?? null, at)}
            {silent > 0 && <em> · {shift.toDo.unreached(silent)}</em>}
          </span>
        </span>
        <span class="part-of">
          <span class="next">{next.missed ? <strong>{next.text}</strong> : next.text}</span>
          <span class="hands">
            {files ? <em>{said.nobodyFiles}</em> : counselText(words.value, person)}
            <span class="owner"> · {row.ownerName || said.noOwner}</span>
          </span>
        </span>
      </a>
    </li>
  )
})
