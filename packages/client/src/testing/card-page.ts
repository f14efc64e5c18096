// A whole page of cards at once, for whoever looks at what the server gave.
import { type CardPage, type Frame, framesAt, pageOf } from "../member/card-frames.ts"

/** So many bytes stand before the page itself: a page told backwards begins with its newest change. */
export const pageBegins = (path: string): number => (path.includes("/newest") ? 8 : 0)

/** Null when anything does not fit. */
export function readFrames(bytes: Uint8Array): (CardPage & { readonly frames: readonly Frame[] }) | null {
  const page = pageOf(bytes)
  if (page === null) return null
  const frames: Frame[] = []
  for (const some of framesAt(bytes, page.places)) {
    if (some === null) return null
    frames.push(...some)
  }
  return { ...page, frames }
}
