// Requests that were put down without a case: each may be destroyed with its answers.
import type { ClosedRow } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { hourText } from "../app/when.ts"

export interface ClosedRequestsProps {
  readonly rows: readonly ClosedRow[]
  readonly chosen: readonly string[]
  readonly onChoose: (asks: readonly string[]) => void
}

export function ClosedRequests({ rows, chosen, onChoose }: ClosedRequestsProps) {
  const { words, language, zone } = useDesk()
  const { purge, tray } = words.value
  return (
    <details class="closed-requests">
      <summary>
        {purge.closed} <span class="count">{rows.length}</span>
      </summary>
      {rows.length === 0 && <p class="quiet">{purge.closedNone}</p>}
      <ul class="plain-list">
        {rows.map((row) => (
          <li key={row.ask}>
            <label>
              <input
                type="checkbox"
                data-row
                checked={chosen.includes(row.ask)}
                onChange={(event) => onChoose(event.currentTarget.checked ? [...chosen, row.ask] : chosen.filter((ask) => ask !== row.ask))}
              />{" "}
              <strong>{row.names[0] ?? tray.unreadable}</strong>
            </label>
            <span class="quiet">
              {hourText(language.value, row.hour, zone)} · {purge.closedAs[row.did]}: {row.why}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
