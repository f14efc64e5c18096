// Only the rows in sight are drawn, so that ten thousand scroll as forty do. Joins the virtual core to preact.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from "@tanstack/virtual-core"
import { useEffect, useLayoutEffect, useMemo, useReducer } from "preact/hooks"

export interface Virtual {
  readonly items: readonly VirtualItem[]
  readonly total: number
  readonly scrollTo: (index: number) => void
}

export function useVirtual(frame: { readonly current: HTMLElement | null }, count: number, rowHeight: number): Virtual {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const virtual = useMemo(() => {
    const options = {
      count: 0,
      getScrollElement: () => frame.current,
      estimateSize: () => rowHeight,
      overscan: 8,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => redraw(undefined),
    }
    return { core: new Virtualizer<HTMLElement, HTMLElement>(options), options }
  }, [])
  virtual.core.setOptions({ ...virtual.options, count, estimateSize: () => rowHeight })
  useEffect(() => virtual.core._didMount(), [])
  useLayoutEffect(() => virtual.core._willUpdate())
  useEffect(() => virtual.core.measure(), [rowHeight])
  return {
    items: virtual.core.getVirtualItems(),
    total: virtual.core.getTotalSize(),
    scrollTo: (index) => virtual.core.scrollToIndex(index, { align: "auto" }),
  }
}
