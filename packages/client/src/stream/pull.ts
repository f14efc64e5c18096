// Reads a shared stream from where this member stands. A page's signatures are verified together; then each entry is judged in
// order: chained, signed, by an active member of the roster, under the epoch in force, opened. Nothing else reaches a fold.
import {
  type Directory,
  type DirectoryMember,
  entryRead,
  envelopeHash,
  envelopesHash,
  epochStale,
  foldRoster,
  follows,
  hashOf,
  onRoster,
  readersOf,
  verifyEntry,
} from "@safe-conduct/sealing/verify"
import { openEntry, openEnvelope } from "@safe-conduct/sealing/open"
import { type Entry, type Hour, type Id, headerBytes, isRosterBody, readRosterBody } from "@safe-conduct/wire"
import type { Inside } from "../member/inside.ts"
import { authorOf } from "../member/directory-book.ts"
import { type Result, no, ok } from "../result.ts"
import { type Chain, type ChainLine, adoptKeys } from "./chain.ts"
import { signedIn } from "./edition.ts"
import { touchRefusal, withoutTouch } from "./touch.ts"

interface Stored {
  readonly entry: Entry
  readonly hour: Hour
}

/** Up to the server's head. Answers how many lines came. A broken chain is remembered and refused from then on. */
export async function pull(inside: Inside, chain: Chain): Promise<Result<number>> {
  if (chain.broken !== null) return no(chain.broken, "The server served a chain that does not hold.")
  const before = chain.lines.length
  // Read for the first time it needs its envelopes for certain: they come beside its entries.
  let beside = chain.head.seq < 0 ? inside.api.envelopes(chain.stream) : null
  for (;;) {
    const page = await inside.api.page(chain.stream, chain.head.seq + 1)
    if (!page.ok) return page
    if (page.value.head.seq < chain.head.seq) return broken(chain, "stream-went-back")
    const taken = await take(inside, chain, page.value.entries, beside)
    if (!taken.ok) return taken
    beside = null
    if (chain.head.seq >= page.value.head.seq || page.value.entries.length === 0) break
  }
  // A new epoch may stand there with no line under it yet.
  if (lacksKey(inside, chain)) {
    const got = await fetchKeys(inside, chain)
    if (!got.ok) return got
  }
  return ok(chain.lines.length - before)
}

const lacksKey = (inside: Inside, { roster, keys }: Chain): boolean =>
  roster !== null && !keys.has(roster.epoch) && roster.members.some(({ id }) => id === inside.member)

function broken(chain: Chain, error: string): Result<never> {
  chain.broken = error
  return no(error, "The server served a chain that does not hold.")
}

type Asked = ReturnType<Inside["api"]["envelopes"]> | null

async function take(inside: Inside, chain: Chain, stored: readonly Stored[], beside: Asked): Promise<Result<null>> {
  const highest = stored.reduce((most, { entry }) => Math.max(most, entry.dirSeq), 0)
  const reached = await inside.directory.reach(highest)
  if (!reached.ok) return reached
  const directory = reached.value
  // A second id of one person is known before anything of hers is judged.
  const named = inside.people === null || inside.people.stream === chain.stream ? null : await inside.people.reach(highest)
  if (named !== null && !named.ok) return named
  const authors = stored.map(({ entry }) => authorOf(directory, entry))
  const read = stored.map(({ entry }) => entryRead(entry))
  const signed = await Promise.all(
    stored.map(async ({ entry }, n) => {
      const author = authors[n] ?? null
      return author === null ? null : verifyEntry(entry, author.certificate.sign, read[n] ?? undefined)
    }),
  )
  const due: Chain["due"] = []
  for (const [n, { entry, hour }] of stored.entries()) {
    const author = authors[n] ?? null
    if (entry.desk !== inside.desk || entry.stream !== chain.stream || follows(entry, chain.head) !== null)
      return broken(chain, "chain-broken")
    if (author === null) return broken(chain, "unknown-author")
    if (signed[n] !== null) return broken(chain, "bad-signature")
    if (entry.dirSeq < chain.dirSeq) return broken(chain, "directory-went-back")
    const header = read[n]?.header ?? headerBytes(entry)
    const body = read[n]?.body ?? null
    const hash = hashOf(header)
    const judged = judge(chain, directory, entry, author, body)
    chain.head = { seq: entry.seq, hash }
    chain.dirSeq = entry.dirSeq
    if (judged !== null) {
      chain.outlaws.push({ seq: entry.seq, hash, by: author.id, hour, error: judged })
      continue
    }
    if (body !== null && isRosterBody(body)) continue
    // Its envelopes may be gone with it: no key is waited for.
    if (body !== null) due.push({ at: chain.lines.length, entry, body, epoch: entry.epoch })
    chain.lines.push({
      seq: entry.seq,
      hash,
      by: author.id,
      hour,
      dirSeq: entry.dirSeq,
      epoch: entry.epoch,
      plain: undefined,
      closed: body === null ? "body-missing" : "no-key",
      guards: entry.guards,
      objects: entry.objects,
    })
  }
  chain.due.push(...due)
  return open(inside, chain, beside)
}

/** Roster entries take effect here; for the others, whether their author might write at all. Null: believed. */
function judge(chain: Chain, directory: Directory, entry: Entry, author: DirectoryMember, body: Uint8Array | null): string | null {
  if (body !== null && isRosterBody(body)) {
    const change = readRosterBody(body)
    if (change === null || change.epoch !== entry.epoch) return "malformed-roster"
    const folded = foldRoster(chain.roster, change, author.kid, directory, entry.dirSeq)
    if (!folded.ok) return folded.refusal.error
    chain.roster = folded.value
    chain.rosters.set(change.epoch, folded.value)
    return null
  }
  if (chain.roster === null) return "no-roster"
  if (onRoster(chain.roster, author.kid) === null) return "not-on-roster"
  if (entry.epoch !== chain.roster.epoch) return "old-epoch"
  return epochStale(chain.roster, directory, entry.dirSeq)?.error ?? null
}

/** Opens what came, and what came earlier under keys that were handed on only now. */
async function open(inside: Inside, chain: Chain, beside: Asked): Promise<Result<null>> {
  if (chain.due.some(({ epoch }) => !chain.keys.has(epoch))) {
    const got = await fetchKeys(inside, chain, beside)
    if (!got.ok) return got
    // What was asked for beside the entries may have been answered before the last of them was written.
    const again = beside !== null && lacksKey(inside, chain) ? await fetchKeys(inside, chain) : got
    if (!again.ok) return again
  }
  const waiting: Chain["due"] = []
  for (;;) {
    const ready = chain.due.filter(({ epoch }) => chain.keys.has(epoch))
    if (ready.length === 0) {
      chain.due.push(...waiting)
      return ok(null)
    }
    const rest = chain.due.filter(({ epoch }) => !chain.keys.has(epoch))
    chain.due.splice(0, chain.due.length, ...rest)
    if (ready.some(({ at }) => at < chain.folded)) chain.refold = true
    waiting.push(...(await openAll(inside, chain, ready)))
    for (const { at } of ready) adoptKeys(inside.desk, chain, (chain.lines[at] as ChainLine).plain)
  }
}

/**
 * Answers what must wait: a touch that cannot be judged now, because who has which passkey is not known here yet, leaves its entry
 * unopened. It is never folded as if nobody had touched.
 */
async function openAll(inside: Inside, chain: Chain, due: Chain["due"]): Promise<Chain["due"]> {
  const waiting: Chain["due"] = []
  await Promise.all(
    due.map(async (one) => {
      const { at, entry, body, epoch } = one
      const line = chain.lines[at] as ChainLine
      const key = chain.keys.get(epoch)
      if (key !== undefined) {
        const opened = await openEntry(entry, key, body)
        const { plain, touch } = withoutTouch(opened.ok ? opened.plain : null)
        const refused = touch === undefined ? null : await touchRefusal(inside, { stream: chain.stream, by: line.by, plain }, touch)
        if (refused !== null && !refused.ok) {
          waiting.push(one)
          return
        }
        const factor =
          refused === null ? {} : refused.value === null ? { factor: "passkey" as const } : { touchRefused: refused.value.error }
        chain.lines[at] = opened.ok
          ? { ...line, plain, closed: null, ...factor, ...(await signedIn(inside, plain)) }
          : { ...line, closed: "damaged" }
      }
    }),
  )
  return waiting
}

/**
 * My envelopes, each proved against the signed roster entry of its epoch. What does not prove itself is left unused. `asked`: they are on
 * their way already.
 */
export async function fetchKeys(inside: Inside, chain: Chain, asked: Asked = null): Promise<Result<null>> {
  const answer = await (asked ?? inside.api.envelopes(chain.stream))
  if (!answer.ok) return answer
  for (const { epoch, hashes, mine } of answer.value.epochs) {
    const roster = chain.rosters.get(epoch)
    if (roster === undefined || mine === null || chain.keys.has(epoch)) continue
    const announced = (readers: readonly Id[]): boolean => {
      const inOrder = readers.flatMap((id) => hashes.find(({ member }) => member === id) ?? [])
      return inOrder.length === readers.length && envelopesHash(inOrder) === roster.envelopesHash
    }
    // Sealed for the roster and for certified recovery, and for nobody else: one reader more, and the key is not used.
    const whole = announced(readersOf(roster))
    const short = !whole && roster.recovery !== null && announced(readersOf({ ...roster, recovery: null }))
    const own = hashes.find(({ member }) => member === inside.member)
    if (!(whole || short) || own === undefined || own.hash !== envelopeHash(mine)) continue
    const key = await openEnvelope(mine, inside.keys.identity, {
      desk: inside.desk,
      stream: chain.stream,
      epoch,
      member: inside.member,
      keyHash: roster.keyHash,
    })
    if (key === null) continue
    chain.keys.set(epoch, key)
    if (short) chain.unrecoverable.add(epoch)
  }
  return ok(null)
}
