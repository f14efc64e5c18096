// The consents of everyone in the case as they stand: whose, for what, by whom, whether taken back, whether enough.
import { consentsOf, secondAwaited } from "@safe-conduct/domain/case"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { dayIn } from "../case/day-words.ts"
import { Section } from "../case/section.tsx"

export function ConsentsPart() {
  const { view, words, personName, nameOf } = useCase()
  const { consents, labels, language } = words
  const day = (at: number) => dayIn(language, new Date(at).toISOString())
  const { who } = useDesk()
  /** Who heard it alone; another confirms. */
  const heardBy = new Map(secondAwaited(view.state).map(({ id, by }) => [id, by]))
  const all = view.people.flatMap((one) => consentsOf(view.state, one.person))
  return (
    <Section name="consents" acts={<ActButton does="give-consent" />}>
      {all.length === 0 && <p class="quiet">{consents.none}</p>}
      <ul class="plain-list">
        {all.map(({ id, consent, confirmed }) => (
          <li key={id} class={consent.withdrawn === undefined ? undefined : "off"}>
            <span>
              <strong>{personName(consent.person)}</strong>: {labels.pick.scope[consent.scope]}
              {consent.about !== undefined && ` (${consent.about})`}
              <br />
              <span class="quiet small">
                {consents.by(labels.pick.givenBy[consent.givenBy.who], labels.pick.consentHow[consent.how])}, {day(consent.at)}
                {consent.until !== undefined && `, ${consents.until(day(consent.until))}`}
              </span>
              {confirmed !== null && <span class="small"> · {consents.confirmed(nameOf(confirmed.by), day(confirmed.at))}</span>}
              {heardBy.has(id) && <strong class="small"> · {consents.second}</strong>}
              {consent.how === "reported" && <span class="small"> · {consents.reported}</span>}
              {consent.withdrawn !== undefined && <strong class="small"> · {consents.withdrawn(day(consent.withdrawn))}</strong>}
            </span>
            {heardBy.has(id) && heardBy.get(id) !== who.value?.member && (
              <ActButton does="confirm-consent" look="plain" start={{ "/consent": id }} />
            )}
            {consent.withdrawn === undefined && <ActButton does="withdraw-consent" look="plain" start={{ "/consent": id }} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
