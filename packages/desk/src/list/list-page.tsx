// Every case in one grid: typed filter, filters by urgency, owner and place, any column to sort by. Rows are links.
import type { CaseRow } from "@safe-conduct/client/member"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { hour } from "../app/when.ts"
import { NotHandedOn } from "../members/rotation-notice.tsx"
import { type Column, columns, fits, type Line, lineOf, sorted, wanted } from "./columns.ts"
import { Filters, type Chosen, everything } from "./filters.tsx"
import { NewCaseDialog } from "./new-case-dialog.tsx"
import { useVirtual } from "./use-virtual.ts"
import "./list.css"

/** What a typed word is looked for in, made ready a little at a time, so that the first key finds it. Ends when it is told to. */
function readAhead(lines: readonly Line[]): () => void {
  const part = 500
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = (from: number): void => {
    for (const line of lines.slice(from, from + part)) void line.haystack
    if (from + part < lines.length) timer = setTimeout(() => read(from + part), 30)
  }
  timer = setTimeout(() => read(0), 100)
  return () => clearTimeout(timer)
}

const narrow = matchMedia("(max-width: 640px)")

export default function ListPage() {
  const { words, language, who, now, zone } = useDesk()
  const live = useLive()
  const rows = live.list.value
  const { list, app } = words.value
  const [chosen, setChosen] = useState<Chosen>(everything)
  const [by, setBy] = useState<{ readonly column: Column; readonly down: boolean }>({ column: "urgency", down: false })
  const [creating, setCreating] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const [small, setSmall] = useState(narrow.matches)
  useEffect(() => {
    const on = (): void => setSmall(narrow.matches)
    narrow.addEventListener("change", on)
    return () => narrow.removeEventListener("change", on)
  }, [])

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
  useEffect(() => readAhead(lines), [lines])
  const ordered = useMemo(() => sorted(lines, by.column, by.down, language.value), [lines, by, language.value])
  const shown = useMemo(() => {
    const parts = wanted(chosen.text)
    return ordered.filter(
      (line) =>
        (chosen.closed || !line.row.closed) &&
        (chosen.urgency === "" || line.row.urgency === chosen.urgency) &&
        (chosen.owner === "" || (chosen.owner === "mine" ? line.row.owner === who.value?.member : line.text.owner === chosen.owner)) &&
        (chosen.place === "" || line.text.where === chosen.place) &&
        fits(line, parts),
    )
  }, [ordered, chosen, who.value])
  const height = small ? 64 : 34
  const virtual = useVirtual(frame, shown.length, height)

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
      <div class="grid-frame" ref={frame}>
        <div class="grid" role="table" aria-rowcount={shown.length + 1} aria-label={list.title}>
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
          <div class="grid-body" style={{ height: `${virtual.total}px` }}>
            {virtual.items.map((item) => {
              const line = shown[item.index]
              return (
                line && (
                  <div
                    key={line.row.stream}
                    role="row"
                    aria-rowindex={item.index + 2}
                    class={`grid-row${line.red ? " is-red" : ""}${line.row.closed ? " is-closed" : ""}`}
                    style={{ transform: `translateY(${item.start}px)`, height: `${height}px` }}
                  >
                    {columns.map((column) => (
                      <span role="cell" class={`c-${column}`} title={column === "urgency" ? undefined : line.text[column]}>
                        {column === "urgency" ? (
                          <LevelMark level={line.row.urgency} />
                        ) : column === "name" ? (
                          <a data-row href={paths.case(line.row.stream)}>
                            {line.text.name}
                          </a>
                        ) : (
                          line.text[column]
                        )}
                      </span>
                    ))}
                  </div>
                )
              )
            })}
          </div>
        </div>
      </div>
      {rows !== null && shown.length === 0 && <p class="quiet">{lines.length === 0 ? list.empty : list.none}</p>}
      <NewCaseDialog open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}
