// A page of cards as it comes over the wire, read by hand: ten thousand rows through a schema library take longer than opening them.
// A property test beside this file holds it to wire's schema.
import { type Bytes, type CardRow, fromBase64, fromUtf8 } from "@safe-conduct/wire"

/** A row, and the sealed bytes that its text stands for. */
export interface Frame {
  readonly row: CardRow
  readonly sealed: Bytes
}
export interface CardPage {
  readonly cursor: number
  readonly more: boolean
  /** Where in the page each frame begins, and the page's end. */
  readonly places: readonly number[]
}

const FIRST = 9

/** u64 next cursor ‖ u8 more ‖ frames of u32 length ‖ UTF-8 JSON. Null when the lengths do not lead to the end; no frame is read yet. */
export function pageOf(bytes: Uint8Array): CardPage | null {
  if (bytes.length < FIRST) return null
  const cursor = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0))
  const places = placesIn(bytes, FIRST)
  return places === null ? null : { cursor, more: bytes[FIRST - 1] === 1, places }
}

/** Of a page told backwards: its newest change, and the bytes of the page itself, whose cursor leads on backwards. Null where it is none. */
export function newestOf(bytes: Bytes): { readonly newest: number; readonly page: Bytes } | null {
  if (bytes.length < 8) return null
  const newest = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0))
  return Number.isSafeInteger(newest) ? { newest, page: bytes.subarray(8) } : null
}

/** Where frames begin from a place on, and the end of the bytes. */
export function placesIn(bytes: Uint8Array, from = 0): readonly number[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = [from]
  for (let at = from; at < bytes.length; places.push(at)) {
    if (at + 4 > bytes.length) return null
    at += 4 + view.getUint32(at)
    if (at > bytes.length) return null
  }
  return places
}

/** So many frames are read at a time: what one leaves behind has gone before the next ones come, and is not carried along. */
const AT_ONCE = 64

/** The frames at these places, a few at a time. Null once one of them is none. */
export function* framesAt(bytes: Uint8Array, places: readonly number[]): Generator<readonly Frame[] | null> {
  for (let from = 0; from < places.length - 1; from += AT_ONCE) {
    const frames: Frame[] = []
    for (let n = from; n < Math.min(from + AT_ONCE, places.length - 1); n++) {
      const frame = frameOf(bytes.subarray((places[n] as number) + 4, places[n + 1]))
      if (frame === null) return yield null
      frames.push(frame)
    }
    yield frames
  }
}

function frameOf(bytes: Uint8Array): Frame | null {
  try {
    const row: unknown = JSON.parse(fromUtf8(bytes))
    return isCardRow(row) ? { row, sealed: fromBase64(row.card.sealed) } : null
  } catch {
    return null
  }
}

const idForm = /^[a-z2-7]{25}[aeimquy4]$/
const hashForm = /^[0-9a-f]{64}$/
const signatureForm = /^[A-Za-z0-9+/]{86}==$/

const whole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && least <= (value as number) && (value as number) <= most
const text = (value: unknown, form: RegExp): boolean => typeof value === "string" && form.test(value)
const hasKeys = (value: unknown, count: number): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  let found = 0
  for (const _ in value) found++
  return found === count
}
const isHead = (value: unknown): boolean =>
  hasKeys(value, 2) && whole(value["seq"], -1, Number.MAX_SAFE_INTEGER) && text(value["hash"], hashForm)

/** As wire's CardRow, but for the form of `sealed`, which its reading as base64 checks. */
export function isCardRow(value: unknown): value is CardRow {
  if (!hasKeys(value, 2) || !isHead(value["head"])) return false
  const card = value["card"]
  return (
    hasKeys(card, 9) &&
    text(card["desk"], idForm) &&
    text(card["stream"], idForm) &&
    whole(card["version"], 1, Number.MAX_SAFE_INTEGER) &&
    whole(card["cardEpoch"], 0, 0xffff_ffff) &&
    typeof card["own"] === "boolean" &&
    isHead(card["through"]) &&
    typeof card["sealed"] === "string" &&
    card["sealed"].length <= 6000 &&
    text(card["author"], idForm) &&
    text(card["signature"], signatureForm)
  )
}
