// The signatures of a page of cards: the dearest part of a first sign-in, and one that needs no secret. So it may run beside the
// vault, in threads that hold no key of ours; nothing is shown before they have answered.
import { verifyCard } from "@safe-conduct/sealing/verify"
import type { Id, KeyId, PublicKey } from "@safe-conduct/wire"
import { type Frame, framesAt, placesIn } from "./card-frames.ts"

/** Who may have signed: members by their key's id, those who left included. */
export type Signers = ReadonlyMap<KeyId, PublicKey>

/** For frames as bytes, one number each: 1 where the signature holds. */
export type CardCheck = (frames: Uint8Array<ArrayBuffer>, desk: Id, signers: Signers) => Promise<Uint8Array>

export async function checkFrames(frames: readonly Frame[], desk: Id, signers: Signers): Promise<Uint8Array> {
  const holds = new Uint8Array(frames.length)
  await Promise.all(
    frames.map(async ({ row: { card }, sealed }, n) => {
      const key = signers.get(card.author)
      if (key !== undefined && card.desk === desk && (await verifyCard(card, key, sealed)) === null) holds[n] = 1
    }),
  )
  return holds
}

export const checkHere: CardCheck = async (bytes, desk, signers) => {
  const places = placesIn(bytes) ?? [0]
  const holds = new Uint8Array(places.length - 1)
  let at = 0
  for (const frames of framesAt(bytes, places)) {
    if (frames === null) break
    holds.set(await checkFrames(frames, desk, signers), at)
    at += frames.length
  }
  return holds
}
