// A member's two seeds: one opens, one signs. Never escrowed: a member who lost everything is enrolled anew.
import { type Bytes, type Id, type MemberCertificate, type Recipient, labels } from "@safe-conduct/wire"
import { kidOf } from "../ids.ts"
import { type Identity, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { derive, randomBytes } from "../primitives/hash.ts"
import { type Signing, signingFromSeed } from "../primitives/sign.ts"

export interface Seeds {
  readonly open: Bytes
  readonly sign: Bytes
}

export const newSeeds = (): Seeds => ({ open: randomBytes(32), sign: randomBytes(32) })

export interface MemberKeys {
  readonly signing: Signing
  readonly kid: Id
  readonly identity: Identity
  readonly recipient: Recipient
}

/**
 * Keys in use. Seeds of an admin in genesis exist before the desk has an id, so these two derivations are salted with the
 * member's own id instead of the desk's.
 */
export async function memberKeys(member: Id, seeds: Seeds): Promise<MemberKeys> {
  const signing = signingFromSeed(derive(seeds.sign, member, labels.memberSign, 32))
  const identity = identityFromSeed(derive(seeds.open, member, labels.memberOpen, 32))
  return { signing, kid: kidOf(signing.key), identity, recipient: await recipientOf(identity) }
}

export const certificateOf = (member: Id, keys: MemberKeys): MemberCertificate => ({
  member,
  sign: keys.signing.key,
  seal: keys.recipient,
  pq: "",
})

/** The desk root, a reserve root, a reply key: bare Ed25519 seeds. */
export const newSigningSeed = (): Bytes => randomBytes(32)

/** An intake secret: a bare identity. */
export async function newIntakeIdentity(): Promise<{ identity: Identity; recipient: Recipient }> {
  const identity = identityFromSeed(randomBytes(32))
  return { identity, recipient: await recipientOf(identity) }
}
