// What every kind of file becomes inside the frame: pages that can be drawn, and the one reason why they cannot.
import type { Piece, Why } from "./vocabulary.ts"

export interface View {
  readonly page: number
  /** Per cent of what fits the width. */
  readonly zoom: number
  /** Quarter turns to the right. */
  readonly turned: number
}

export interface Sheet {
  readonly pages: number
  /** Whether only the beginning is shown. */
  readonly cut: boolean
  /** Draws, and tells the height in CSS pixels that the drawing takes. */
  draw(view: View): Promise<number>
  /** The pixels anew, as a file of the plainest kind. */
  copy?(turned: number): Promise<ArrayBuffer>
}

/** Asks the desk for a piece; the same piece is asked for once. */
export type Need = (piece: Piece) => Promise<ArrayBuffer>

export class CannotShow extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** Milliseconds that opening or drawing may take. */
export const patience = 25_000

export function within<T>(work: Promise<T>, onLate?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      onLate?.()
      reject(new CannotShow("too-long"))
    }, patience)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

/** Puts the element on the page in place of what stood there, within reach of the Tab key. */
export function place(element: HTMLElement, name: string): void {
  if (name !== "") element.setAttribute("aria-label", name)
  element.tabIndex = 0
  // What stands already keeps the focus.
  if (element.parentNode !== document.body) document.body.replaceChildren(element)
}

/** Width in CSS pixels that is there to draw on. */
export const room = (): number => Math.max(document.documentElement.clientWidth, 120)
