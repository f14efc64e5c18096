// Every case in one grid: typed filter, filters by urgency, owner and place, any column to sort by. Rows are links.
import type { CaseRow } from "@safe-conduct/client/member"
import { useEffect, useMemo, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { whenIdle } from "../app/when-idle.ts"
import { hour } from "../app/when.ts"
import { NotHandedOn } from "../members/rotation-notice.tsx"
import { type Column, columns, type Line, lineOf, narrowing, sorted, wanted } from "./columns.ts"
import { Filters, type Chosen, everything } from "./filters.tsx"
import { NewCaseDialog } from "./new-case-dialog.tsx"
import { Rows } from "./rows.tsx"
import "./list.css"

export default function ListPage() {
  const { words, language, who, now, zone } = useDesk()
  const live = useLive()
  const rows = live.list.value
  const { list, app } = words.value
  const [chosen, setChosen] = useState<Chosen>(everything)
  const [by, setBy] = useState<{ readonly column: Column; readonly down: boolean }>({ column: "urgency", down: false })
  const [creating, setCreating] = useState(false)

  // A row that did not change keeps its line, for an hour at most: it says how long ago.
  const hourNow = Math.floor(now() / hour)
  const known = useMemo(() => new WeakMap<CaseRow, Line>(), [words.value, hourNow])
  const lines = useMemo(
    () =>
      (rows ?? []).map((row) => {
        const line = known.get(row) ?? lineOf(row, words.value, now(), zone)
        known.set(row, line)
        return line
      }),
    [rows, known],
  )
  const ordered = useMemo(() => sorted(lines, by.column, by.down, language.value), [lines, by, language.value])
  const { text, closed, urgency, owner, place } = chosen
  const member = who.value?.member
  const chosenOnes = useMemo(
    () =>
      ordered.filter(
        (line) =>
          (closed || !line.row.closed) &&
          (urgency === "" || line.row.urgency === urgency) &&
          (owner === "" || (owner === "mine" ? line.row.owner === member : line.text.owner === owner)) &&
          (place === "" || line.text.where === place),
      ),
    [ordered, closed, urgency, owner, place, member],
  )
  const narrowed = useMemo(narrowing, [])
  useEffect(() => whenIdle(() => narrowed.ready(chosenOnes)), [chosenOnes])
  const shown = useMemo(() => narrowed(chosenOnes, wanted(text)), [chosenOnes, text])

  return (
    <div class="list">
      <header class="list-head">
        <h1>{list.title}</h1>
        <p class="quiet">{rows === null ? app.loading : list.shown(shown.length, lines.length)}</p>
        <Filters lines={lines} chosen={chosen} onChoose={setChosen} />
        <button type="button" class="button" onClick={() => setCreating(true)}>
          {list.newCase}
        </button>
        <a class="button plain" href={paths.map}>
          {words.value.map.title}
        </a>
        <NotHandedOn />
      </header>
      <Rows
        lines={shown}
        head={
          <div role="row" class="grid-head">
            {columns.map((column) => (
              <span
                role="columnheader"
                class={`c-${column}`}
                aria-sort={by.column === column ? (by.down ? "descending" : "ascending") : "none"}
              >
                <button
                  type="button"
                  title={list.sort(list.columns[column])}
                  onClick={() => setBy({ column, down: by.column === column && !by.down })}
                >
                  {list.columns[column]}
                  <span aria-hidden="true">{by.column === column ? (by.down ? " ↓" : " ↑") : ""}</span>
                </button>
              </span>
            ))}
          </div>
        }
      />
      {rows !== null && shown.length === 0 && <p class="quiet">{lines.length === 0 ? list.empty : list.none}</p>}
      <NewCaseDialog open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}
