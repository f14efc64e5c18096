// Whether entries may stand in a stream, by everything that is known before the transaction: one rule for each kind of stream.
import {
  ageShape,
  answerIdOf,
  currentAndPrevious,
  type DirectoryMember,
  type EntryRead,
  foldDirectory,
  kidOf,
  knowsHead,
  memberByKid,
  readSeen,
  seenIdOf,
  verifyEntry,
} from "@safe-conduct/sealing/verify"
import {
  type Entry,
  type Hash,
  type PublicKey,
  type Refusal,
  type StreamKind,
  fromBase64,
  hourOf,
  readDirectoryBody,
  refuse,
} from "@safe-conduct/wire"
import type { Service } from "../service.ts"
import type { StreamRow } from "../store/store.ts"
import { judgeShared } from "./shared.ts"
import { type Judged, type Judging, no, order } from "./verdict.ts"

export async function judge(judging: Judging): Promise<Judged> {
  const kind: StreamKind = judging.row?.kind ?? "shared"
  if (kind === "ask") return judgeAsk(judging)
  if (judging.session === null) return no(refuse("no-session", "Sign in first."))
  if (judging.session.kind !== "member") return no(refuse("not-member", "Only members of the desk write here."))
  if (kind === "directory") return judgeDirectory(judging)
  if (kind === "seen" || judging.stream === seenIdOf(judging.service.desk, judging.session.subject))
    return judgeSeen(judging, judging.session.member)
  return kind === "answer" ? judgeAnswer(judging) : judgeShared(judging)
}

/** Bodies of a mailbox are age files to hybrid recipients alone: what anybody else could open is not taken. */
async function sealedBy({ input, read }: Judging, i: number, key: PublicKey): Promise<Refusal | null> {
  const bytes = read[i] as EntryRead
  if (ageShape(bytes.body) !== "hybrid")
    return refuse("not-sealed", "The body is not an age file to post-quantum hybrid recipients alone.", `/entries/${i}/body`)
  return under(`/entries/${i}`, await verifyEntry(input.entries[i] as Entry, key, bytes))
}

const under = (place: string, bad: Refusal | null): Refusal | null => bad && { ...bad, at: place + (bad.at ?? "") }

/** Signatures are checked beside each other, off the event loop; the first refusal is told. */
const firstRefusal = async (all: readonly Promise<Refusal | null>[]): Promise<Refusal | null> =>
  (await Promise.all(all)).find((one) => one !== null) ?? null

function plainAppend({ input }: Judging): Refusal | null {
  if (input.card) return refuse("no-card-here", "This stream has no card.", "/card")
  return input.envelopes?.length ? refuse("no-envelopes-here", "This stream has no epochs.", "/envelopes") : null
}

async function judgeAsk(judging: Judging): Promise<Judged> {
  const { input, row, directory, service } = judging
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  const key = row?.key
  if (!key) return no(refuse("no-such-stream", "There is no such stream."))
  const other = input.entries.findIndex((entry) => entry.author !== row.stream)
  if (other !== -1) return no(refuse("not-yours", "Only the mailbox writes here.", `/entries/${other}/author`))
  const bad = (await firstRefusal(input.entries.map((_, i) => sealedBy(judging, i, key)))) ?? order(judging)
  if (bad) return no(bad)
  const full = await fullMailbox(service, row, input.entries)
  if (full) return no(full)
  const taken = currentAndPrevious(directory.intake).map((c) => c.certificate.number)
  const current = directory.intake.at(-1)
  const old = input.entries.findIndex((e) => !taken.includes(e.epoch))
  if (old !== -1) {
    const refusal = refuse("intake-rotated", "The desk has changed its intake key; seal again to the new one.", `/entries/${old}/epoch`)
    return no(current ? { ...refusal, intake: { certificate: current.certificate, approvals: [...current.approvals] } } : refusal)
  }
  return { kind: "ask", epoch: (input.entries.at(-1) as Entry).epoch, subject: row.stream, envelopes: [] }
}

/** Until the desk has written to it a mailbox takes some messages of usual size, like files (door/quota.ts). */
async function fullMailbox(service: Service, row: StreamRow, entries: readonly Entry[]): Promise<Refusal | null> {
  const { mailboxEntries, freeEntries, freeBody } = service.limits
  if (entries.some((e) => e.seq >= mailboxEntries)) return refuse("mailbox-full", "This mailbox is full.")
  const much = entries.findIndex((e) => e.seq >= freeEntries || e.size > freeBody)
  if (much === -1) return null
  const answered = row.pair !== null && ((await service.store.standing(row.pair))?.head.seq ?? -1) >= 0
  return answered ? null : refuse("mailbox-full", "Before somebody at the desk has answered, a mailbox takes no more.", `/entries/${much}`)
}

/**
 * A mailbox that does not exist yet: its genesis is empty and signed by the key that its id is made from, and what follows is judged as
 * if the genesis stood already.
 */
export async function judgeOpening(judging: Judging, key: PublicKey): Promise<Judged> {
  const { service, directory, stream, input, hashes, read } = judging
  const [genesis, ...rest] = input.entries as [Entry, ...Entry[]]
  if (!knowsHead(directory, genesis.dirSeq, genesis.dirHash))
    return no(refuse("unknown-directory-head", "The entry names a directory head that this desk does not have.", "/entries/0/dirHash"))
  const signed = verifyEntry(genesis, key, read[0]).then((bad) => under("/entries/0", bad))
  const opens = { key, pair: answerIdOf(service.desk, key) }
  if (rest.length === 0) {
    const bad = await signed
    return bad ? no(bad) : { kind: "ask", epoch: genesis.epoch, subject: stream, opens, envelopes: [] }
  }
  const row: StreamRow = {
    stream,
    kind: "ask",
    head: { seq: 0, hash: hashes[0] as Hash },
    epoch: genesis.epoch,
    dirSeq: genesis.dirSeq,
    key,
    pair: opens.pair,
    wake: false,
    opened: null,
    hour: hourOf(service.now()),
    changed: 0,
  }
  const [bad, judged] = await Promise.all([
    signed,
    judgeAsk({ ...judging, row, input: { ...input, entries: rest }, hashes: hashes.slice(1), read: read.slice(1) }),
  ])
  if (bad) return no(bad)
  if (!("refusal" in judged)) return { ...judged, opens }
  const { at } = judged.refusal
  if (at === undefined) return judged
  return no({ ...judged.refusal, at: at.replace(/^\/entries\/(\d+)/, (_, n) => `/entries/${Number(n) + 1}`) })
}

async function judgeAnswer(judging: Judging): Promise<Judged> {
  const { input, directory } = judging
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  const taken = currentAndPrevious(directory.reply)
  for (const [i, entry] of input.entries.entries()) {
    const reply = taken.find((c) => c.certificate.number === entry.epoch)?.certificate
    if (!reply) return no(refuse("reply-rotated", "The desk has changed its reply key.", `/entries/${i}/epoch`))
    if (entry.author !== kidOf(reply.key)) return no(refuse("not-yours", "Only the desk's reply key writes here.", `/entries/${i}/author`))
    const bad = await sealedBy(judging, i, reply.key)
    if (bad) return no(bad)
  }
  const bad = order(judging)
  return bad ? no(bad) : { kind: "answer", epoch: (input.entries.at(-1) as Entry).epoch, envelopes: [] }
}

/** What a member saw of the log: hers alone, and nothing but that, so that all can read it and nobody can write anything else there. */
async function judgeSeen(judging: Judging, member: DirectoryMember): Promise<Judged> {
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  const hers = judging.stream === seenIdOf(judging.service.desk, member.id)
  for (const [i, entry] of judging.input.entries.entries()) {
    if (!hers || entry.author !== member.kid) return no(refuse("not-yours", "Only she writes here what she saw.", `/entries/${i}/author`))
    const said = readSeen(entry)
    if (!said.ok) return no({ ...said.refusal, at: `/entries/${i}${said.refusal.at ?? ""}` })
    const bad = await verifyEntry(entry, member.certificate.sign)
    if (bad) return no({ ...bad, at: `/entries/${i}${bad.at ?? ""}` })
  }
  const bad = order(judging)
  return bad ? no(bad) : { kind: "seen", epoch: 0, envelopes: [] }
}

async function judgeDirectory(judging: Judging): Promise<Judged> {
  const { input, directory, service } = judging
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  const first = input.entries[0] as Entry
  // Whether it is the root's, or the reserve root's, is for the fold to judge.
  const set = readDirectoryBody(fromBase64(first.body as string))?.does === "admin.set"
  if (!set && !memberByKid(directory, first.author)) return no(refuse("not-admin", "Only admins write here.", "/entries/0/author"))
  const head = judging.row?.head
  if (head && (input.entries[0] as Entry).seq !== head.seq + 1)
    return no({ ...refuse("not-head", "The entry does not follow the last one.", "/seq"), head })
  let folded = directory
  for (const [i, entry] of input.entries.entries()) {
    const next = await foldDirectory(folded, entry)
    if (!next.ok) {
      // This process may be behind another one: the caller's head is then judged again by the next try.
      if (next.refusal.error === "not-head") await service.directory.latest()
      return no({
        ...next.refusal,
        at: `/entries/${i}${next.refusal.at ?? ""}`,
        ...(next.refusal.error === "not-head" && head ? { head } : {}),
      })
    }
    folded = next.value
  }
  return { kind: "directory", epoch: 0, envelopes: [] }
}
