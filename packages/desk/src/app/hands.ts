// Whether somebody scrolls, points or types just now. What nobody waits for is done when she rests: each picture of hers comes in time.

/** So many milliseconds without a sign of her, and she rests. */
const quiet = 400
const signs = ["scroll", "wheel", "touchmove", "pointerdown", "keydown"] as const

export interface Hands {
  readonly busy: () => boolean
  readonly stop: () => void
}

/** Watches from now on. `page` stands for the document in a test. */
export function watchHands(
  page: Pick<Document, "addEventListener" | "removeEventListener"> = document,
  now = () => performance.now(),
): Hands {
  let last = Number.NEGATIVE_INFINITY
  const sign = (): void => void (last = now())
  for (const name of signs) page.addEventListener(name, sign, { capture: true, passive: true })
  return {
    busy: () => now() - last < quiet,
    stop() {
      for (const name of signs) page.removeEventListener(name, sign, { capture: true })
    },
  }
}
