// The five steps of a trial's first minute, each one press deep: the page is found from what is on the desk right now.
import type { CaseRow, Today } from "@safe-conduct/client/member"
import type { TrialStep } from "@safe-conduct/words/desk/index.ts"
import { useSignal } from "@preact/signals"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import type { TrialNotes } from "./notes.ts"
import { ServerSees } from "./server-sees.tsx"
import { useTrial } from "./trial-context.ts"

const order: readonly TrialStep[] = ["join", "date", "refused", "second", "finding"]

export function Steps() {
  const { words } = useDesk()
  const { today, list } = useLive()
  const trial = useTrial()
  const turned = useSignal(false)
  const { trial: said } = words.value
  return (
    <>
      <details class="steps">
        <summary>{said.steps}</summary>
        <ol>
          {order.map((step) => (
            <li>
              <a href={addressOf(step, trial, today.value, list.value ?? [])}>
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

/** The trial says where its steps lead; a step that is already done leads to what is left of its kind. */
function addressOf(step: TrialStep, trial: TrialNotes | null, today: Today | null, list: readonly CaseRow[]): string {
  const steps = trial?.steps
  const waiting = today?.waitingSignatures ?? []
  if (step === "join") {
    const requests = today?.requests ?? []
    const double = requests.find((row) => row.ask === steps?.request) ?? requests.find((row) => row.alike.length > 0)
    return double ? paths.request(double.ask) : paths.tray
  }
  if (step === "date") {
    const dated = steps?.dated ?? list.find((row) => row.next !== null)?.stream
    return dated ? `${paths.case(dated)}#part-dates` : paths.cases
  }
  if (step === "finding") return steps ? `${paths.case(steps.finding)}#part-signing` : paths.letters
  const line = waiting.find((row) => row.mine === (step === "refused")) ?? waiting[0]
  const stream = steps?.recommended ?? line?.stream
  return stream ? `${paths.case(stream)}#part-signing` : paths.cases
}
