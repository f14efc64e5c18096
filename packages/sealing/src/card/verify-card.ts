// A card's signature, checked before it is opened; the author must hold the card's epoch (the caller knows the directory).
import { type Card, type PublicKey, type Refusal, cardBytes, fromBase64, refuse } from "@safe-conduct/wire"
import { digest } from "../primitives/hash.ts"
import { verifySignature } from "../primitives/sign.ts"

/** `sealed`: the bytes of `card.sealed`, where the caller has read them already. */
export async function verifyCard(card: Card, key: PublicKey, sealed: Uint8Array = fromBase64(card.sealed)): Promise<Refusal | null> {
  // What tells of no entry cannot even be written as signed bytes.
  if (card.through.seq < 0) return refuse("malformed", "The card tells of no entry.", "/card/through")
  return (await verifySignature(key, cardBytes(card, await digest(sealed), sealed.length), card.signature))
    ? null
    : refuse("bad-signature", "The card's signature does not hold.", "/card/signature")
}
