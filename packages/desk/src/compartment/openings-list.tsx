// Who fetched a case or a compartment lately, folded away: looked at when somebody has a reason to. The server's word, and shown as that.
import type { OpeningLine } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { millisOf } from "../app/when.ts"
import { useCase } from "../case/case-context.ts"
import { momentIn } from "../case/day-words.ts"

export function OpeningsList({ stream }: { readonly stream: string }) {
  const desk = useDesk()
  const { words, nameOf } = useCase()
  const text = words.compartments.openings
  const [lines, setLines] = useState<readonly OpeningLine[] | "failed" | null>(null)
  const read = async (): Promise<void> => {
    const got = await desk.vault.openings(stream)
    setLines(got.ok ? got.value : "failed")
  }
  const byMember = new Map<string, OpeningLine[]>()
  if (lines !== null && lines !== "failed")
    for (const line of lines) byMember.set(line.member, [...(byMember.get(line.member) ?? []), line])
  const moment = (hour: string): string => momentIn(words.language, millisOf(hour) ?? 0, desk.zone)
  return (
    <details class="openings" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{text.title}</summary>
      <p class="quiet small">{text.hint}</p>
      {lines === "failed" && <p class="error">{text.failed}</p>}
      {lines !== null && byMember.size === 0 && lines !== "failed" && <p class="quiet">{text.none}</p>}
      <ul class="plain-list">
        {[...byMember].map(([member, hours]) => (
          <li key={member}>
            <span>{hours[0]?.name || nameOf(member)}</span>
            <span class="quiet small">
              {text.hours(hours.length)}, {text.last(moment(hours[0]?.hour ?? ""))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
