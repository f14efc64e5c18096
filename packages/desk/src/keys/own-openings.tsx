// What she opened herself, as the server wrote it down: a session that somebody stole shows here.
import type { OwnOpening } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"

export function OwnOpenings() {
  const { words, vault, refusalText } = useDesk()
  const { keys } = words.value
  const [lines, setLines] = useState<readonly OwnOpening[] | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const read = async (): Promise<void> => {
    const got = await vault.ownOpenings()
    setFailed(got.ok ? null : refusalText(got.refusal))
    setLines(got.ok ? got.value : null)
  }
  const byStream = new Map<string, OwnOpening[]>()
  for (const line of lines ?? []) {
    const of = line.name === null ? "" : line.stream
    byStream.set(of, [...(byStream.get(of) ?? []), line])
  }
  return (
    <details class="own-openings" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{keys.opened}</summary>
      <p class="quiet">{keys.openedHint}</p>
      {failed !== null && <p class="quiet">{failed}</p>}
      {lines !== null && lines.length === 0 && <p class="quiet">{keys.openedNone}</p>}
      <ul>
        {[...byStream].map(([stream, hours]) => (
          <li key={stream}>
            {stream === "" ? keys.openedOther : <a href={paths.case(stream)}>{hours[0]?.name || stream.slice(0, 6)}</a>}{" "}
            <span class="quiet small">{keys.openedHours(hours.length)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
