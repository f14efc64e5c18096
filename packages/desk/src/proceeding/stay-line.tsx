// What holds removal back, in one line that cannot be misread: a petition is not a stay.
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { dayIn, whenIn } from "../case/day-words.ts"

export function StayLine() {
  const desk = useDesk()
  const { person, words } = useCase()
  if (person === null) return null
  const { stay, finalOrder } = person.clock
  const { dates, labels, language } = words
  const basis = stay.basis === null ? "" : labels.stay[stay.basis]
  return (
    <div class={stay.stayed || !finalOrder.final ? "stay-line" : "stay-line bare"}>
      <p>
        <strong>
          {stay.stayed
            ? stay.until === null
              ? dates.stayed(basis)
              : dates.stayedUntil(basis, whenIn(language, stay.until, person.zone ?? desk.zone))
            : dates.notStayed}
        </strong>
      </p>
      <p>
        {finalOrder.final && finalOrder.since !== null && finalOrder.basis !== null
          ? dates.final(dayIn(language, finalOrder.since), labels.final[finalOrder.basis])
          : dates.notFinal}
      </p>
      <p class="quiet">{dates.petition}</p>
    </div>
  )
}
