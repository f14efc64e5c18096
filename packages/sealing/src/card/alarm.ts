// What an alarm is for, sealed for the members under the register's epoch key and always of one size, so that one of the four that every
// desk has looks like one that somebody needs.
import { ALARM_BYTES, type Bytes, type Id, alarmAad, fromBase64, fromUtf8, labels, toBase64, utf8 } from "@safe-conduct/wire"
import { pad, unpad } from "../padding.ts"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { deriveOnce } from "../primitives/hash.ts"

export interface AlarmPlace {
  readonly desk: Id
  readonly alarm: Id
}

/** Nonce and tag take the rest. */
const INSIDE = ALARM_BYTES - 28
const keyOf = (epochKey: Uint8Array, desk: Id): Bytes => deriveOnce(epochKey, desk, labels.alarmKey)

/** Throws where the reason does not fit: it is made of ids and fixed words, and always does. */
export async function sealAlarm({ desk, alarm }: AlarmPlace, epochKey: Uint8Array, reason: unknown): Promise<string> {
  const padded = pad(utf8(JSON.stringify(reason)), (length) => (length <= INSIDE ? INSIDE : null))
  if (padded === null) throw new RangeError("an alarm's reason is longer than its seal")
  return toBase64(await aeadSeal(keyOf(epochKey, desk), padded, alarmAad(desk, alarm)))
}

/** Null where another epoch, desk or alarm was meant. */
export async function openAlarm({ desk, alarm }: AlarmPlace, epochKey: Uint8Array, sealed: string): Promise<unknown> {
  const padded = await aeadOpen(keyOf(epochKey, desk), fromBase64(sealed), alarmAad(desk, alarm))
  const bytes = padded && unpad(padded)
  return bytes ? JSON.parse(fromUtf8(bytes)) : null
}
