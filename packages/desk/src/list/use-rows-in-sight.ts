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

/** Of so many rows, those that a frame shows which is so high and scrolled so far; and `beyond` or more on either side of them. */
export function inSight(
  count: number,
  rowHeight: number,
  frame: { readonly top: number; readonly height: number },
  beyond = block,
): InSight {
  const top = Math.min(frame.top, Math.max(0, count * rowHeight - frame.height))
  const first = Math.floor(top / rowHeight / block) * block
  const last = Math.ceil((top + frame.height) / rowHeight / block) * block
  return { from: Math.max(0, first - beyond), to: Math.min(count, last + beyond) }
}

/** While somebody types, other rows than before are drawn at once where they are in sight, and beyond it in the next frame. */
export function useRowsInSight(
  frame: { readonly current: HTMLElement | null },
  rows: readonly unknown[],
  { rowHeight, typing }: { readonly rowHeight: number; readonly typing: boolean },
): InSight {
  const count = rows.length
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const seen = useRef({ top: 0, height: 0 })
  const given = { count, rowHeight }
  const last = useRef(given)
  last.current = given
  const reached = useRef<readonly unknown[] | null>(null)
  const beyond = typing && reached.current !== rows ? 0 : block
  useEffect(() => {
    if (reached.current === rows) return
    const frame = requestAnimationFrame(() => {
      reached.current = rows
      redraw(undefined)
    })
    return () => cancelAnimationFrame(frame)
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
      const { count: many, rowHeight: high } = last.current
      const before = inSight(many, high, seen.current)
      seen.current = next
      const now = inSight(many, high, next)
      if (before.from !== now.from || before.to !== now.to) redraw(undefined)
    }
    let still: ReturnType<typeof setTimeout> | undefined
    const moved = (): void => {
      clearTimeout(still)
      element.classList.add("is-moving")
      still = setTimeout(() => element.classList.remove("is-moving"), rest)
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
  return inSight(count, rowHeight, seen.current, beyond)
}
