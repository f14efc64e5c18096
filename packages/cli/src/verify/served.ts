// A served desk through one member's eyes: every stream that she may read, by the rules that clients keep, and that all of it is in the
// one log that everybody is shown.
import { type Reader, openReader } from "@safe-conduct/client/member"
import { leafHash, rootPrintOf } from "@safe-conduct/sealing/verify"
import {
  type Checkpoint,
  type Entry,
  type Hour,
  type HeadRow,
  type Id,
  type PublicKey,
  fromBase64,
  startOfHour,
  toHex,
} from "@safe-conduct/wire"
import { entryHash, headerOf } from "@safe-conduct/sealing/verify"
import { type Refusal, spoken } from "../refusal.ts"
import { type Chain, type Stored, type Trust, newChain, takeEntries, trustIn } from "./chain.ts"
import { type Fault, type Held, fault } from "./fault.ts"
import { type Known, checkpointFault, logFault, wordsOn } from "./log.ts"
import { takePurge } from "./purges.ts"
import { guardFault } from "./rows.ts"

export interface ServedGiven {
  readonly server: string
  readonly words: string
  readonly rootPrint: string | null
  readonly checkpoint: Checkpoint | null
  readonly now: () => number
  readonly fetch?: typeof fetch
}

export interface ServedSummary {
  readonly desk: Id
  readonly root: string
  readonly trial: boolean
  readonly streams: number
  readonly entries: number
  readonly log: { readonly size: number; readonly root: string; readonly hour: Hour } | null
  readonly checkpoint: Checkpoint | null
  /** In the log, and of streams that this member may not read. */
  readonly notReadable: number
  readonly notInLog: number
  readonly seen: number
}

/** An hour or more after it was stored, an entry stands in the log. */
const SOON = 2 * 3_600_000

export async function verifyServed(given: ServedGiven): Promise<Held<ServedSummary> | Refusal> {
  const opened = await openReader(given, given.words)
  if (!opened.ok) return spoken(opened.refusal)
  const reader = opened.value
  try {
    return await verifyThrough(given, reader)
  } finally {
    await reader.end()
  }
}

async function verifyThrough(given: ServedGiven, reader: Reader): Promise<Held<ServedSummary> | Refusal> {
  const no = (found: Fault): Held<never> => ({ ok: false, fault: found })
  const { directory } = reader
  const root = rootPrintOf(directory.root)
  if (given.rootPrint !== null && given.rootPrint !== root)
    return no(fault("other-root", `The desk's root is ${root}, not the one that is trusted.`))
  const heads = await reader.heads()
  if (!heads.ok) return spoken(heads.refusal)
  const trust = trustIn(directory)
  const chains = new Map<Id, Chain>()
  for (const row of heads.value) {
    const chain = newChain({ stream: row.stream, kind: row.kind, key: row.key })
    const read = await readChain(reader, trust, chain, row)
    if (read !== null) return "error" in read ? read : no(read)
    if (chain.head.seq >= 0) chains.set(row.stream, chain)
  }
  for (const chain of chains.values()) {
    // A stream that she may not read may be guarded: only what she holds is compared.
    const found = guardFault({ ...chain, guards: chain.guards.filter((guard) => chains.has(guard.stream)) }, chains)
    if (found) return no(found)
  }
  const entries = [...chains.values()].reduce((sum, chain) => sum + chain.hashes.length, 0)
  const log = await readLog(given, reader, chains)
  if ("error" in log) return log
  if (!log.ok) return log
  return {
    ok: true,
    value: { desk: directory.desk, root, trial: directory.trial, streams: chains.size, entries, ...log.value },
  }
}

async function readChain(reader: Reader, trust: Trust, chain: Chain, row: HeadRow): Promise<Fault | Refusal | null> {
  while (chain.head.seq < row.head.seq) {
    const page = await reader.page(row.stream, chain.head.seq + 1)
    if (!page.ok) return spoken(page.refusal)
    if (page.value.entries.length === 0)
      return fault("entry-missing", "The stream's last entries are not given.", row.stream, chain.head.seq + 1)
    const stored = page.value.entries.map(storedOf)
    if (!trust.destroyed.has(row.stream) && stored.some(({ body }) => body === null)) {
      const found = await takePurges(reader, trust, row.stream)
      if (found) return found
    }
    const found = row.kind === "directory" ? takeDirectory(trust, chain, stored) : await takeEntries(trust, chain, stored)
    if (found) return found
  }
  if (row.head.seq >= 0 && chain.hashes[row.head.seq] !== row.head.hash)
    return fault("stream-row-differs", "The stream does not end as the server says.", row.stream, row.head.seq)
  return null
}

/** Asked for where a body is gone. */
async function takePurges(reader: Reader, trust: Trust, stream: Id): Promise<Fault | Refusal | null> {
  const purges = await reader.purges(stream)
  if (!purges.ok) return spoken(purges.refusal)
  for (const purge of purges.value) {
    const found =
      purge.stream === stream ? await takePurge(trust, purge) : fault("purge-astray", "What was destroyed is another stream.", stream)
    if (found) return found
  }
  return null
}

function storedOf({ entry, hour }: { readonly entry: Entry; readonly hour: Hour }): Stored {
  const header = headerOf(entry)
  return { header, signature: entry.signature, body: entry.body === null ? null : fromBase64(entry.body), hour, hash: entryHash(header) }
}

/** Folded already, entry by entry, when the words opened; here it must be the same one. */
function takeDirectory(trust: Trust, chain: Chain, stored: readonly Stored[]): Fault | null {
  for (const { header, hash, hour } of stored) {
    if (trust.directory.hashes[header.seq] !== hash && header.seq <= trust.directory.head.seq)
      return fault("directory-forked", "The directory is not the one that was proved.", chain.said.stream, header.seq)
    chain.head = { seq: header.seq, hash }
    chain.hashes.push(hash)
    chain.hours.push(hour)
  }
  return null
}

type LogPart = Pick<ServedSummary, "log" | "checkpoint" | "notReadable" | "notInLog" | "seen">

async function readLog(given: ServedGiven, reader: Reader, chains: ReadonlyMap<Id, Chain>): Promise<Held<LogPart> | Refusal> {
  const no = (found: Fault): Held<never> => ({ ok: false, fault: found })
  const standing = await reader.checkpoint()
  if (!standing.ok) return spoken(standing.refusal)
  const now = standing.value
  const words: Known[] = wordsOn(chains.values())
  if (given.checkpoint !== null) words.push(given.checkpoint)
  if (now === null) {
    const [known] = words
    if (known) return no(fault("log-went-back", `The log is empty, and somebody saw ${known.size} entries.`, known.stream, known.seq))
    return { ok: true, value: { log: null, checkpoint: null, notReadable: 0, notInLog: 0, seen: 0 } }
  }
  const unsigned = await checkpointFault(reader.info.received as PublicKey, now)
  if (unsigned) return no(unsigned)
  const leaves = await reader.leaves(now.size)
  if (!leaves.ok) return spoken(leaves.refusal)
  const found = logFault(leaves.value, now.size, now.root, words)
  if (found) return no(found)
  const held = new Set(leaves.value.map(toHex))
  let logged = 0
  let entries = 0
  for (const { said, hashes, hours } of chains.values()) {
    let missing = -1
    for (const [seq, hash] of hashes.entries()) {
      entries++
      const hour = hours[seq] as Hour
      const inLog = held.has(toHex(leafHash(hash, hour)))
      if (inLog) logged++
      if (inLog && missing !== -1)
        return no(fault("entry-not-in-log", "The log holds what follows this entry, and not the entry.", said.stream, missing))
      if (!inLog && missing === -1) missing = seq
      if (!inLog && startOfHour(now.hour) - startOfHour(hour) >= SOON)
        return no(fault("entry-not-in-log", "The log was to hold this entry and does not.", said.stream, seq))
    }
  }
  const { size, root, hour } = now
  return {
    ok: true,
    value: { log: { size, root, hour }, checkpoint: now, notReadable: size - logged, notInLog: entries - logged, seen: words.length },
  }
}
