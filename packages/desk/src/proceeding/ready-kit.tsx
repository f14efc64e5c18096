// The ready kit of the person in view: what is here, what is not, and the way to fill it while it is calm.
import { kitOf, type KitItem } from "@safe-conduct/domain/case"
import { useCase } from "../case/case-context.ts"
import { ActButton } from "../case/act-button.tsx"
import { useDesk } from "../app/context.tsx"
import { dayIn } from "../case/day-words.ts"

export function ReadyKit() {
  const { words: desk } = useDesk()
  const { person, view, words } = useCase()
  if (person === null) return null
  const { kit } = desk.value
  const lines = kitOf(view.state, person.person)
  const here = lines.filter((line) => line.here).length
  const of = { "/person": person.person }
  return (
    <details class="ready-kit" open={here < lines.length}>
      <summary>
        {words.labels.actions["fill-kit"]} <span class="data">{kit.count(here, lines.length)}</span>
      </summary>
      <ul>
        {lines.map(({ item, here: there, by }) => (
          <li key={item} class={there ? "is-here" : "is-missing"}>
            <span aria-hidden="true">{there ? "✓" : "○"}</span> {words.labels.pick.kit[item]}
            {there ? (
              <span class="quiet small">
                {" "}
                {kit.here}
                {by !== null && `, ${dayIn(words.language, new Date(by.made.at).toISOString())}`}
                {by?.note !== undefined && `: ${by.note}`}
              </span>
            ) : (
              <>
                {" "}
                <span class="quiet small">{kit.missing}</span> <Fill item={item} of={of} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Fill({ item, of }: { readonly item: KitItem; readonly of: Readonly<Record<string, string>> }) {
  if (item === "a-number") return <ActButton does="describe-person" look="plain" start={of} />
  if (item === "counsel") return <ActButton does="record-counsel" look="plain" start={of} />
  if (item === "consents") return <ActButton does="give-consent" look="plain" start={of} />
  return <ActButton does="fill-kit" look="plain" start={{ ...of, "/item": item }} />
}
