// Storing entries. Judged in this order: who wrote them, the roster, the signatures and bodies, then place: sequence, directory,
// guards, objects, card, in one transaction. Durable first, receipt after. The same bytes again get the same answer again.
import { type EntryRead, hashOf } from "@safe-conduct/sealing/verify"
import {
  type Append,
  type Appended,
  type Conflict,
  EMPTY,
  type Entry,
  type Guard,
  type Hash,
  type Head,
  type Hour,
  type Id,
  type PublicKey,
  type Refusal,
  hourOf,
  refuse,
  sameHead,
} from "@safe-conduct/wire"
import type { Session } from "../authority.ts"
import { type Service, receiptFor } from "../service.ts"
import type { NewStream, StreamRow, Transaction } from "../store/store.ts"
import { beginWake } from "../waking/begin.ts"
import { judge, judgeOpening } from "./judge.ts"
import { type Verdict, readEntry } from "./verdict.ts"

export type Outcome = { readonly ok: true; readonly appended: Appended } | { readonly ok: false; readonly refusal: Conflict }
const no = (refusal: Conflict): Outcome => ({ ok: false, refusal })

/** The directory may move while we judge; this often we judge again. */
const TRIES = 5

/** `opening` is the key of a mailbox whose first entry is among these; what follows it needs no session. */
export async function append(service: Service, stream: Id, input: Append, session: Session | null, opening?: PublicKey): Promise<Outcome> {
  const placing = placed(service, stream, input.entries)
  if (!placing.ok) return no(placing.refusal)
  const { read } = placing
  const hashes = read.map(({ header }) => hashOf(header))
  const broken = chained(input.entries, hashes)
  if (broken) return no(broken)
  const last: Head = { seq: (input.entries.at(-1) as Entry).seq, hash: hashes.at(-1) as Hash }

  for (let tries = 1; ; tries++) {
    // A mailbox is new as a rule: whether it is, its row itself says when it is made.
    const row = opening && tries === 1 ? null : await service.store.standing(stream)
    if (row && row.head.seq >= last.seq) {
      const again = await stored(service, stream, last)
      if (again) return again
    }
    if (row && opening) return behind(service, row, input, hashes[0] as Hash)
    let directory = service.directory.held()
    if (input.entries.some((entry) => entry.dirSeq > directory.head.seq)) directory = await service.directory.latest()
    const judging = { service, directory, row, stream, input, hashes, read, session }
    const judged = await (opening ? judgeOpening(judging, opening) : judge(judging))
    if ("refusal" in judged) {
      // What was stored before the desk changed its key has its receipt; where a mailbox is opened nobody has looked yet.
      const again = opening && judged.refusal.error === "intake-rotated" ? await stored(service, stream, last) : null
      return again ?? no(judged.refusal)
    }
    // The receipt names the hour that is stored, also where the clock strikes between the two.
    const hour = hourOf(service.now())
    // Signed beside the writing, told only after it.
    const receipt = receiptFor(service, stream, last, hour)
    const done = await service.store.write((tx) => store(tx, service, row, stream, input, hashes, read, judged, directory.head, hour))
    if (done === "moved") {
      const again = await stored(service, stream, last)
      if (again) return again
      if (tries < TRIES) continue
      return no(refuse("not-head", "Others wrote here at the same time. Try again."))
    }
    if (done === "directory") {
      await service.directory.latest()
      if (tries < TRIES) continue
      return no(refuse("old-directory-head", "The directory changed at the same time. Try again."))
    }
    if (done) return no(done)
    if (input.wake === true) service.waking.soon()
    if (judged.kind === "directory") await service.directory.latest()
    return { ok: true, appended: { head: last, receipt: await receipt } }
  }
}

/** The mailbox is open already: by this very first entry, then the rest goes behind it; by another one, then it says where it stands. */
async function behind(service: Service, row: StreamRow, input: Append, genesis: Hash): Promise<Outcome> {
  const [, ...rest] = input.entries
  if (rest.length > 0 && (await service.store.entryAt(row.stream, 0))?.hash === genesis)
    return append(service, row.stream, { ...input, entries: rest }, null)
  return no({ ...refuse("not-head", "This mailbox is open already."), head: row.head })
}

/** The receipt of entries that are stored already, at the hour they were stored. */
async function stored(service: Service, stream: Id, last: Head): Promise<Outcome | null> {
  const at = await service.store.entryAt(stream, last.seq)
  if (at?.hash !== last.hash) return null
  return { ok: true, appended: { head: last, receipt: await receiptFor(service, stream, last, at.hour) } }
}

type Placed = { readonly ok: true; readonly read: readonly EntryRead[] } | { readonly ok: false; readonly refusal: Refusal }

/** Every entry belongs to this desk and stream and brings its body in its one text form; that it is the right one is checked with the signature. */
function placed(service: Service, stream: Id, entries: readonly Entry[]): Placed {
  const refused = (refusal: Refusal): Placed => ({ ok: false, refusal })
  const read: EntryRead[] = []
  for (const [i, entry] of entries.entries()) {
    const at = `/entries/${i}`
    if (entry.desk !== service.desk) return refused(refuse("other-desk", "The entry belongs to another desk.", `${at}/desk`))
    if (entry.stream !== stream) return refused(refuse("other-stream", "The entry belongs to another stream.", `${at}/stream`))
    if (entry.body === null) return refused(refuse("no-body", "An entry is sent with its body.", `${at}/body`))
    const bytes = readEntry(entry)
    if (bytes === null) return refused(refuse("malformed", "The body is not base64.", `${at}/body`))
    read.push(bytes)
  }
  return { ok: true, read }
}

/** Entries of one append follow each other. */
function chained(entries: readonly Entry[], hashes: readonly Hash[]): Refusal | null {
  for (let i = 1; i < entries.length; i++) {
    const [before, entry] = [entries[i - 1] as Entry, entries[i] as Entry]
    if (entry.seq !== before.seq + 1 || entry.prev !== hashes[i - 1])
      return refuse("broken-chain", "The entries of one append follow each other.", `/entries/${i}/prev`)
    if (entry.dirSeq < before.dirSeq)
      return refuse("old-directory", "The directory head goes down along the stream.", `/entries/${i}/dirSeq`)
  }
  return null
}

type Stored = null | "moved" | "directory" | Conflict

/** Inside the transaction: everything that must still be so, and only then the first change. */
async function store(
  tx: Transaction,
  service: Service,
  row: StreamRow | null,
  stream: Id,
  input: Append,
  hashes: readonly Hash[],
  read: readonly EntryRead[],
  verdict: Verdict,
  directory: Head,
  hour: Hour,
): Promise<Stored> {
  if (verdict.kind !== "directory") {
    if (!sameHead(await tx.directory(), directory)) return "directory"
  }
  if (verdict.kind === "shared" && row && (await tx.purges(stream)).length > 0)
    return refuse("stream-purged", "What stood here was destroyed; nothing is written behind it.")
  for (const entry of input.entries) {
    const moved = await guardsMoved(tx, entry.guards)
    if (moved) return moved
  }
  const objects = [...new Set(input.entries.flatMap((entry) => entry.objects))]
  const missing = await objectsMissing(tx, objects, verdict)
  if (missing) return missing
  if (input.card && (await tx.cardVersion(stream)) !== input.card.version - 1)
    return refuse("card-stale", "Another card stands for this stream.", "/card/version")

  const { seq, dirSeq } = input.entries.at(-1) as Entry
  const head: Head = { seq, hash: hashes.at(-1) as Hash }
  // Once for each mailbox until the desk answers it; never weighed against what others ask (decision 0021).
  const wake = input.wake === true && verdict.kind === "ask" && !row?.wake
  const to = { head, epoch: verdict.epoch, dirSeq, hour, ...(wake ? { wake } : {}) }
  const stands = row ? await tx.advance(stream, row.head, to) : await create(tx, stream, verdict, to)
  if (!stands) return "moved"

  const bodies = read.map(({ body }) => body)
  await tx.putEntries(stream, input.entries, hashes, hour, bodies)
  for (const epoch of verdict.envelopes) await tx.putEnvelopes(stream, epoch.epoch, epoch.envelopes)
  if (verdict.roster) await tx.putRoster(stream, verdict.roster)
  if (objects.length > 0) await tx.list(stream, objects)
  if (input.card && !(await tx.putCard(input.card))) throw new Error("the card moved inside its own transaction")
  if (wake) await beginWake(tx, "request", [], service.now())
  if (verdict.kind === "answer" && row?.pair) await tx.clearWake(row.pair)
  return null
}

/** A new stream, a mailbox with both its sides. */
function create(tx: Transaction, stream: Id, { kind, opens }: Verdict, to: Omit<NewStream, "stream" | "kind">): Promise<boolean> {
  if (!opens) return tx.createStream({ stream, kind, ...to })
  const { wake: _wake, ...side } = to
  return tx.createStream({ stream, kind, ...to, ...opens }, { ...side, stream: opens.pair, kind: "answer", pair: stream, head: EMPTY })
}

async function guardsMoved(tx: Transaction, guards: readonly Guard[]): Promise<Conflict | null> {
  for (const guard of guards) {
    const head = (await tx.stream(guard.stream))?.head ?? EMPTY
    if (!sameHead(head, guard))
      return { ...refuse("guard-moved", "Another stream that this entry rests on has moved.", `/guards/${guard.stream}`), head }
  }
  return null
}

async function objectsMissing(tx: Transaction, objects: readonly Id[], verdict: Verdict): Promise<Refusal | null> {
  for (const id of objects) {
    const object = await tx.object(id)
    if (!object || (verdict.kind === "ask" && object.owner !== verdict.subject))
      return refuse("no-such-object", "A listed file is not here.", `/objects/${id}`)
    if (!object.complete) return refuse("object-incomplete", "A listed file is not complete.", `/objects/${id}`)
  }
  return null
}
