// The family in one line: where each is, how old, who has the children; pressing a name looks at that person. Apart, it says how far.
import { ageAt } from "@safe-conduct/domain/person"
import type { PlainDate } from "@safe-conduct/domain/time"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { LevelMark } from "../app/level-mark.tsx"
import { dayBy } from "../app/when.ts"
import { useCase } from "../case/case-context.ts"
import { apart } from "./apart.ts"

export function FamilyStrip() {
  const { now, zone } = useDesk()
  const { view, person, words, look, personName } = useCase()
  const { head, labels, language } = words
  const { facilities } = useLaw()
  if (view.people.length < 2) return null
  const today = dayBy(zone, now())
  const away = apart(view.people, (code) => facilities.find((one) => one.code === code)?.at)
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (
    <>
      <nav class="family-strip" aria-label={head.family}>
        {view.people.map((one) => {
          const held = view.state.guardianships.findLast((row) => row.person === one.person)
          const where =
            one.where === null
              ? head.whereUnknown
              : one.where.kind === "detained" && one.where.facility !== ""
                ? one.where.facility
                : labels.pick.where[one.where.kind]
          return (
            <button type="button" aria-pressed={one.person === person?.person} onClick={() => look(one.person)}>
              <span class="who">
                <LevelMark level={one.clock.urgency.level} /> {personName(one.person)}
                <span class="quiet">
                  {" "}
                  {labels.pick.relation[one.relation as keyof typeof labels.pick.relation] ?? one.relation}
                  {one.born && `, ${head.years(ageAt(one.born as PlainDate, today))}`}
                </span>
              </span>
              <span class="where">
                {one.outcome === null ? where : head.outcome[one.outcome]}
                {held && ` · ${head.childWith(labels.pick.holder[held.holder])}`}
              </span>
            </button>
          )
        })}
      </nav>
      {away !== null && (
        <p class="small family-apart">
          <strong>{head.apart(away.places.length)}</strong>
          {away.distances.slice(0, 3).map(({ from, to, kilometres }) => (
            <span> · {head.distance(from, to, whole.format(kilometres), whole.format(kilometres / 1.609344))}</span>
          ))}
        </p>
      )}
    </>
  )
}
