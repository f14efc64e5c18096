// A card's signature, checked before it is opened; the author must hold the card's epoch (the caller knows the directory).
import { type Card, type PublicKey, type Refusal, cardBytes, fromBase64, refuse } from "@safe-conduct/wire"
import { hashOf } from "../primitives/hash.ts"
import { verifySignature } from "../primitives/sign.ts"

export async function verifyCard(card: Card, key: PublicKey): Promise<Refusal | null> {
  const sealed = fromBase64(card.sealed)
  return (await verifySignature(key, cardBytes(card, hashOf(sealed), sealed.length), card.signature))
    ? null
    : refuse("bad-signature", "The card's signature does not hold.", "/card/signature")
}
