// One stream from its first entry to its last, by the rules that server and clients keep: chained, signed by somebody who might write
// there under the directory she knew, with the body that its header names, rosters and epochs in order.
import {
  type Directory,
  type DirectoryMember,
  type Roster,
  activeAt,
  askIdOf,
  epochStale,
  foldRoster,
  hashOf,
  kidOf,
  onRoster,
  seenIdOf,
  verifySignature,
} from "@safe-conduct/sealing/verify"
import {
  type Bytes,
  type Hash,
  type Head,
  type Header,
  Hour,
  Id,
  type KeyId,
  PublicKey,
  type Seen,
  type StreamKind,
  ZERO_HASH,
  headerBytes,
  isRosterBody,
  read,
  readRosterBody,
  readSeenBody,
} from "@safe-conduct/wire"
import { type Fault, fault } from "./fault.ts"

/** An entry as it is stored. */
export interface Stored {
  readonly header: Header
  readonly signature: string
  readonly body: Uint8Array | null
  readonly hour: Hour
  /** What the store says that the header's hash is. */
  readonly hash: Hash
}

/** What is said of a stream beside its entries. */
export interface StreamSaid {
  readonly stream: Id
  readonly kind: StreamKind
  readonly key: PublicKey | null
}

/** A stream that holds. */
export interface Chain {
  readonly said: StreamSaid
  head: Head
  hour: string
  epoch: number
  dirSeq: number
  readonly hashes: Hash[]
  readonly hours: Hour[]
  /** By epoch, from 1. */
  readonly rosters: Roster[]
  readonly objects: Set<Id>
  readonly guards: { readonly seq: number; readonly stream: Id; readonly at: number; readonly hash: Hash }[]
  readonly seen: { readonly seq: number; readonly seen: Seen }[]
  /** Of a mailbox: with which intake number and directory its entries were written. */
  readonly marks: Set<string>
  purged: number
}

export interface Trust {
  readonly desk: Id
  readonly directory: Directory
  /** Every member ever, by the id of her key. */
  readonly byKid: ReadonlyMap<KeyId, DirectoryMember>
  /** Up to which entry two members destroyed what a stream held. */
  readonly destroyed: Map<Id, number>
}

export const trustIn = (directory: Directory): Trust => ({
  desk: directory.desk,
  directory,
  byKid: new Map(Object.values(directory.members).map((member) => [member.kid, member])),
  destroyed: new Map(),
})

export const newChain = (said: StreamSaid): Chain => ({
  said,
  head: { seq: -1, hash: ZERO_HASH },
  hour: "",
  epoch: 0,
  dirSeq: 0,
  hashes: [],
  hours: [],
  rosters: [],
  objects: new Set(),
  guards: [],
  seen: [],
  marks: new Set(),
  purged: 0,
})

const idForm = (text: string): boolean => read(Id, text).ok
const hourForm = (text: string): boolean => read(Hour, text).ok

/** Signatures under way in other threads, while this one reads on. */
export interface Checking {
  readonly rows: readonly Stored[]
  readonly bytes: readonly (Bytes | null)[]
  readonly signers: readonly (PublicKey | null)[]
  readonly signed: Promise<readonly boolean[]>
}

export function checkSignatures(trust: Trust, said: StreamSaid, rows: readonly Stored[]): Checking {
  const signers = rows.map(({ header }) => signerOf(trust, said, header))
  const bytes = rows.map(({ header }) => bytesOrNull(header))
  const signed = rows.map(async ({ signature }, i) => {
    const [key, signedBytes] = [signers[i] ?? null, bytes[i] ?? null]
    return key !== null && signedBytes !== null && verifySignature(key, signedBytes, signature)
  })
  return { rows, bytes, signers, signed: Promise.all(signed) }
}

/** Takes the next entries, in order. Null while everything holds. */
export const takeEntries = (trust: Trust, chain: Chain, rows: readonly Stored[]): Promise<Fault | null> =>
  takeChecked(trust, chain, checkSignatures(trust, chain.said, rows))

export async function takeChecked(trust: Trust, chain: Chain, { rows, bytes, signers, ...checking }: Checking): Promise<Fault | null> {
  const { stream } = chain.said
  const signed = await checking.signed
  for (const [i, row] of rows.entries()) {
    const { header, hash } = row
    const no = (code: string, message: string): Fault => fault(code, message, stream, header.seq)
    if (header.seq !== chain.head.seq + 1)
      return fault(
        "entry-missing",
        `Entry ${chain.head.seq + 1} is not here; ${header.seq} stands in its place.`,
        stream,
        chain.head.seq + 1,
      )
    const own = bytes[i] ? hashOf(bytes[i]) : null
    if (own === null || !wellFormed(row)) return no("malformed-entry", "The entry is not written as entries are.")
    if (own !== hash) return no("hash-differs", "The entry is not the one whose hash is stored with it.")
    if (header.prev !== chain.head.hash) return no("chain-broken", "The entry does not follow the one before it.")
    if (header.desk !== trust.desk || header.stream !== stream) return no("other-stream", "The entry was made for another stream.")
    if (trust.directory.hashes[header.dirSeq] !== header.dirHash)
      return no("unknown-directory-head", "The entry names a directory entry that is not in this directory.")
    if (header.dirSeq < chain.dirSeq) return no("old-directory", "The entry names an older directory than the one before it.")
    if (signers[i] === null) return no("unknown-author", "Nobody who may write here at that time has this key.")
    if (!signed[i]) return no("bad-signature", "The signature does not hold.")
    const gone = header.seq <= (trust.destroyed.get(stream) ?? -1)
    const bad = bodyFault(row, gone, no) ?? placeFault(trust, chain, row, no)
    if (bad) return bad
    if (row.body === null) chain.purged++
    chain.head = { seq: header.seq, hash }
    chain.hour = row.hour
    chain.dirSeq = header.dirSeq
    chain.hashes.push(hash)
    chain.hours.push(row.hour)
    if (!gone) for (const object of header.objects) chain.objects.add(object)
    for (const guard of header.guards) chain.guards.push({ seq: header.seq, stream: guard.stream, at: guard.seq, hash: guard.hash })
  }
  return null
}

/** Null where a number or a hash is none that a header can carry. */
function bytesOrNull(header: Header): Bytes | null {
  try {
    return headerBytes(header)
  } catch {
    return null
  }
}

/** Ids and hours have one spelling: a changed letter that means the same bytes is a change all the same. */
const wellFormed = ({ header, hour }: Stored): boolean =>
  idForm(header.author) && hourForm(hour) && header.objects.every(idForm) && header.guards.every((guard) => idForm(guard.stream))

/** The key that must have signed, or null where nobody might. */
function signerOf(
  { desk, directory, byKid }: Trust,
  { stream, kind, key }: StreamSaid,
  { author, epoch, dirSeq }: Header,
): PublicKey | null {
  if (kind === "ask") return key !== null && read(PublicKey, key).ok && author === stream && askIdOf(desk, key) === stream ? key : null
  if (kind === "answer") {
    const reply = directory.reply.find(({ certificate }) => certificate.number === epoch)?.certificate.key
    return reply !== undefined && kidOf(reply) === author ? reply : null
  }
  const member = byKid.get(author)
  if (member === undefined || !activeAt(member, dirSeq)) return null
  return kind === "seen" && seenIdOf(desk, member.id) !== stream ? null : member.certificate.sign
}

type No = (code: string, message: string) => Fault

/** `gone`: two members destroyed what stood here; a roster stays, since it tells who had the right to write what is gone. */
function bodyFault({ header, body }: Stored, gone: boolean, no: No): Fault | null {
  if (body === null) return gone ? null : no("body-missing", "The body is gone, and no two members destroyed it.")
  if (gone && !isRosterBody(body)) return no("destroyed-is-here", "Two members destroyed this body, and it is here.")
  if (body.length !== header.size) return no("size-differs", "The body is not as long as its header says.")
  return hashOf(body) === header.bodyHash ? null : no("body-differs", "The body is not the one its header names.")
}

/** What this kind of stream asks of an entry at this place. Rosters take effect here. */
function placeFault(trust: Trust, chain: Chain, row: Stored, no: No): Fault | null {
  const { header, body } = row
  const { directory } = trust
  switch (chain.said.kind) {
    case "ask": {
      if (header.seq > 0 && !directory.intake.some(({ certificate }) => certificate.number === header.epoch))
        return no("unknown-intake", "The entry is sealed to an intake key that the directory does not certify.")
      if (header.seq === 0 && (header.size !== 0 || header.objects.length > 0))
        return no("malformed-entry", "A mailbox begins with an empty entry.")
      chain.epoch = header.epoch
      chain.marks.add(`${header.epoch} ${header.dirSeq}`)
      return null
    }
    case "answer":
      chain.epoch = header.epoch
      return null
    case "seen": {
      const seen = body === null ? null : readSeenBody(body)
      if (seen === null || header.epoch !== 0) return no("malformed-seen", "This is no word on the log.")
      if (seen.size < (chain.seen.at(-1)?.seen.size ?? 0)) return no("seen-went-back", "She said that the log was longer before.")
      chain.seen.push({ seq: header.seq, seen })
      return null
    }
    case "directory":
      return null
    case "shared": {
      const roster = chain.rosters.at(-1) ?? null
      if (body !== null && isRosterBody(body)) {
        const change = readRosterBody(body)
        if (change === null || change.epoch !== header.epoch) return no("malformed-roster", "This is not a roster that can be read.")
        const folded = foldRoster(roster, change, header.author, directory, header.dirSeq)
        if (!folded.ok) return no(folded.refusal.error, folded.refusal.message)
        chain.rosters.push(folded.value)
        chain.epoch = change.epoch
        return null
      }
      if (roster === null) return no("no-roster", "A shared stream begins with its roster.")
      if (onRoster(roster, header.author) === null) return no("not-on-roster", "The author is not on the stream's roster.")
      if (header.epoch !== roster.epoch) return no("old-epoch", "The entry is sealed under another epoch than the roster opened.")
      const stale = epochStale(roster, directory, header.dirSeq)
      return stale === null ? null : no(stale.error, stale.message)
    }
  }
}
