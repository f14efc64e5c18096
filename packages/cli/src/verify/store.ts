// A desk's whole store, offline and without any key: the directory under its root, every chain, the log over all of them, and every row
// that the server keeps beside them and that somebody signed. Answers the first thing that does not hold.
import { type Directory, foldDirectory, receiptSigning, rootPrintOf } from "@safe-conduct/sealing/verify"
import { type Inspection, type Objects, type Tables, headerOfRow, purgeOf } from "@safe-conduct/server"
import type { Checkpoint, Entry, Hash, Hour, Id, PublicKey, SignedPurge } from "@safe-conduct/wire"
import { toBase64 } from "@safe-conduct/wire"
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import {
  type Chain,
  type Checking,
  type Stored,
  type StreamSaid,
  type Trust,
  checkSignatures,
  newChain,
  takeChecked,
  trustIn,
} from "./chain.ts"
import { type Fault, type Held, fault } from "./fault.ts"
import { purgedFault, takePurge } from "./purges.ts"
import { type Known, checkpointFault, logFault, placed, withTiles, wordsOn } from "./log.ts"
import { statementFault } from "./statements.ts"
import { cardFault, envelopesFault, guardFault, objectsFault, rosterFault, streamFault } from "./rows.ts"

export interface StoreGiven {
  readonly inspection: Inspection
  readonly desk: Id
  /** The root's fingerprint that the caller trusts; without one the root that is found is told and believed. */
  readonly rootPrint: string | null
  /** Null where the files are not looked at. */
  readonly objects: Objects | null
  /** A checkpoint written down elsewhere. */
  readonly checkpoint: Checkpoint | null
}

export interface Summary {
  readonly desk: Id
  readonly root: string
  readonly trial: boolean
  readonly members: number
  readonly streams: number
  readonly entries: number
  readonly purged: number
  readonly cards: number
  readonly files: number
  readonly log: { readonly size: number; readonly root: Hash; readonly hour: Hour } | null
  /** To be kept elsewhere and given to a later run. */
  readonly checkpoint: Checkpoint | null
  /** Stored and not in the log yet. */
  readonly notInLog: number
  /** Words of members on the log that were compared. */
  readonly seen: number
}

async function gather<T, K>(rows: AsyncIterable<readonly T[]>, key: (row: T) => K): Promise<Map<K, T[]>> {
  const all = new Map<K, T[]>()
  for await (const page of rows)
    for (const row of page) {
      const name = key(row)
      const held = all.get(name)
      if (held) held.push(row)
      else all.set(name, [row])
    }
  return all
}

export async function verifyStore(given: StoreGiven): Promise<Held<Summary>> {
  const { inspection, desk } = given
  const no = (found: Fault): Held<never> => ({ ok: false, fault: found })
  const only = async <T extends "desk" | "settings" | "log">(table: T) =>
    [...(await gather(inspection.rows(desk, table), () => 0)).values()].flat()[0]
  const [deskRow, settings, logRow] = [await only("desk"), await only("settings"), await only("log")]
  if (deskRow === undefined || settings?.receipt_seed.length !== 32) return no(fault("desk-missing", "The desk's own rows are not here."))

  const folded = await foldStored(inspection, desk)
  if (!folded.ok) return folded
  const directory = folded.value
  const root = rootPrintOf(directory.root)
  if (directory.desk !== desk || (given.rootPrint !== null && given.rootPrint !== root))
    return no(fault("other-root", `The desk's root is ${root}, not the one that is trusted.`, directory.stream, 0))
  if (deskRow.trial !== (directory.trial ? 1 : 0))
    return no(fault("trial-differs", "The desk's row and its genesis disagree on whether it is a trial."))
  const trust = trustIn(directory)

  const purges: SignedPurge[] = []
  for await (const page of inspection.rows(desk, "purge"))
    for (const row of page) {
      const purge = purgeOf(row)
      const found =
        row.unanswered === 0 || row.unanswered === 1
          ? await takePurge(trust, purge)
          : fault("purge-unsigned", "This is not written as a purge is.", row.stream)
      if (found) return no(found)
      purges.push(purge)
    }

  const streams = new Map<Id, Tables["stream"]>()
  for await (const page of inspection.rows(desk, "stream")) for (const row of page) streams.set(row.stream as Id, row)
  const chains = await takeAll(inspection, trust, streams)
  if (!chains.ok) return chains
  for (const purge of purges) {
    const found = purgedFault(trust, purge, chains.value.get(purge.stream) ?? null)
    if (found) return no(found)
  }
  for (const row of streams.values()) {
    const found = streamFault(trust, row, chains.value.get(row.stream as Id) ?? null, streams, chains.value)
    if (found) return no(found)
  }
  for (const chain of chains.value.values()) {
    const found = guardFault(chain, chains.value)
    if (found) return no(found)
  }

  const logged = await verifyLog(given, settings, logRow, streams, chains.value)
  if (!logged.ok) return logged
  const beside = await verifyBeside(given, trust, streams, chains.value)
  if (!beside.ok) return beside
  const all = [...chains.value.values()]
  const entries = all.reduce((sum, chain) => sum + chain.hashes.length, 0)
  return {
    ok: true,
    value: {
      desk,
      root,
      trial: directory.trial,
      members: Object.values(directory.members).filter((member) => member.until === null).length,
      streams: streams.size,
      entries,
      purged: all.reduce((sum, chain) => sum + chain.purged, 0),
      ...beside.value,
      log: logged.value.log,
      checkpoint: logged.value.checkpoint,
      notInLog: entries - (logged.value.log?.size ?? 0),
      seen: logged.value.seen,
    },
  }
}

/** The directory by its own rules, from its genesis on. */
async function foldStored(inspection: Inspection, desk: Id): Promise<Held<Directory>> {
  const stream = directoryIdOf(desk)
  let directory: Directory | null = null
  for await (const page of inspection.rows(desk, "entry", stream))
    for (const row of page) {
      const entry: Entry = {
        ...headerOfRow(row, row.seq === 0),
        body: row.body === null ? null : toBase64(row.body),
        signature: row.signature,
      }
      let found: Awaited<ReturnType<typeof foldDirectory>>
      try {
        found = await foldDirectory(directory, entry)
      } catch {
        return { ok: false, fault: fault("malformed-entry", "The entry is not written as entries are.", stream, row.seq) }
      }
      if (!found.ok) return { ok: false, fault: fault(found.refusal.error, found.refusal.message, stream, row.seq) }
      directory = found.value
      if (row.hash !== directory.head.hash)
        return { ok: false, fault: fault("hash-differs", "The entry is not the one whose hash is stored with it.", stream, row.seq) }
    }
  return directory === null
    ? { ok: false, fault: fault("directory-missing", "The desk has no directory.", stream) }
    : { ok: true, value: directory }
}

const saidOf = (row: Tables["stream"]): StreamSaid => ({ stream: row.stream as Id, kind: row.kind, key: row.key as PublicKey | null })

const storedOf = (row: Tables["entry"]): Stored => ({
  header: headerOfRow(row, false),
  signature: row.signature,
  body: row.body,
  hour: row.hour as Hour,
  hash: row.hash as Hash,
})

/** Whether the row's lists are written in their one form: what reads as the same bytes is a change all the same. */
const plainLists = (row: Tables["entry"], { header }: Stored): boolean =>
  header.objects.join(" ") === row.objects && header.guards.map((g) => `${g.stream} ${g.seq} ${g.hash}`).join(",") === row.guards

async function takeAll(inspection: Inspection, trust: Trust, streams: ReadonlyMap<Id, Tables["stream"]>): Promise<Held<Map<Id, Chain>>> {
  const chains = new Map<Id, Chain>()
  let begun: readonly Begun[] = []
  for await (const page of inspection.rows(trust.desk, "entry")) {
    // While other threads verify this page's signatures, the one before it is judged and the next one read.
    const next = beginPage(trust, streams, page)
    const found = await takePage(trust, chains, begun)
    if (found) return { ok: false, fault: found }
    begun = next
  }
  const found = await takePage(trust, chains, begun)
  return found ? { ok: false, fault: found } : { ok: true, value: chains }
}

/** The entries of one stream within a page. */
interface Begun {
  readonly stream: Id
  readonly said: StreamSaid | null
  readonly rows: readonly Tables["entry"][]
  readonly checking: Checking | null
  /** The first row that is not written in its one form. */
  readonly odd: number
}

function beginPage(trust: Trust, streams: ReadonlyMap<Id, Tables["stream"]>, page: readonly Tables["entry"][]): readonly Begun[] {
  return [...Map.groupBy(page, (row) => row.stream as Id)].map(([stream, rows]): Begun => {
    const row = streams.get(stream)
    const said = row === undefined ? null : saidOf(row)
    if (said === null || said.kind === "directory") return { stream, said, rows, checking: null, odd: -1 }
    const stored = rows.map(storedOf)
    const odd = stored.findIndex((one, i) => !plainLists(rows[i] as Tables["entry"], one))
    return { stream, said, rows, checking: checkSignatures(trust, said, odd === -1 ? stored : stored.slice(0, odd)), odd }
  })
}

async function takePage(trust: Trust, chains: Map<Id, Chain>, begun: readonly Begun[]): Promise<Fault | null> {
  for (const { stream, said, rows, checking, odd } of begun) {
    if (said === null) return fault("stream-missing", "There are entries of a stream that has no row.", stream)
    const chain = chains.get(stream) ?? newChain(said)
    chains.set(stream, chain)
    const found = checking === null ? takeDirectory(trust, chain, rows) : await takeChecked(trust, chain, checking)
    if (found) return found
    if (odd !== -1) return fault("malformed-entry", "The entry is not written as entries are.", stream, rows[odd]?.seq)
  }
  return null
}

/** The directory was judged by its own fold already; here its entries are laid down for the log and for whoever guards them. */
function takeDirectory(trust: Trust, chain: Chain, rows: readonly Tables["entry"][]): Fault | null {
  if (chain.said.stream !== trust.directory.stream) return fault("second-directory", "A second directory stands here.", chain.said.stream)
  for (const row of rows) {
    if (row.objects !== "" || row.guards !== "")
      return fault("malformed-entry", "The entry is not written as entries are.", chain.said.stream, row.seq)
    chain.head = { seq: row.seq, hash: row.hash as Hash }
    chain.hashes.push(row.hash as Hash)
    chain.hours.push(row.hour as Hour)
    chain.hour = row.hour
    chain.dirSeq = row.dir_seq
  }
  return null
}

async function verifyLog(
  { inspection, desk, checkpoint }: StoreGiven,
  settings: Tables["settings"],
  row: Tables["log"] | undefined,
  streams: ReadonlyMap<Id, Tables["stream"]>,
  chains: ReadonlyMap<Id, Chain>,
): Promise<Held<Pick<Summary, "log" | "checkpoint" | "seen">>> {
  const no = (found: Fault): Held<never> => ({ ok: false, fault: found })
  const { key } = receiptSigning(settings.receipt_seed)
  const words: Known[] = wordsOn(chains.values())
  if (checkpoint !== null) {
    if (checkpoint.desk !== desk) return no(fault("other-desk", "The checkpoint that was given is another desk's."))
    const unsigned = await checkpointFault(key, checkpoint)
    if (unsigned) return no({ ...unsigned, message: "The checkpoint that was given is not signed by this server's key." })
    words.push(checkpoint)
  }
  const size = row?.size ?? 0
  const leafRows = [...(await gather(inspection.rows(desk, "leaf"), () => 0)).values()].flat()
  const leaves = placed(
    size,
    leafRows.map((leaf) => ({ stream: leaf.stream as Id, seq: leaf.seq, place: leaf.place })),
    chains,
  )
  if (!Array.isArray(leaves)) return no(leaves)
  const { tree, tiles } = withTiles()
  const root = size === 0 ? tree.root() : (row as Tables["log"]).root
  const found = logFault(leaves, size, root as Hash, words, tree)
  if (found) return no(found)
  const made = tiles()
  let stored = 0
  for await (const page of inspection.rows(desk, "tile"))
    for (const tile of page) {
      stored++
      if (made.get(`${tile.level} ${tile.place}`) !== Buffer.from(tile.hashes).toString("hex"))
        return no(fault("log-tile-differs", `Tile ${tile.level}/${tile.place} of the log does not hold the hashes of its entries.`))
    }
  if (stored !== made.size) return no(fault("log-tile-missing", `The log has ${made.size} tiles and ${stored} are here.`))
  const waiting = notLoggedFault(leafRows, row?.cursor ?? -1, streams, chains)
  if (waiting) return no(waiting)
  if (row === undefined || size === 0) return { ok: true, value: { log: null, checkpoint: null, seen: words.length } }
  const said = { desk, size, root: row.root as Hash, hour: row.hour as Hour, signature: row.signature }
  const unsigned = await checkpointFault(key, said)
  return unsigned
    ? no(unsigned)
    : { ok: true, value: { log: { size, root: said.root, hour: said.hour }, checkpoint: said, seen: words.length } }
}

/** What is not in the log yet are the last entries of streams that changed since its last round, and nothing else. */
function notLoggedFault(
  leaves: readonly Tables["leaf"][],
  cursor: number,
  streams: ReadonlyMap<Id, Tables["stream"]>,
  chains: ReadonlyMap<Id, Chain>,
): Fault | null {
  const logged = new Map<string, { count: number; last: number }>()
  for (const { stream, seq } of leaves) {
    const at = logged.get(stream) ?? { count: 0, last: -1 }
    logged.set(stream, { count: at.count + 1, last: Math.max(at.last, seq) })
  }
  for (const [stream, chain] of chains) {
    const { count, last } = logged.get(stream) ?? { count: 0, last: -1 }
    if (count === chain.hashes.length) continue
    if (count !== last + 1) return fault("entry-not-in-log", "The log holds what follows this entry, and not the entry.", stream)
    if ((streams.get(stream)?.changed ?? 0) <= cursor)
      return fault("entry-not-in-log", "The log was to hold this entry and does not.", stream, count)
  }
  return null
}

/** What the server keeps beside the chains, row by row against them. */
async function verifyBeside(
  { inspection, desk, objects }: StoreGiven,
  trust: Trust,
  streams: ReadonlyMap<Id, Tables["stream"]>,
  chains: ReadonlyMap<Id, Chain>,
): Promise<Held<Pick<Summary, "cards" | "files">>> {
  const no = (found: Fault): Held<never> => ({ ok: false, fault: found })
  for await (const page of inspection.rows(desk, "statement"))
    for (const row of page) {
      const found = await statementFault(trust, row)
      if (found) return no(found)
    }
  const rosters = await gather(inspection.rows(desk, "roster"), (row) => row.stream as Id)
  const envelopes = new Map<Id, Omit<Tables["envelope"], "sealed">[]>()
  for await (const page of inspection.rows(desk, "envelope"))
    for (const row of page) {
      const found = envelopesFault(row, trust.destroyed.has(row.stream as Id))
      if (found) return no(found)
      const { sealed: _sealed, ...rest } = row
      envelopes.set(row.stream as Id, [...(envelopes.get(row.stream as Id) ?? []), rest])
    }
  for (const stream of new Set([...rosters.keys(), ...envelopes.keys(), ...chains.keys()])) {
    const found = rosterFault(chains.get(stream) ?? null, stream, rosters.get(stream) ?? [], envelopes.get(stream) ?? [])
    if (found) return no(found)
  }
  let cards = 0
  for await (const page of inspection.rows(desk, "card"))
    for (const row of page) {
      cards++
      const found = await cardFault(trust, row, chains.get(row.stream as Id) ?? null)
      if (found) return no(found)
    }
  const files = await objectsFault(
    await gather(inspection.rows(desk, "listing"), (row) => row.object as Id),
    await gather(inspection.rows(desk, "object"), (row) => row.object as Id),
    streams,
    chains,
    objects,
  )
  return typeof files === "number" ? { ok: true, value: { cards, files } } : no(files)
}
