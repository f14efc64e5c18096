// The grid itself: its head, and of its rows those in sight. What scrolls redraws this alone, and a row that was drawn stays as it is.
import type { VNode } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { paths } from "../app/paths.ts"
import { still } from "../app/still.ts"
import { columns, type Line } from "./columns.ts"
import { useRowsInSight } from "./use-rows-in-sight.ts"

const narrow = matchMedia("(max-width: 640px)")
/** As list.css has it. */
const heights = { wide: 34, narrow: 64 }

function useRowHeight(): number {
  const [small, setSmall] = useState(narrow.matches)
  useEffect(() => {
    const on = (): void => setSmall(narrow.matches)
    narrow.addEventListener("change", on)
    return () => narrow.removeEventListener("change", on)
  }, [])
  return small ? heights.narrow : heights.wide
}

/**
 * While somebody types, the elements of rows that went are handed on to rows that came: other words in them cost half of new ones. At other
 * times an element is its row's alone, for it may have the focus or be half clicked.
 */
function useHandedOn(lines: readonly Line[], typing: boolean): readonly number[] {
  const held = useRef({ keys: new Map<string, number>(), last: 0 })
  const { keys } = held.current
  const streams = lines.map(({ row }) => row.stream)
  const here = new Set(streams)
  const free = typing ? [...keys].flatMap(([stream, key]) => (here.has(stream) ? [] : key)) : []
  const given = streams.map((stream) => keys.get(stream) ?? free.shift() ?? held.current.last++)
  held.current.keys = new Map(streams.map((stream, place) => [stream, given[place] as number]))
  return given
}

/** What is cut short in the row under the pointer, told whole. The link lies over all of its row, so it is the one that tells. */
function tellCut({ target }: MouseEvent): void {
  const row = target instanceof Element ? target.closest<HTMLElement>(".grid-row") : null
  const cut = [...(row?.children ?? [])].filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent)
  row?.querySelector("a")?.setAttribute("title", cut.join("\n"))
}

export function Rows({ lines, head }: { readonly lines: readonly Line[]; readonly head: VNode }) {
  const { words } = useDesk()
  const frame = useRef<HTMLDivElement>(null)
  const height = useRowHeight()
  const typing = document.activeElement instanceof HTMLInputElement
  const { from, to } = useRowsInSight(frame, lines, { rowHeight: height, typing })
  const inSight = lines.slice(from, to)
  const keys = useHandedOn(inSight, typing)
  return (
    <div class="grid-frame" ref={frame}>
      <div class="grid" role="table" aria-rowcount={lines.length + 1} aria-label={words.value.list.title}>
        {head}
        <div class="grid-body" style={{ height: `${lines.length * height}px` }} onMouseMove={tellCut}>
          {inSight.map((line, place) => (
            <Row key={keys[place]} line={line} index={from + place} top={(from + place) * height} />
          ))}
        </div>
      </div>
    </div>
  )
}

interface RowGiven {
  readonly line: Line
  readonly index: number
  readonly top: number
}
const Row = still(({ line, index, top }: RowGiven) => {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      class={`grid-row${line.red ? " is-red" : ""}${line.row.closed ? " is-closed" : ""}`}
      style={{ top: `${top}px` }}
    >
      {columns.map((column) => (
        <span role="cell" class={`c-${column}`}>
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
})
