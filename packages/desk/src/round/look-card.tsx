// One person of the round: what the locator asks for, each a key away from the clipboard, and what is known of the place.
import type { LookLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { ago, isDay, millisOf } from "../app/when.ts"
import { showNumber } from "../person/a-number.ts"
import { bothScripts } from "../person/both-scripts.ts"

/** As the locator's own list names a country: in English, whatever the reader's language. */
export function locatorCountry(code: string | null): string | null {
  if (code === null) return null
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code
  } catch {
    return code
  }
}

export function LookCard({ line, onCopy }: { readonly line: LookLine; readonly onCopy: (text: string | null) => void }) {
  const { words, language, now } = useDesk()
  const { round, law } = words.value
  const called = bothScripts({ cyrillic: line.name, latin: line.latin }, "", language.value)
  const country = locatorCountry(line.countryOfBirth)
  const when = (text: string | null): string | null => {
    const at = text === null ? null : millisOf(text)
    return at === null ? null : ago(language.value, at, now(), isDay(text ?? ""))
  }
  const searched = when(line.notFound)
  return (
    <div class="look-card">
      <h2 id="look-name" tabIndex={-1} lang={called.firstLang}>
        {called.first}{" "}
        {called.second && (
          <span class="quiet" lang={called.secondLang}>
            {called.second}
          </span>
        )}
      </h2>
      <dl>
        <Copied
          term={round.number}
          letter="c"
          empty={round.noNumber}
          shown={line.aNumber === null ? null : showNumber(line.aNumber)}
          onCopy={() => onCopy(line.aNumber)}
        />
        <Copied term={round.country} letter="b" empty={round.noCountry} shown={country} onCopy={() => onCopy(country)} />
        <div>
          <dt>{round.place}</dt>
          <dd>
            {line.facility || round.noPlace}
            {line.state && `, ${line.state}`}
            {line.staging && <strong class="warn"> · {law.place.staging}</strong>}
            {line.office && <span class="quiet"> · {law.place.office(line.office)}</span>}
          </dd>
        </div>
        <div>
          <dt>{round.last}</dt>
          <dd>
            {when(line.confirmed) ?? round.never}
            {searched && <strong class="warn"> · {round.notFoundBefore(searched)}</strong>}
          </dd>
        </div>
      </dl>
      <p class="small">
        <a href={paths.case(line.stream)}>{round.openCase}</a>
      </p>
    </div>
  )
}

interface CopiedProps {
  readonly term: string
  readonly letter: string
  readonly shown: string | null
  readonly empty: string
  readonly onCopy: () => void
}

function Copied({ term, letter, shown, empty, onCopy }: CopiedProps) {
  const { app } = useDesk().words.value
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {shown === null ? (
          <strong class="warn">{empty}</strong>
        ) : (
          <button
            type="button"
            class="copied data"
            aria-label={`${app.copy}: ${term} ${shown} ${letter}`}
            aria-keyshortcuts={letter}
            onClick={onCopy}
          >
            {shown} <kbd>{letter}</kbd>
          </button>
        )}
      </dd>
    </div>
  )
}
