// What the 13 words' 16 bytes turn into: the key that writes the mailbox, the identity that opens its replies, and child codes.
import { type Bytes, type Id, type PublicKey, type Recipient, labels, u32be } from "@safe-conduct/wire"
import { answerIdOf, askIdOf } from "../ids.ts"
import { type Identity, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { derive, randomBytes } from "../primitives/hash.ts"
import { type Signing, signingFromSeed } from "../primitives/sign.ts"

/** 121 random bits, left-aligned in 16 bytes: the last seven bits are zero. */
export const newCode = (): Bytes => mask(randomBytes(16))

function mask(bytes: Bytes): Bytes {
  bytes[15] = (bytes[15] as number) & 0x80
  return bytes
}

export interface CodeKeys {
  readonly signing: Signing
  readonly key: PublicKey
  /** The writing side's id: also the author of its entries. */
  readonly ask: Id
  readonly answer: Id
  /** Opens replies; its recipient travels inside the sealed request. */
  readonly identity: Identity
  readonly replyTo: Recipient
}

export async function codeKeys(desk: Id, code: Uint8Array): Promise<CodeKeys> {
  if (code.length !== 16 || ((code[15] as number) & 0x7f) !== 0) throw new RangeError("a code is 121 bits in 16 bytes")
  const signing = signingFromSeed(derive(code, desk, labels.codeSign, 32))
  const identity = identityFromSeed(derive(code, desk, labels.codeOpen, 32))
  return {
    signing,
    key: signing.key,
    ask: askIdOf(desk, signing.key),
    answer: answerIdOf(desk, signing.key),
    identity,
    replyTo: await recipientOf(identity),
  }
}

/** A full code of its own for one client of a folder: known to the folder's holder, telling nothing of its siblings. */
export const childCode = (desk: Id, folder: Uint8Array, index: number): Bytes =>
  mask(derive(folder, desk, labels.childCode, 16, u32be(index)))
