// Seven days as bars, each with the same in words beside it: the picture is for the eye, the words are for everyone.
import type { DutyView } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { longDay } from "../app/when.ts"
import { hourOfDay, hoursWithout, weekRows } from "./week-rows.ts"

export function Week({ view }: { readonly view: DutyView }) {
  const { words, language, now, zone } = useDesk()
  const { duty } = words.value
  const rows = weekRows(view.spans, now(), zone)
  const missing = hoursWithout(rows)
  return (
    <section class="stack-s">
      <h2>{duty.week}</h2>
      <p class="quiet small">{duty.weekMore}</p>
      <ol class="week">
        {rows.map(({ at, stretches }) => (
          <li key={at}>
            <span class="day">{longDay(language.value, at, zone)}</span>
            <svg viewBox="0 0 1440 40" preserveAspectRatio="none" aria-hidden="true">
              {stretches.map(({ from, until, names }) => (
                <rect class={names.length === 0 ? "gap" : "held"} x={from} y="0" width={until - from} height="40" />
              ))}
            </svg>
            <span class="said small">
              {stretches.map(({ from, until, names }) => (
                <span class={names.length === 0 ? "stretch gap" : "stretch"}>
                  {hourOfDay(from)}–{hourOfDay(until)} {names.join(", ") || duty.nobody}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p class={missing === 0 ? "quiet" : "gap-line"}>{duty.gaps(missing)}</p>
    </section>
  )
}
