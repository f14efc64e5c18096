// A whole page of cards at once, for whoever looks at what the server gave.
import { type CardPage, type Frame, framesAt, pageOf } from "../member/card-frames.ts"

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
