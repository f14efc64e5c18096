// Everything that was written, newest first, with who and when; nothing is hidden, only marked.
import { useState } from "preact/hooks"
import { useCase } from "../case-context.ts"
import { Section } from "../section.tsx"
import { LogBox } from "./log-box.tsx"
import { LogEntry } from "./log-entry.tsx"

/** On a phone what is below the log must not lie thirty entries away. */
const shown = matchMedia("(max-width: 640px)").matches ? 8 : 30

export function Log() {
  const { view, words } = useCase()
  const [all, setAll] = useState(false)
  const lines = view.log.toSorted((a, b) => b.seq - a.seq)
  const hidden = all ? 0 : Math.max(0, lines.length - shown)
  return (
    <Section name="log">
      <LogBox />
      {lines.length === 0 && <p class="quiet">{words.log.empty}</p>}
      <ol class="log" reversed tabIndex={0} aria-label={words.sections.log}>
        {lines.slice(0, all ? undefined : shown).map((line) => (
          <LogEntry key={line.seq} line={line} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" class="button plain" onClick={() => setAll(true)}>
          {words.log.earlier(hidden)}
        </button>
      )}
    </Section>
  )
}
