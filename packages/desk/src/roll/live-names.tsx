// Beside names that are still being typed: who each may be, while the caller is on the line and can be asked again. Confirmed on the list.
import { useDesk } from "../app/context.tsx"
import { calledIn } from "../person/called-in.ts"
import { useSuggestions } from "./use-suggestions.ts"

export function LiveNames({ names, place }: { readonly names: readonly string[]; readonly place: string }) {
  const { words, language } = useDesk()
  const { roll } = words.value
  const found = useSuggestions(names, place)
  if (names.length === 0) return null
  return (
    <section aria-label={roll.live}>
      <ol class="live-names small" tabIndex={0}>
        {names.map((text, at) => {
          const maybe = found.get(text)
          const [first] = maybe ?? []
          return (
            <li key={at} data-said={text} aria-busy={maybe === undefined}>
              <q>{text}</q>{" "}
              {first !== undefined ? (
                <>
                  <strong>{calledIn(language.value, first)}</strong>{" "}
                  <span class="quiet">{first.reasons.map((reason) => roll.reasons[reason]).join(", ")}</span>
                </>
              ) : (
                maybe !== undefined && <span class="quiet">{roll.nobody}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
