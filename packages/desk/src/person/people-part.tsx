// The people of the family, each with what was said of them, and what stands in the way of proposing them.
import type { CasePerson } from "@safe-conduct/client/member"
import { type CaseState, dayOf, dependencyOf, personOf } from "@safe-conduct/domain/case"
import { dayMonthSwapped, fullName } from "@safe-conduct/domain/person"
import { isPlainDate, type PlainDate } from "@safe-conduct/domain/time"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { bothScripts } from "./both-scripts.ts"
import { type OpenCase, useCase } from "../case/case-context.ts"
import { dayIn } from "../case/day-words.ts"
import { law } from "../case/programme.ts"
import { Section } from "../case/section.tsx"
import { Readiness } from "../family/readiness-lines.tsx"
import { showNumber } from "./a-number.ts"

export function PeoplePart() {
  const { view, words } = useCase()
  return (
    <Section
      name="people"
      acts={
        <>
          <ActButton does="add-person" />
          <ActButton does="record-wish" />
          <ActButton does="record-guardianship" />
          {view.people.length > 1 && <ActButton does="propose-split" />}
        </>
      }
    >
      <ul class="cards">
        {view.people.map((one) => (
          <Person key={one.person} one={one} />
        ))}
      </ul>
      {(["referral", "note"] as const).map((kind) => (
        <Readiness key={kind} kind={kind} />
      ))}
      {view.people.length === 0 && <p class="quiet">{words.page.nothing}</p>}
    </Section>
  )
}

/** Whether Canada counts a child with the family, and until when: the day before which a referral must go. */
function dependency(state: CaseState, person: string, today: PlainDate, { people, language }: OpenCase["words"]): string | undefined {
  const found = dependencyOf(state, person, today, law.dependentUnder)
  if (found === null) return undefined
  if (found.is === "unknown") return people.dependentUnknown
  const { is, age, on, turns } = found
  if (on !== null) return people.dependentKept[is](age, dayIn(language, on))
  return people.dependentOpen[is](law.dependentUnder, dayIn(language, turns))
}

function Person({ one }: { readonly one: CasePerson }) {
  const { view, words } = useCase()
  const { now } = useDesk()
  const { fields, labels, people, language } = words
  const both = bothScripts(one, "", language)
  const known = personOf(view.state, one.person)
  const wish = view.state.wishes.findLast((row) => row.person === one.person)
  const held = view.state.guardianships.findLast((row) => row.person === one.person)
  const country = (code: string | undefined) =>
    code === undefined ? undefined : (labels.pick.country[code as keyof typeof labels.pick.country] ?? code)
  const bornText = (born: string): string => {
    const other = isPlainDate(born) ? dayMonthSwapped(born) : null
    return other === null ? dayIn(language, born) : `${dayIn(language, born)} (${people.orElse(dayIn(language, other))})`
  }
  const facts: readonly (readonly [string, string | undefined])[] = [
    [fields.relation, labels.pick.relation[one.relation as keyof typeof labels.pick.relation] ?? one.relation],
    [fields.born, one.born === null ? undefined : bornText(one.born)],
    [people.dependent, dependency(view.state, one.person, dayOf(now()), words)],
    [fields.aNumbers, one.aNumbers.length > 0 ? one.aNumbers.map(showNumber).join(", ") : undefined],
    [fields.citizenship, country(known?.citizenship)],
    [fields.birthCountry, country(known?.countryOfBirth)],
    [fields.birthCountryAs, country(known?.countryOfBirthAsRecorded)],
    [fields.circuit, known?.court?.circuit],
    [fields.languages, known?.languages?.join(", ")],
    [fields.wish, wish === undefined ? undefined : `${labels.pick.wish[wish.wish]}, ${labels.pick.wishHow[wish.how]}`],
    [fields.holder, held === undefined ? undefined : labels.pick.holder[held.holder]],
    [fields.otherParent, held === undefined ? undefined : labels.pick.otherParent[held.otherParent]],
    [fields.bestInterests, held?.bestInterests === undefined ? undefined : labels.pick.bestInterests[held.bestInterests]],
    [fields.health, known?.health],
  ]
  const others = one.names.filter((name) => ![one.cyrillic, one.latin].includes(fullName(name)))
  return (
    <li class="card">
      <p>
        <strong lang={both.firstLang}>{both.first}</strong> <span lang={both.secondLang}>{both.second}</span>
        {others.length > 0 && (
          <span class="quiet small">
            {" "}
            {people.alsoWritten} {others.map((name) => fullName(name)).join("; ")}
          </span>
        )}
      </p>
      <dl class="pairs">
        {facts.flatMap(([name, value]) =>
          value === undefined
            ? []
            : [
                <div>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
      <ActButton does="describe-person" look="plain" start={{ "/person": one.person }}>
        {people.describe}
      </ActButton>
    </li>
  )
}
