// Whom nobody can write to: families without an open mailbox, and those whom a sentence did not reach.
import type { RollCall } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { calledIn } from "../person/called-in.ts"

export function CallList({ call, unreached }: { readonly call: RollCall; readonly unreached: ReadonlySet<string> }) {
  const { words, language } = useDesk()
  const { roll } = words.value
  const rung = call.lines.flatMap(({ who }) =>
    who !== null && (who.mailboxes.length === 0 || who.mailboxes.some(({ ask }) => unreached.has(ask))) ? [who] : [],
  )
  if (rung.length === 0) return null
  return (
    <section class="stack-s" aria-label={roll.callList}>
      <h2>{roll.callList}</h2>
      <p class="quiet">{roll.callMore}</p>
      <ul>
        {rung.map((who) => (
          <li key={`${who.stream}/${who.person}`}>
            <a href={paths.case(who.stream)}>{calledIn(language.value, who)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
