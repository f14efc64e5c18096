// What a member's device keeps of cards that were opened and verified on it: sealed under a key that comes back only with her opening
// seed, bound to her and her desk. Bytes of another member or desk, or altered ones, open to nothing.
import { type Bytes, type Id, idBytes, labels, pae } from "@safe-conduct/wire"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { derive } from "../primitives/hash.ts"

export interface KeepPlace {
  readonly desk: Id
  readonly member: Id
}

const keyOf = (openSeed: Uint8Array, { desk, member }: KeepPlace): Bytes => derive(openSeed, desk, labels.keepKey, 32, idBytes(member))
const aadOf = ({ desk, member }: KeepPlace): Bytes => pae(labels.keepAad, idBytes(desk), idBytes(member))

export const sealKeep = (openSeed: Uint8Array, place: KeepPlace, plain: Uint8Array): Promise<Bytes> =>
  aeadSeal(keyOf(openSeed, place), plain, aadOf(place))

export const openKeep = (openSeed: Uint8Array, place: KeepPlace, sealed: Uint8Array): Promise<Bytes | null> =>
  aeadOpen(keyOf(openSeed, place), sealed, aadOf(place))
