// Changed law moved dates of these cases: each owner is told until somebody has read it.
import type { LawLine, LawMove, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { whenText } from "../app/when.ts"
import { calledIn } from "../person/called-in.ts"
import { useCaseWords } from "../case/use-case-words.ts"

const shown = 4

export function LawLines({ lines }: { readonly lines: readonly LawLine[] }) {
  const { vault, words, language, zone, toast, refusalText } = useDesk()
  const { law, app } = words.value
  const labels = useCaseWords()?.labels.rules as Readonly<Record<string, string>> | undefined
  const [refused, setRefused] = useState<Refusal | null>(null)
  if (lines.length === 0) return null
  const name = (rule: string): string => labels?.[rule] ?? rule
  const when = (text: string | null): string => (text === null ? "" : whenText(language.value, text, zone))
  const said = (one: LawMove): string => law.moved[one.moved](name(one.rule), when(one.was), when(one.now))
  const note = async (line: LawLine): Promise<void> => {
    const done = await vault.actRegister("note-law-change", { case: line.stream, upTo: line.upTo })
    setRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(law.noted)
  }
  return (
    <section class="notice law-lines" aria-labelledby="part-law">
      <h2 id="part-law">
        <a href={paths.law}>{law.told}</a> <span class="count">{lines.length}</span>
      </h2>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <ul class="plain">
        {lines.slice(0, shown).map((line) => (
          <li key={line.stream}>
            <a data-row href={paths.case(line.stream)}>
              <strong>{calledIn(language.value, line)}</strong>
            </a>{" "}
            <span class="quiet">({line.ownerName === null ? law.nobodys : law.ownedBy(line.ownerName)})</span>
            {colon(language.value)}
            {line.moved.map(said).join("; ")}.{" "}
            <span class="quiet small">
              {line.changes.map((one) => law.because(name(one.rule), law.statuses[one.status], one.by, one.approvedBy)).join(" ")}
            </span>{" "}
            <Button look="plain" name={`${law.note}: ${calledIn(language.value, line)}`} onPress={() => void note(line)}>
              {law.note}
            </Button>
          </li>
        ))}
      </ul>
      {lines.length > shown && <p class="quiet small">{law.more(lines.length - shown)}</p>}
    </section>
  )
}
