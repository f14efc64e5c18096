// All that the desk and the frame of a hostile file may say to each other. The frame draws what a stranger sent, so whatever comes out
// of it is checked here, key by key, and anything else ends the frame.
export const shownKinds = ["image", "pdf", "audio", "video", "text"] as const
export type ShownKind = (typeof shownKinds)[number]

/** Code and tables that the frame cannot fetch and is handed, each only once it asks. */
export const pieces = ["pdf", "pdf-worker", "pdf-fonts", "pdf-maps", "pdf-wasm", "heic", "heic-wasm"] as const
export type Piece = (typeof pieces)[number]

/** Said once, with the bytes and one end of a channel. */
export interface Opening {
  readonly open: ShownKind
  /** MIME type by the file's own first bytes. */
  readonly type: string
  /** For text: the encoding to read it by. */
  readonly encoding: string
  /** What a screen reader says of the picture or the recording. */
  readonly name: string
  readonly dark: boolean
  readonly bytes: ArrayBuffer
}

export type Order =
  | { readonly do: "page"; readonly page: number }
  /** Per cent of what fits the width. */
  | { readonly do: "zoom"; readonly zoom: number }
  | { readonly do: "turn" }
  | { readonly do: "copy" }
  | { readonly do: "give"; readonly piece: Piece; readonly bytes: ArrayBuffer }

export const whys = ["damaged", "too-large", "too-long", "locked"] as const
export type Why = (typeof whys)[number]

export interface Shown {
  readonly says: "shown"
  readonly pages: number
  readonly page: number
  readonly zoom: number
  /** Height that the content asks for, in CSS pixels. */
  readonly height: number
  /** Whether only the beginning is shown. */
  readonly cut: boolean
}

export type Saying =
  | Shown
  | { readonly says: "need"; readonly piece: Piece }
  | { readonly says: "cannot"; readonly why: Why }
  | { readonly says: "copy"; readonly bytes: ArrayBuffer }
  | { readonly says: "close" }

/** In per cent; one is "fits the width". */
export const zooms: readonly number[] = [50, 75, 100, 150, 200, 300, 400]
export const pageLimit = 2_000
/** Bytes of a re-encoded picture. */
export const copyLimit = 80_000_000

const whole = (value: unknown, from: number, to: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= from && value <= to
const among = <T extends string>(list: readonly T[], value: unknown): value is T => (list as readonly unknown[]).includes(value)
const isBuffer = (value: unknown): value is ArrayBuffer => Object.prototype.toString.call(value) === "[object ArrayBuffer]"

/** What the frame said, or null where it is none of the sentences above. A copy is made: nothing of the frame's object is kept. */
export function readSaying(data: unknown): Saying | null {
  if (typeof data !== "object" || data === null) return null
  const given = data as Readonly<Record<string, unknown>>
  const only = (...keys: readonly string[]): boolean => Object.keys(given).sort().join() === ["says", ...keys].sort().join()
  const { says, piece, why, bytes, pages, page, zoom, height, cut } = given
  if (says === "shown") {
    if (!only("pages", "page", "zoom", "height", "cut") || typeof cut !== "boolean") return null
    if (!whole(pages, 1, pageLimit) || !whole(page, 1, pages) || !whole(zoom, 1, 1_000) || !whole(height, 0, 100_000)) return null
    return { says, pages, page, zoom, height, cut }
  }
  if (says === "need") return only("piece") && among(pieces, piece) ? { says, piece } : null
  if (says === "cannot") return only("why") && among(whys, why) ? { says, why } : null
  if (says === "copy") return only("bytes") && isBuffer(bytes) && bytes.byteLength <= copyLimit ? { says, bytes } : null
  return says === "close" && only() ? { says } : null
}
