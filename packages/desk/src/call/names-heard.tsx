// New names that a caller says: they become a list for a roll call at once, and every further name goes onto the same list.
import { mentionedLines } from "@safe-conduct/domain/person"
import { instantOf, timeZoneOf, writeInstant } from "@safe-conduct/domain/time"
import { useRef } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { SealedField, type SealedNow } from "./sealed-field.tsx"

export interface NamesHeardProps {
  /** Where the caller says that he is. */
  readonly place: string
  readonly sighting: string | null
  readonly onSighting: (sighting: string) => void
}

export function NamesHeard({ place, sighting, onSighting }: NamesHeardProps) {
  const { vault, words, now, zone, refusalText } = useDesk()
  const { call } = words.value
  const written = useRef(new Set<string>())
  const seal = async (text: string): Promise<SealedNow> => {
    const names = mentionedLines(text).filter((name) => !written.current.has(name))
    if (names.length === 0) return { ok: true }
    const done =
      sighting === null
        ? await vault.beginRoll({
            kind: "call",
            at: writeInstant(instantOf(now()), timeZoneOf(zone)),
            place: place.trim().slice(0, 200) || "?",
            confidence: "rumoured",
            source: call.page,
            names: names.map((name) => ({ text: name })),
          })
        : await vault.addToRoll(sighting, { names: names.map((name) => ({ text: name })) })
    if (!done.ok) return { ok: false, sentence: refusalText(done.refusal) }
    for (const name of names) written.current.add(name)
    if (done.value !== null) onSighting(done.value.sighting)
    return { ok: true }
  }
  return (
    <div class="stack-s">
      <SealedField id="call-names" label={call.names} hint={call.namesHint} start="" rows={3} onSeal={seal} />
      {sighting !== null && (
        <p>
          <a href={paths.rollCall(sighting)}>{call.rollBegun}</a>
        </p>
      )}
    </div>
  )
}
