// Who is on the line: found by any part of a name, number or case word; chosen once, and changed with one press.
import type { SearchHit } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { calledIn } from "../person/called-in.ts"

type Caller = Pick<SearchHit, "stream" | "person" | "name" | "latin">
export interface WhoCallsProps {
  readonly who: Caller | null
  readonly onWho: (who: Caller | null) => void
}

const shown = 4

export function WhoCalls({ who, onWho }: WhoCallsProps) {
  const { vault, words, language } = useDesk()
  const { call } = words.value
  const [text, setText] = useState("")
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const asked = useRef(0)
  const named = (one: Caller): string => calledIn(language.value, one)
  const type = (next: string): void => {
    setText(next)
    const mine = ++asked.current
    if (next.trim() === "") return setHits([])
    void vault.search(next).then((found) => mine === asked.current && setHits(found.slice(0, shown)))
  }
  if (who !== null)
    return (
      <div class="row who-calls">
        <a href={paths.case(who.stream)}>
          <strong>{named(who)}</strong>
        </a>
        <Button look="plain" id="other-caller" onPress={() => onWho(null)}>
          {call.other}
        </Button>
      </div>
    )
  return (
    <div class="who-calls stack-s">
      <TextField id="call-who" kind="search" label={call.who} hint={call.whoHint} value={text} onInput={type} />
      {hits.length > 0 ? (
        <ul class="suggestions" aria-live="polite">
          {hits.map((hit) => (
            <li key={`${hit.stream}/${hit.person}`}>
              <button type="button" onClick={() => onWho(hit)}>
                {named(hit)} <span class="quiet">{hit.aNumber}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        text.trim() !== "" && <p class="quiet small">{call.whoNone}</p>
      )}
    </div>
  )
}
