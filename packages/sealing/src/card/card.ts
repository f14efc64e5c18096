// Cards: sealed, bound to their place and signed; a list opens from them without folding every chain.
import {
  type Bytes,
  type Card,
  type Head,
  type Id,
  cardAad,
  cardBucket,
  cardBytes,
  fromBase64,
  fromUtf8,
  labels,
  toBase64,
  utf8,
} from "@safe-conduct/wire"
import { kidOf } from "../ids.ts"
import { pad, unpad } from "../padding.ts"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { deriveOnce, hashOf } from "../primitives/hash.ts"
import type { Signing } from "../primitives/sign.ts"

/** `key` is the card epoch's: of the register, or of the stream itself where `own`. Null when the facts exceed 4 KiB. */
export async function sealCard(
  place: { desk: Id; stream: Id; version: number; cardEpoch: number; own: boolean; through: Head },
  signing: Signing,
  epochKey: Uint8Array,
  facts: unknown,
): Promise<Card | null> {
  const padded = pad(utf8(JSON.stringify(facts)), cardBucket)
  if (!padded) return null
  const sealed = await aeadSeal(cardKey(place.desk, epochKey), padded, cardAad(place))
  const author = kidOf(signing.key)
  const signature = await signing.sign(cardBytes({ ...place, author }, hashOf(sealed), sealed.length))
  return { ...place, sealed: toBase64(sealed), author, signature }
}

const cardKey = (desk: Id, epochKey: Uint8Array): Bytes => deriveOnce(epochKey, desk, labels.cardKey)

/** The facts, or null; believe them only once the signature is verified too. `sealed`: the bytes of `card.sealed`, where they are read already. */
export async function openCard(card: Card, epochKey: Uint8Array, sealed: Uint8Array = fromBase64(card.sealed)): Promise<unknown> {
  const padded = await aeadOpen(cardKey(card.desk, epochKey), sealed, cardAad(card))
  const bytes = padded && unpad(padded)
  return bytes ? JSON.parse(fromUtf8(bytes)) : null
}
