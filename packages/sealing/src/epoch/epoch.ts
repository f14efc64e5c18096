// Epoch keys: made with their envelopes, opened and proved. A key is used only if its envelope names this very place and the
// signed roster entry fixed its hash; otherwise a server could hand correct members a key that it knows.
import {
  type Bytes,
  type Envelope,
  type Hash,
  type Id,
  type KeyId,
  type Recipient,
  type RosterChange,
  epochKeyBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  labels,
  toBase64,
  toHex,
  utf8,
} from "@safe-conduct/wire"
import { type Identity, ageOpen, ageSeal, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { derive, hashOf, randomBytes } from "../primitives/hash.ts"
import { envelopeHash, envelopesHash } from "./envelope-hash.ts"

export interface EpochMember {
  readonly id: Id
  readonly kid: KeyId
  readonly seal: Recipient
}

/** Who reads every epoch without being on any roster: its recipient as the proved directory certifies it. */
export interface RecoveryReader {
  readonly reader: Id
  readonly certificate: { readonly recipient: Recipient }
}

/**
 * A fresh key, the roster change that announces it and one envelope a reader: the members in order, then recovery where the desk has
 * one. Recipients must come from the proved directory.
 */
export async function newEpoch(
  desk: Id,
  stream: Id,
  epoch: number,
  members: readonly EpochMember[],
  recovery: RecoveryReader | null = null,
): Promise<{ key: Bytes; change: RosterChange; envelopes: Envelope[] }> {
  const key = randomBytes(32)
  const readers = [...members, ...(recovery === null ? [] : [{ id: recovery.reader, seal: recovery.certificate.recipient }])]
  const envelopes = await Promise.all(
    readers.map(async ({ id, seal }) => {
      const plain = utf8(JSON.stringify({ v: 1, kind: "epoch-key", desk, stream, epoch, member: id, key: toHex(key) }))
      return { member: id, sealed: toBase64(await ageSeal([seal], plain)) }
    }),
  )
  const change: RosterChange = {
    epoch,
    members: members.map(({ id, kid }) => ({ id, kid })),
    keyHash: hashOf(epochKeyBytes(desk, stream, epoch, key)),
    envelopesHash: envelopesHash(envelopes.map((e) => ({ member: e.member, hash: envelopeHash(e.sealed) }))),
  }
  return { key, change, envelopes }
}

/** The epoch's key, or null when the envelope is for another place, another member, or holds a key the roster did not announce. */
export async function openEnvelope(
  sealed: string,
  identity: Identity,
  expected: { desk: Id; stream: Id; epoch: number; member: Id; keyHash: Hash },
): Promise<Bytes | null> {
  const plain = await ageOpen(identity, fromBase64(sealed))
  if (!plain) return null
  try {
    const e = JSON.parse(fromUtf8(plain)) as Record<string, unknown>
    const { desk, stream, epoch, member, keyHash } = expected
    if (
      e["v"] !== 1 ||
      e["kind"] !== "epoch-key" ||
      e["desk"] !== desk ||
      e["stream"] !== stream ||
      e["epoch"] !== epoch ||
      e["member"] !== member
    )
      return null
    const key = fromHex(e["key"] as string)
    return key.length === 32 && hashOf(epochKeyBytes(desk, stream, epoch, key)) === keyHash ? key : null
  } catch {
    return null
  }
}

/** The identity behind a case's `sealTo`: later messages of a mailbox go to this stream's roster only. */
export async function streamIdentity(desk: Id, stream: Id, epochKey: Uint8Array): Promise<{ identity: Identity; recipient: Recipient }> {
  const identity = identityFromSeed(derive(epochKey, desk, labels.sealTo, 32, utf8(stream)))
  return { identity, recipient: await recipientOf(identity) }
}
