// Destroys what streams hold on the word of two members: bodies, envelopes, cards, files. The server knows neither what it destroys
// nor why; it knows two signatures over a stream and one of its heads, and that both signers may read that stream. Where fewer than two
// members are left who may, as many of them sign as there are, and both signatures say that it goes unseen.
import { type Directory, isActive, membersIdOf, registerIdOf, verifySignature } from "@safe-conduct/sealing/verify"
import {
  type Conflict,
  type Id,
  type Purge,
  type Purged,
  type Refusal,
  type SignedPurge,
  hourOf,
  purgeBytes,
  refuse,
  sameHead,
} from "@safe-conduct/wire"
import type { Service } from "../service.ts"
import type { StreamRow, Transaction } from "../store/store.ts"

export type PurgeOutcome = { readonly ok: true; readonly purged: Purged } | { readonly ok: false; readonly refusal: Conflict }

/** Days that a signature may be good for. */
const LONGEST = 31
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

export async function purge(service: Service, { streams }: Purge): Promise<PurgeOutcome> {
  const directory = await service.directory.latest()
  if (new Set(streams.map(({ stream }) => stream)).size < streams.length)
    return { ok: false, refusal: refuse("malformed", "Each stream stands once.", "/streams") }
  for (const [n, of] of streams.entries()) {
    const refused = await judge(service, directory, of)
    if (refused) return { ok: false, refusal: { ...refused, at: `/streams/${n}${refused.at ?? ""}` } }
  }
  const hour = hourOf(service.now())
  const done = await service.store.write(async (tx): Promise<Erased | Conflict> => {
    // Who was removed a moment ago destroys nothing any more.
    if (!sameHead(await tx.directory(), directory.head)) return refuse("old-directory-head", "The directory changed. Try again.")
    for (const [n, of] of streams.entries()) {
      const refused = await stands(tx, of)
      if (refused) return { ...refused, at: `/streams/${n}` }
    }
    for (const of of streams) await tx.putPurge({ ...of, hour })
    return erase(tx, streams)
  })
  if ("error" in done) return { ok: false, refusal: done }
  // Their rows go last: a crash between leaves them for the same request sent again, or for the sweep.
  for (const object of done.files) {
    await service.objects.remove(object)
    await service.store.write((tx) => tx.dropObject(object))
  }
  await service.store.forget()
  const { entries, envelopes, kept } = done
  return { ok: true, purged: { entries, envelopes, files: done.listed - kept, kept, hour } }
}

/** Two different active members, both on the roster where there is one and two are left on it, signed this very thing, and lately. */
async function judge(service: Service, directory: Directory, of: SignedPurge): Promise<Refusal | null> {
  const { desk } = service
  const row = await service.store.stream(of.stream)
  if (!row) return refuse("no-such-stream", "There is no such stream.", "/stream")
  if (!purgeable(row) || of.stream === registerIdOf(desk) || of.stream === membersIdOf(desk))
    return refuse("not-purgeable", "This belongs to the whole desk and is not destroyed.", "/stream")
  const [first, second] = of.approvals
  if (first.by === second.by) return refuse("same-member", "Two members sign, not one twice.", "/approvals/1/by")
  const roster = row.kind === "shared" ? new Set((await service.store.roster(of.stream)).map(({ id }) => id)) : null
  const left = roster === null ? 0 : [...roster].filter((id) => isActive(directory, id)).length
  const unseen = of.unanswered && left < 2 && of.approvals.filter(({ by }) => roster?.has(by)).length === left
  for (const [n, { by, signature }] of of.approvals.entries()) {
    const at = `/approvals/${n}`
    const member = directory.members[by]
    if (!member || !isActive(directory, by)) return refuse("not-active", "This is no active member of the desk.", `${at}/by`)
    if (roster && !roster.has(by) && !unseen) return refuse("not-on-roster", "This member is not on the stream's roster.", `${at}/by`)
    if (!(await verifySignature(member.certificate.sign, purgeBytes(desk, of), signature)))
      return refuse("bad-signature", "This signature is over something else.", `${at}/signature`)
  }
  // What was begun in time is finished whenever it is asked again.
  if ((await service.store.purges(of.stream)).some((one) => one.seq === of.seq && one.hash === of.hash)) return null
  if (of.until < dayOf(service.now())) return refuse("purge-too-late", "These signatures have run out. Sign again.", "/until")
  if (of.until > dayOf(service.now() + LONGEST * 86_400_000))
    return refuse("malformed", `A signature is good for ${LONGEST} days at most.`, "/until")
  return null
}

const purgeable = ({ kind }: StreamRow): boolean => kind === "shared" || kind === "ask" || kind === "answer"

/** Inside the transaction: nothing came behind what the two saw; a mailbox was answered, or they say that it was not. */
async function stands(tx: Transaction, of: SignedPurge): Promise<Conflict | null> {
  const row = (await tx.stream(of.stream)) as StreamRow
  // What a person wrote since stays, and is for somebody to read.
  const there = row.kind === "shared" ? sameHead(row.head, of) : (await tx.entryAt(of.stream, of.seq))?.hash === of.hash
  if (!there) return { ...refuse("not-head", "This stream stands elsewhere than where they saw it."), head: row.head }
  if (row.kind !== "ask" || of.unanswered) return null
  const answered = row.pair !== null && ((await tx.stream(row.pair))?.head.seq ?? -1) >= 0
  return answered ? null : refuse("unanswered", "Nobody ever answered this mailbox. Whoever destroys it says so.")
}

interface Erased {
  readonly entries: number
  readonly envelopes: number
  /** Named by what was erased. */
  readonly listed: number
  /** Named by another stream too. */
  readonly kept: number
  /** To be removed now. */
  readonly files: readonly Id[]
}

async function erase(tx: Transaction, streams: readonly SignedPurge[]): Promise<Erased> {
  let entries = 0
  let envelopes = 0
  const named = new Set<Id>()
  for (const { stream, seq } of streams) {
    const { gone, objects } = await tx.eraseBodies(stream, seq)
    entries += gone
    for (const object of objects) named.add(object)
    await tx.unlist(stream, objects)
    const { kind } = (await tx.stream(stream)) as StreamRow
    if (kind === "shared") {
      envelopes += await tx.eraseEnvelopes(stream)
      await tx.eraseCard(stream)
    } else if (kind === "ask") await tx.forgetMailbox(stream)
  }
  const files: Id[] = []
  let kept = 0
  for (const object of named) {
    if (await tx.listed(object)) kept++
    else if ((await tx.object(object)) && (await tx.closeOrphan(object))) files.push(object)
  }
  return { entries, envelopes, listed: named.size, kept, files }
}
