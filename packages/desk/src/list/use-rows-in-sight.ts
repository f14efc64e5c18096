// Only the rows in sight are drawn, so that ten thousand scroll as forty do. All are of one height, so what is in sight is arithmetic. It
// moves by whole blocks: in most frames of a scroll nothing new is drawn, and the browser moves what stands there by itself.
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks"

export interface InSight {
  readonly from: number
  /** The first that is not drawn. */
  readonly to: number
}

const block = 8

/** After so many milliseconds without a move it stands. */
const rest = 100
/** After so many without a key nobody types on. */
const pause = 300

/** Of so many rows, those that a frame shows which is so high and scrolled so far; and `beyond` or more on either side of them, in whole blocks. */
export function inSight(
  count: number,
  rowHeight: number,
  frame: { readonly top: number; readonly height: number },
  beyond = block,
): InSight {
  const top = Math.min(frame.top, Math.max(0, count * rowHeight - frame.height))
  const step = beyond === 0 ? 1 : block
  const first = Math.floor(top / rowHeight / step) * step
  const last = Math.ceil((top + frame.height) / rowHeight / step) * step
  return { from: Math.max(0, first - beyond), to: Math.min(count, last + beyond) }
}

/** While somebody types, other rows than before are drawn where they are in sight; and beyond it once she rests, or scrolls. */
export function useRowsInSight(
  frame: { readonly current: HTMLElement | null },
  rows: readonly unknown[],
  { rowHeight, typing }: { readonly rowHeight: number; readonly typing: boolean },
): InSight {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const seen = useRef({ top: 0, height: 0 })
  const given = { rows, rowHeight }
  const last = useRef(given)
  last.current = given
  /** The rows that are drawn beyond what is in sight, too. */
  const reached = useRef<readonly unknown[] | null>(null)
  const beyond = typing && reached.current !== rows ? 0 : block
  const reach = (): void => {
    if (reached.current === last.current.rows) return
    reached.current = last.current.rows
    redraw(undefined)
  }
  useEffect(() => {
    const rested = setTimeout(reach, pause)
    return () => clearTimeout(rested)
  }, [rows])
  useLayoutEffect(() => {
    // Its own size is known once it stands.
    seen.current = { top: frame.current?.scrollTop ?? 0, height: frame.current?.clientHeight ?? 0 }
    redraw(undefined)
  }, [])
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const look = (next: typeof seen.current): void => {
      const { rows: those, rowHeight: high } = last.current
      const before = inSight(those.length, high, seen.current)
      seen.current = next
      const now = inSight(those.length, high, next)
      if (before.from !== now.from || before.to !== now.to) redraw(undefined)
    }
    let still: ReturnType<typeof setTimeout> | undefined
    const moved = (): void => {
      clearTimeout(still)
      element.classList.add("is-moving")
      still = setTimeout(() => element.classList.remove("is-moving"), rest)
      reach()
      look({ ...seen.current, top: element.scrollTop })
    }
    const sized = new ResizeObserver(() => look({ top: element.scrollTop, height: element.clientHeight }))
    element.addEventListener("scroll", moved, { passive: true })
    sized.observe(element)
    return () => {
      clearTimeout(still)
      element.removeEventListener("scroll", moved)
      sized.disconnect()
    }
  }, [])
  return inSight(rows.length, rowHeight, seen.current, beyond)
}
