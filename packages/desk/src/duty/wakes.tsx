// Who is being woken now, with one press to take it; and, folded away, what the last seven days' wakes came to, notice by notice.
import type { WakeView } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { hourText, whenText } from "../app/when.ts"
import "./duty.css"

export function Wakes({ past }: { readonly past?: boolean }) {
  const { vault, words, language, zone, toast, refusalText } = useDesk()
  const { duty } = words.value
  const reached = useLive().reached.value
  const [wakes, setWakes] = useState<readonly WakeView[]>([])
  const read = (): void => void vault.wakes().then((got) => got.ok && setWakes(got.value))
  useEffect(read, [vault, reached])
  const at = (minute: number): string => whenText(language.value, new Date(minute * 60_000).toISOString(), zone)

  async function take(id: string): Promise<void> {
    const done = await vault.takeWake(id)
    toast(done.ok ? duty.taken : refusalText(done.refusal))
    read()
  }
  const standing = wakes.filter(({ next }) => next !== null)
  const over = wakes.filter(({ next }) => next === null)
  return (
    <>
      {standing.map((wake) => (
        <div key={wake.id} class="notice danger wake" role="status">
          <p>
            <strong>{duty.under[wake.kind]}</strong> <span class="small">{stepOf(wake)}</span>
          </p>
          <Button look="danger" onPress={() => void take(wake.id)}>
            {duty.take}
          </Button>
        </div>
      ))}
      {past === true && over.length > 0 && (
        <details class="past-wakes">
          <summary>{duty.wakes}</summary>
          <ul>
            {over.map((wake) => (
              <li key={wake.id}>
                {hourText(language.value, wake.hour, zone)} · {duty.under[wake.kind]} ·{" "}
                {duty.over[wake.taken?.how ?? "open"](wake.taken?.name ?? "")}
                <ul class="small quiet">
                  {wake.notices.map((notice) => (
                    <li>
                      {notice.name} · {duty.wayNames[notice.way]} · {duty.states[notice.state]}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )

  function stepOf({ step, next, taken }: WakeView): string {
    if (taken?.how === "link") return duty.heldBy(taken.name ?? "", at(next ?? 0))
    const said = step === 0 ? duty.step.begins : step === 1 ? duty.step.first : step === 2 ? duty.step.second : duty.step.everyone
    return `${said} · ${duty.next(at(next ?? 0))}`
  }
}
