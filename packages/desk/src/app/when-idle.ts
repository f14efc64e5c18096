// Work that can wait until the page has nothing better to do. Where a browser does not say when that is, a little now and then.

/** Milliseconds at a stretch, and between two, where nobody says how long one may take. */
const stretch = 8
const rest = 24

/** `act` is told how many milliseconds are left to it. Answers what calls it off. */
export function whenIdle(act: (left: () => number) => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback((idle) => act(() => idle.timeRemaining()))
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(() => {
    const until = performance.now() + stretch
    act(() => until - performance.now())
  }, rest)
  return () => clearTimeout(timer)
}
