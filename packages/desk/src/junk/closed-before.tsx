// What was put down as junk on another day: a slip is found here and taken back.
import type { ClosedRow, Refusal } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { hourText } from "../app/when.ts"

const shown = 100

export function ClosedBefore({ onRefused }: { readonly onRefused: (refusal: Refusal | null) => void }) {
  const { vault, words, language, zone, toast } = useDesk()
  const { junk, tray } = words.value
  const [rows, setRows] = useState<readonly ClosedRow[]>([])
  useEffect(() => {
    let here = true
    const read = (): void => void vault.closedRequests().then((all) => here && setRows(all.filter(({ did }) => did === "junk")))
    read()
    const forget = vault.on((change) => (change.what === "tray" || change.what === "register") && read())
    return () => {
      here = false
      forget()
    }
  }, [vault])
  const back = async (ask: string): Promise<void> => {
    const done = await vault.reopenJunk([ask], junk.undoWhy)
    onRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(junk.undone(done.value.reopened.length))
  }
  return (
    <details class="closed-before">
      <summary>
        {junk.before} <span class="count">{rows.length}</span>
      </summary>
      {rows.length === 0 && <p class="quiet">{junk.beforeNone}</p>}
      <ul class="rows">
        {rows.slice(0, shown).map((row) => (
          <li key={row.ask} class="junk-line">
            <div class="of-one">
              <span>
                <strong>{row.names[0] ?? tray.unreadable}</strong>{" "}
                <span class="quiet">
                  {hourText(language.value, row.hour, zone)} · {row.by}: {row.why}
                </span>
              </span>
              <button type="button" class="button small plain" onClick={() => void back(row.ask)}>
                {junk.undo}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
