// What lies in every wrap, whichever way in it belongs to: a member's seeds, and the pin of the desk that any unlock brings back.
import { type Bytes, type Head, type Id, fromHex, fromUtf8, toHex, utf8 } from "@safe-conduct/wire"
import type { Seeds } from "./member-keys.ts"

/** What any unlock gives back, the pin of the root among it: a server cannot present another desk to a returning member. */
export interface Wrapped {
  readonly seeds: Seeds
  readonly desk: Id
  readonly rootPrint: string
  readonly directory: Head
  readonly member: Id
  /** The host name that a passkey answers to; empty for words, which answer anywhere. */
  readonly rpId: string
}

/** Where a wrap is kept, and the key that opens it. */
export interface Located {
  readonly locator: Id
  readonly key: Bytes
}

export const writeWrapped = (w: Wrapped): Bytes =>
  utf8(JSON.stringify({ ...w, v: 1, seeds: { open: toHex(w.seeds.open), sign: toHex(w.seeds.sign) } }))

/** Null when it is another desk's. `plain` was authenticated, so its shape is our own. */
export function readWrapped(plain: Uint8Array, desk: Id): Wrapped | null {
  const w = JSON.parse(fromUtf8(plain)) as Omit<Wrapped, "seeds"> & { readonly seeds: { readonly open: string; readonly sign: string } }
  if (w.desk !== desk) return null
  return {
    seeds: { open: fromHex(w.seeds.open), sign: fromHex(w.seeds.sign) },
    desk: w.desk,
    rootPrint: w.rootPrint,
    directory: w.directory,
    member: w.member,
    rpId: w.rpId,
  }
}
