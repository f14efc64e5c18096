// What the server keeps beside the chains: each row is made again from signed entries, or carries a signature of its own.
// Nobody signs a stream's `wake`, `opened` and `changed`, who began an upload and when, sessions, or wraps: those are not judged.
import {
  activeAt,
  answerIdOf,
  askIdOf,
  directoryIdOf,
  envelopesHash,
  hashOf,
  readersOf,
  verifySignature,
} from "@safe-conduct/sealing/verify"
import { type Objects, type Tables, counted } from "@safe-conduct/server"
import { Hash, type Id, PublicKey, StreamKind, cardBytes, read } from "@safe-conduct/wire"
import { digest } from "@safe-conduct/sealing/verify"
import type { Chain, Trust } from "./chain.ts"
import { type Fault, fault } from "./fault.ts"

type Streams = ReadonlyMap<Id, Tables["stream"]>
type Chains = ReadonlyMap<Id, Chain>

/** A stream's row: where it stands is where its last entry stands, and the two sides of a mailbox name each other. */
export function streamFault(trust: Trust, row: Tables["stream"], chain: Chain | null, streams: Streams, chains: Chains): Fault | null {
  const stream = row.stream as Id
  const no = (code: string, message: string): Fault => fault(code, message, stream)
  const wrong = () => no("stream-row-differs", "The stream's row does not say what its entries say.")
  if (!read(StreamKind, row.kind).ok || (row.kind === "directory") !== (stream === directoryIdOf(trust.desk)))
    return no("stream-kind", "The stream is not of the kind that its row says.")
  if (row.kind === "ask" || row.kind === "answer") {
    const ask = row.kind === "ask" ? row : streams.get(row.pair as Id)
    const key = ask?.kind === "ask" ? (ask.key as PublicKey | null) : null
    if (
      ask === undefined ||
      key === null ||
      !read(PublicKey, key).ok ||
      askIdOf(trust.desk, key) !== ask.stream ||
      answerIdOf(trust.desk, key) !== ask.pair
    )
      return no("mailbox-torn", "The two sides of this mailbox do not belong together.")
    if ((row.kind === "answer" && (ask.pair !== stream || row.key !== null)) || streams.get(ask.pair as Id)?.pair !== ask.stream)
      return no("mailbox-torn", "The two sides of this mailbox do not belong together.")
    if (chain === null) {
      const genesis = chains.get(ask.stream as Id)
      if (row.kind === "ask" || genesis === undefined || row.seq !== -1 || !/^0{64}$/.test(row.head))
        return no("stream-empty", "The stream has a row and no entries.")
      // Its other marks are those with which the mailbox was opened.
      const opened = genesis.marks.has(`${row.epoch} ${row.dir_seq}`) && row.hour === genesis.hours[0] && row.wake === 0
      return opened ? null : wrong()
    }
  } else if (row.key !== null || row.pair !== null || (row.wake !== 0 && row.wake !== 1)) return wrong()
  if (chain === null) return no("stream-empty", "The stream has a row and no entries.")
  if (row.seq < chain.head.seq) return fault("stream-row-differs", "The stream's row stands before its last entry.", stream, chain.head.seq)
  if (row.seq > chain.head.seq) return fault("entry-missing", "The stream's last entries are not here.", stream, chain.head.seq + 1)
  if (row.head !== chain.head.hash || row.hour !== chain.hour || row.dir_seq !== chain.dirSeq) return wrong()
  return row.epoch === (row.kind === "directory" ? 0 : chain.epoch) ? null : wrong()
}

/** Streams that an entry was written on top of stood there. */
export function guardFault(chain: Chain, chains: Chains): Fault | null {
  for (const { seq, stream, at, hash } of chain.guards) {
    if (at === -1 || chains.get(stream)?.hashes[at] === hash) continue
    return fault("guarded-entry-missing", `The entry rests on another stream's entry ${at} that is not here.`, chain.said.stream, seq)
  }
  return null
}

export function envelopesFault(row: Tables["envelope"], destroyed: boolean): Fault | null {
  const formed = read(Hash, row.hash).ok
  if (formed && row.sealed === null && destroyed) return null
  if (formed && row.sealed === null)
    return fault("envelope-missing", `An envelope of epoch ${row.epoch} is gone, and nobody destroyed it.`, row.stream)
  if (formed && row.sealed !== null && hashOf(row.sealed) === row.hash) return null
  return fault("envelope-differs", `An envelope of epoch ${row.epoch} is not the one that was announced.`, row.stream)
}

/** The server's copy of who writes here, and one envelope for each reader of each epoch, as the roster's entry announced them. */
export function rosterFault(
  chain: Chain | null,
  stream: Id,
  members: readonly Tables["roster"][],
  envelopes: readonly Omit<Tables["envelope"], "sealed">[],
): Fault | null {
  const roster = chain?.rosters.at(-1)
  const same =
    members.length === (roster?.members.length ?? 0) &&
    members.every(({ member, kid, place }, n) => place === n && roster?.members[n]?.id === member && roster.members[n]?.kid === kid)
  if (!same) return fault("roster-differs", "The stored roster is not the one that its members signed.", stream)
  const epochs = Map.groupBy(envelopes, (row) => row.epoch)
  if (epochs.size !== (chain?.rosters.length ?? 0)) return fault("envelope-missing", "Epochs and envelopes do not agree.", stream)
  for (const [n, announced] of (chain?.rosters ?? []).entries()) {
    const rows = epochs.get(n + 1) ?? []
    const readers = readersOf(announced)
    const inOrder = readers.flatMap((member) => rows.find((row) => row.member === member) ?? [])
    const hashes = inOrder.map((row) => ({ member: row.member as Id, hash: row.hash as Hash }))
    if (rows.length !== readers.length || inOrder.length !== readers.length)
      return fault("envelope-missing", `Epoch ${n + 1} does not have one envelope for each of its readers.`, stream)
    if (envelopesHash(hashes) !== announced.envelopesHash)
      return fault("envelope-differs", `An envelope of epoch ${n + 1} is not the one that was announced.`, stream)
  }
  return null
}

/** A card tells of an entry that stands, and is signed by somebody on the stream's roster at that place or since. */
export async function cardFault({ desk, byKid, directory }: Trust, row: Tables["card"], chain: Chain | null): Promise<Fault | null> {
  const no = (code: string, message: string): Fault => fault(code, message, row.stream, row.through_seq)
  if (chain?.said.kind !== "shared") return no("card-astray", "A card belongs to a stream that has none.")
  if (chain.hashes[row.through_seq] !== row.through_hash) return no("card-through", "The card tells of an entry that is not here.")
  if ((row.own !== 0 && row.own !== 1) || !read(Hash, row.through_hash).ok)
    return no("card-malformed", "The card is not written as cards are.")
  const author = byKid.get(row.author as Id)
  const everOn = chain.rosters.some((roster) => roster.members.some(({ kid }) => kid === row.author))
  if (author === undefined || !everOn || !activeAt(author, author.since) || author.since > directory.head.seq)
    return no("card-author", "The card's author never stood on this stream's roster.")
  if (row.own === 1 && !chain.rosters.some((roster) => roster.epoch === row.card_epoch))
    return no("card-epoch", "The card is sealed under an epoch that the stream never had.")
  let signed = false
  try {
    const place = {
      desk,
      stream: row.stream as Id,
      version: row.version,
      cardEpoch: row.card_epoch,
      own: row.own === 1,
      through: { seq: row.through_seq, hash: row.through_hash as Hash },
      author: row.author as Id,
    }
    signed = await verifySignature(author.certificate.sign, cardBytes(place, hashOf(row.sealed), row.sealed.length), row.signature)
  } catch {
    // A number or hash that no card can carry.
  }
  return signed ? null : no("card-signature", "The card's signature does not hold.")
}

/** Every listed file is here, whole, under the row that says how large it is; and no list was added that no entry made. */
export async function objectsFault(
  listings: ReadonlyMap<Id, readonly Tables["listing"][]>,
  rows: ReadonlyMap<Id, readonly Tables["object"][]>,
  streams: Streams,
  chains: Chains,
  objects: Objects | null,
): Promise<Fault | number> {
  const listed = new Map<Id, Set<Id>>()
  for (const { said, objects: held } of chains.values())
    for (const object of held) listed.set(object, (listed.get(object) ?? new Set<Id>()).add(said.stream))
  for (const [object, at] of listings)
    for (const { stream } of at)
      if (!listed.get(object)?.has(stream as Id))
        return fault("listing-astray", `No entry of this stream lists the file ${object}.`, stream)
  for (const [object, at] of listed) {
    for (const stream of at)
      if (!listings.get(object)?.some((row) => row.stream === stream))
        return fault("listing-missing", `The list of files lacks ${object}.`, stream)
    const [stream] = at
    const row = rows.get(object)?.[0]
    if (row === undefined || row.complete !== 1) return fault("file-missing", `The file ${object} is not here.`, stream)
    const owner = [...at].find((one) => streams.get(one)?.kind === "ask")
    if (owner !== undefined && row.owner !== owner)
      return fault("file-owner", `The file ${object} is listed by a mailbox that did not send it.`, owner)
    if ((row.mailbox === 1) !== (streams.get(row.owner as Id)?.kind === ("ask" satisfies StreamKind)))
      return fault("file-owner", `The row of file ${object} does not say who sent it.`, stream)
    const found = objects === null ? null : await partsFault(objects, row, stream)
    if (found) return found
  }
  return listed.size
}

async function partsFault(objects: Objects, row: Tables["object"], stream: Id | undefined): Promise<Fault | null> {
  const object = row.object as Id
  const parts = await objects.parts(object)
  if (parts.length !== row.parts)
    return fault("file-part-missing", `The file ${object} has ${row.parts} parts and ${parts.length} are here.`, stream)
  const sizes: number[] = []
  for (const { part, hash } of parts) {
    const held = await objects.read(object, part)
    if (held === null || (await digest(held)) !== hash)
      return fault("file-part-damaged", `Part ${part} of the file ${object} is damaged.`, stream)
    sizes.push(held.length)
  }
  return counted(sizes) === row.bytes ? null : fault("file-size", `The row of file ${object} does not say how large it is.`, stream)
}
