// "Keep open on this phone": thirteen words are not typed every day, so whoever has a phone of her own may leave the code on it under a
// number of her own choosing. That is weaker than paper and is said to be: ten wrong tries forget it here, and a laboratory that copies
// the phone is not counted. It lies apart from drafts, so that erasing one leaves the other.
import { ageOpenPassphrase } from "@safe-conduct/sealing/open"
import { ageSealPassphrase } from "@safe-conduct/sealing/seal"
import { DAY } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import type { Shelf } from "./device.ts"

/** Digits or letters, at least. */
export const PIN_LENGTH = 6
export const PIN_TRIES = 10
/** Days without use after which the code is forgotten. */
export const KEPT_DAYS = 90
const NAME = "code"

interface Kept {
  /** An age file under the number. */
  readonly sealed: Uint8Array
  /** Wrong tries since the last right one, counted before each try: a page that is killed in between has tried. */
  readonly tried: number
  /** Milliseconds since 1970, of the last use. */
  readonly at: number
}

export interface KeptCode {
  /** False where the browser denies storage: then nothing is offered. */
  readonly lasting: boolean
  there(): Promise<boolean>
  /** Refuses `pin-short` and `pin-plain`. */
  keep(code: Uint8Array, pin: string): Promise<Result<null>>
  /** Refuses `pin-wrong` with `left` tries, `pin-forgotten` after the last, and `no-kept-code`. */
  open(pin: string): Promise<Result<Uint8Array>>
  drop(): Promise<void>
}

/** `now` in milliseconds since 1970. */
export function keptCode(shelf: Shelf, now: () => number): KeptCode {
  async function held(): Promise<Kept | null> {
    const kept = (await shelf.get(NAME)) as Kept | undefined
    if (kept === undefined) return null
    if (now() - kept.at <= KEPT_DAYS * DAY && kept.tried < PIN_TRIES) return kept
    await shelf.drop(NAME)
    return null
  }
  return {
    lasting: shelf.lasting,
    there: async () => (await held()) !== null,
    async keep(code, pin) {
      const digits = plain(pin)
      if ([...digits].length < PIN_LENGTH) return no("pin-short", "The number is too short.", { params: { least: PIN_LENGTH } })
      if (isPlain(digits)) return no("pin-plain", "The number is the first that anybody tries.")
      await shelf.put(NAME, { sealed: await ageSealPassphrase(digits, code), tried: 0, at: now() } satisfies Kept)
      return ok(null)
    },
    async open(pin) {
      const kept = await held()
      if (kept === null) return no("no-kept-code", "No code is kept here.")
      const tried = kept.tried + 1
      await shelf.put(NAME, { ...kept, tried } satisfies Kept)
      const code = await ageOpenPassphrase(plain(pin), kept.sealed)
      if (code !== null) {
        await shelf.put(NAME, { ...kept, tried: 0, at: now() } satisfies Kept)
        return ok(code)
      }
      if (tried < PIN_TRIES) return no("pin-wrong", "Another number.", { params: { left: PIN_TRIES - tried } })
      await shelf.drop(NAME)
      return no("pin-forgotten", "Too many tries: the code is no longer kept here.")
    },
    drop: () => shelf.drop(NAME),
  }
}

/** As typed, without the spaces that a keyboard adds. */
const plain = (pin: string): string => pin.normalize("NFKC").replace(/\s/gu, "").toLowerCase()

/** One sign over and over, or a run up or down the keys: 000000, 123456, 654321. */
function isPlain(pin: string): boolean {
  const signs = [...pin].map((sign) => sign.codePointAt(0) as number)
  const steps = new Set(signs.slice(1).map((sign, at) => sign - (signs[at] as number)))
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] as number)
}
