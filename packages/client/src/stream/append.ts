// Writes to a shared stream: lines sealed behind one another under the epoch in force, all or none in one append, with the card that
// follows them. Where the epoch's key is held by someone who was removed, a new epoch comes first, in the same append.
import {
  type Directory,
  activeAt,
  entryHash,
  epochStale,
  headAfter,
  headerOf,
  onRoster,
  recoveryAt,
  recoveryStale,
  verifyReceipt,
} from "@safe-conduct/sealing/verify"
import { newEpoch, sealEntry, sealRoster } from "@safe-conduct/sealing/seal"
import {
  type Append,
  type Bytes,
  type Card,
  type Entry,
  type Envelope,
  type Guard,
  type Hash,
  type Head,
  type Id,
  MAX_BATCH,
  hourOf,
} from "@safe-conduct/wire"
import { type Answer, type ApiNo, passing } from "../api.ts"
import type { Inside } from "../member/inside.ts"
import { keepReceipt } from "../member/log.ts"
import { type Result, no, ok } from "../result.ts"
import { type Chain, epochKeys } from "./chain.ts"
import { signedIn } from "./edition.ts"
import type { Touch } from "./touch.ts"

export interface Plain {
  readonly plain: unknown
  /** Checked by whoever was asked to approve, before it comes here. */
  readonly touch?: Touch | undefined
  readonly objects?: readonly Id[]
  readonly guards?: readonly Guard[]
}

/** Who should be on the roster from now on; absent: whoever is, without those who were removed. */
export async function beginBatch(inside: Inside, chain: Chain, wanted?: readonly Id[]): Promise<Result<Drafting>> {
  const directory = inside.directory.now()
  const entries: Entry[] = []
  let head = chain.head
  let roster = chain.roster
  let opens: { epoch: number; key: Bytes; envelopes: readonly Envelope[] } | null = null
  if (roster === null || wanted !== undefined || epochDue(chain, directory)) {
    if (wanted === undefined && roster === null) return no("no-roster", "A new stream needs to be told who belongs to it.")
    const ids = wanted ?? (roster?.members ?? []).map(({ id }) => id as Id)
    const members = recipients(directory, ids)
    if (members.length === 0) return no("empty-roster", "Nobody on this roster is active any more.")
    const epoch = (roster?.epoch ?? 0) + 1
    const recovery = recoveryAt(directory)
    const fresh = await newEpoch(inside.desk, chain.stream, epoch, members, recovery)
    const entry = await sealRoster(
      { desk: inside.desk, stream: chain.stream, head, epoch, directory: directory.head },
      inside.keys.signing,
      fresh.change,
    )
    entries.push(entry)
    head = headAfter(entry)
    roster = { ...fresh.change, recovery: recovery?.reader ?? null }
    opens = { epoch, key: fresh.key, envelopes: fresh.envelopes }
  }
  if (onRoster(roster, inside.keys.kid) === null && chain.roster !== null) return no("not-on-roster", "You are not on this roster.")
  const key = opens?.key ?? chain.keys.get(roster.epoch)
  if (key === undefined) return no("no-key", "This member holds no key of the stream's present epoch.")
  const drafting: Drafting = { inside, chain, entries, lines: [], roster, opens, key, head }
  // Whoever is new to the roster reads what came before through the keys that this line hands on; so does a new recovery key.
  const before = [...chain.rosters.values()]
  const newcomer =
    opens !== null &&
    (roster.members.some(({ id }) => before.some((earlier) => !earlier.members.some((m) => m.id === id))) ||
      (roster.recovery !== null && before.some((earlier) => earlier.recovery !== roster.recovery)))
  if (newcomer && chain.keys.size > 0) await addLine(drafting, { plain: epochKeys(chain) })
  return ok(drafting)
}

/** Whether the next writer opens a new epoch: somebody who left holds this one's key, or recovery as it stands today does not. */
export const epochDue = (chain: Chain, directory: Directory): boolean =>
  chain.roster !== null &&
  (epochStale(chain.roster, directory, directory.head.seq) !== null ||
    recoveryStale(chain.roster, directory) ||
    chain.unrecoverable.has(chain.roster.epoch))

/** Proved under the pinned root by the folded directory; never taken from the server's word. */
export const recipients = (directory: Directory, ids: readonly Id[]) =>
  ids.flatMap((id) => {
    const member = directory.members[id]
    return member !== undefined && activeAt(member, directory.head.seq)
      ? [{ id: member.id, kid: member.kid, seal: member.certificate.seal }]
      : []
  })

/** Sealed and not yet sent. */
export interface Drafting {
  readonly inside: Inside
  readonly chain: Chain
  readonly entries: Entry[]
  readonly lines: { seq: number; hash: Hash; plain: Plain; entry: Entry }[]
  readonly roster: NonNullable<Chain["roster"]>
  readonly opens: { epoch: number; key: Bytes; envelopes: readonly Envelope[] } | null
  readonly key: Bytes
  head: Head
}

/** Seals one more line behind the last and answers its place. */
export async function addLine(d: Drafting, plain: Plain): Promise<Head> {
  if (d.entries.length >= MAX_BATCH) throw new RangeError(`an append holds up to ${MAX_BATCH} entries`)
  const { inside, chain } = d
  const place = {
    desk: inside.desk,
    stream: chain.stream,
    head: d.head,
    epoch: d.roster.epoch,
    directory: inside.directory.now().head,
    objects: plain.objects ?? [],
    guards: plain.guards ?? [],
  }
  const entry = await sealEntry(
    place,
    inside.keys.signing,
    d.key,
    plain.touch === undefined ? plain.plain : { ...(plain.plain as object), touch: plain.touch },
  )
  const hash = entryHash(headerOf(entry))
  d.entries.push(entry)
  d.lines.push({ seq: entry.seq, hash, plain, entry })
  d.head = { seq: entry.seq, hash }
  return d.head
}

/** A value: what stands now, or why not. `status` 409 alone permits sealing anew. */
export async function sendBatch(d: Drafting, card: Card | null, received: string | null): Promise<Answer<null>> {
  const { inside, chain } = d
  const append: Append = {
    entries: d.entries,
    ...(d.opens === null ? {} : { envelopes: [{ epoch: d.opens.epoch, envelopes: [...d.opens.envelopes] }] }),
    ...(card === null ? {} : { card }),
  }
  const sent = await again(inside.api, () => inside.api.append(chain.stream, append))
  if (!sent.ok) return sent
  const { receipt } = sent.value
  const fits = receipt.stream === chain.stream && receipt.seq === d.head.seq && receipt.hash === d.head.hash && receipt.desk === inside.desk
  if (!fits || (received !== null && !(await verifyReceipt(received as never, receipt))))
    return { ok: false, status: 0, refusal: { error: "bad-receipt", message: "The server's receipt does not hold." } }
  keepReceipt(inside, receipt)
  if (d.opens !== null) chain.keys.set(d.opens.epoch, d.opens.key)
  chain.roster = d.roster
  chain.rosters.set(d.roster.epoch, d.roster)
  for (const { seq, hash, plain, entry } of d.lines)
    chain.lines.push({
      seq,
      hash,
      by: inside.member,
      hour: receipt.hour ?? hourOf(inside.now()),
      dirSeq: entry.dirSeq,
      epoch: entry.epoch,
      plain: plain.plain,
      closed: null,
      guards: plain.guards ?? [],
      objects: plain.objects ?? [],
      ...(plain.touch === undefined ? {} : { factor: "passkey" }),
      ...(await signedIn(inside, plain.plain)),
    })
  chain.head = d.head
  chain.dirSeq = inside.directory.now().head.seq
  return ok(null)
}

/** The same bytes again after a lost answer; a few times, then the person is told that the line is down. */
async function again<T>(api: Inside["api"], call: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (let tried = 1; ; tried++) {
    const answer = await call()
    if (answer.ok || !passing(answer as ApiNo) || tried >= 5) return answer
    await api.wait(100 * 2 ** tried)
  }
}
