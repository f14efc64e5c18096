// The five steps of a trial's first minute, each one press deep: the page is found from what is on the desk right now.
import type { CaseRow, Today } from "@safe-conduct/client/member"
import type { TrialStep } from "@safe-conduct/words/desk/index.ts"
import { useSignal } from "@preact/signals"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/routes.tsx"
import { ServerSees } from "./server-sees.tsx"

const order: readonly TrialStep[] = ["join", "date", "refused", "second", "finding"]

export function Steps() {
  const { words } = useDesk()
  const { today, list } = useLive()
  const turned = useSignal(false)
  const { trial: said } = words.value
  return (
    <>
      <details class="steps">
        <summary>{said.steps}</summary>
        <ol>
          {order.map((step) => (
            <li>
              <a href={addressOf(step, today.value, list.value ?? [])}>
                <strong>{said.step[step].title}</strong>
                <span class="small">{said.step[step].text}</span>
              </a>
            </li>
          ))}
        </ol>
      </details>
      <button type="button" class="button" onClick={() => (turned.value = true)}>
        {said.server}
      </button>
      <ServerSees open={turned.value} onClose={() => (turned.value = false)} />
    </>
  )
}

function addressOf(step: TrialStep, today: Today | null, list: readonly CaseRow[]): string {
  const waiting = today?.waitingSignatures ?? []
  if (step === "join") {
    const double = today?.requests.find((row) => row.alike.length > 0) ?? today?.requests[0]
    return double ? paths.request(double.ask) : paths.tray
  }
  if (step === "date") {
    const dated =
      list.find(
        (row) => row.next !== null && row.next.status === "running" && row.next.safeBy.slice(0, 10) < row.next.nominal.slice(0, 10),
      ) ?? list.find((row) => row.next !== null)
    return dated ? `${paths.case(dated.stream)}#dates` : paths.cases
  }
  const line = (step === "refused" ? waiting.find((row) => !row.mine) : waiting.find((row) => row.mine)) ?? waiting[0]
  if (step !== "finding" && line) return `${paths.case(line.stream)}#waiting`
  return step === "finding" ? paths.letters : paths.cases
}
