// When nobody has touched the page for half an hour, or twelve hours after signing in whatever was done: the screen locks. A laptop
// that slept through the time locks before it shows anything.
export const idleMinutes = { rest: 30, whole: 12 * 60 } as const

export interface IdleGiven {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly onIdle: () => void
  /** The page, or what stands for it in a test. */
  readonly page?: Pick<Document, "addEventListener" | "removeEventListener">
}

const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const
const looks = ["visibilitychange", "resume"] as const
const every = 15_000

/** Watches from now on; the answer ends it. Calls once. */
export function watchIdle({ now, onIdle, page = document }: IdleGiven): () => void {
  const began = now()
  let last = began
  const over = (): boolean => now() - last >= idleMinutes.rest * 60_000 || now() - began >= idleMinutes.whole * 60_000
  const look = (): void => {
    if (!over()) return
    stop()
    onIdle()
  }
  /** Who comes back after the time is over does not begin it anew. */
  const sign = (): void => {
    if (over()) look()
    else last = now()
  }
  const timer = setInterval(look, every)
  for (const name of signs) page.addEventListener(name, sign, { capture: true, passive: true })
  for (const name of looks) page.addEventListener(name, look)
  function stop(): void {
    clearInterval(timer)
    for (const name of signs) page.removeEventListener(name, sign, { capture: true })
    for (const name of looks) page.removeEventListener(name, look)
  }
  return stop
}
