// Whether entries may stand in a stream, by everything that is known before the transaction: one rule for each kind of stream.
import {
  type Directory,
  ageShape,
  currentAndPrevious,
  foldDirectory,
  follows,
  knowsHead,
  memberByKid,
  verifyEntry,
} from "@safe-conduct/sealing/verify"
import { type Append, type Conflict, type Entry, type Hash, type Id, type Refusal, type StreamKind, refuse } from "@safe-conduct/wire"
import { kidOf } from "@safe-conduct/sealing/verify"
import type { Session } from "../authority.ts"
import type { Service } from "../service.ts"
import { toBytes } from "../store/rows.ts"
import type { RosterRow, StreamRow } from "../store/store.ts"
import { judgeShared } from "./shared.ts"

export interface Judging {
  readonly service: Service
  readonly directory: Directory
  /** Null when the stream does not exist yet. */
  readonly row: StreamRow | null
  readonly stream: Id
  readonly input: Append
  readonly hashes: readonly Hash[]
  readonly session: Session | null
}

export interface Verdict {
  readonly kind: StreamKind
  /** The stream's epoch after these entries; a mailbox's intake or reply number. */
  readonly epoch: number
  /** The mailbox that writes, for its own files. */
  readonly subject?: Id
  /** The roster after these entries, where one of them changes it. */
  readonly roster?: readonly RosterRow[]
  readonly envelopes: readonly { readonly epoch: number; readonly envelopes: readonly { member: Id; hash: Hash; sealed: Uint8Array }[] }[]
}

export type Judged = Verdict | { readonly refusal: Conflict }
export const no = (refusal: Conflict): Judged => ({ refusal })

export async function judge(judging: Judging): Promise<Judged> {
  const kind: StreamKind = judging.row?.kind ?? "shared"
  if (kind === "ask") return judgeAsk(judging)
  if (judging.session === null) return no(refuse("no-session", "Sign in first."))
  if (judging.session.kind !== "member") return no(refuse("not-member", "Only members of the desk write here."))
  if (kind === "directory") return judgeDirectory(judging)
  return kind === "answer" ? judgeAnswer(judging) : judgeShared(judging)
}

/** Place in the chain and in the directory: asked last, since the answer tells where the stream stands. */
export function order({ row, input, directory }: Judging): Conflict | null {
  const first = input.entries[0] as Entry
  const head = row?.head ?? { seq: -1, hash: "0".repeat(64) as Hash }
  const bad = follows(first, head)
  if (bad) return { ...bad, head }
  for (const entry of input.entries) {
    if (!knowsHead(directory, entry.dirSeq, entry.dirHash))
      return refuse("unknown-directory-head", "The entry names a directory head that this desk does not have.", "/dirHash")
  }
  if (first.dirSeq < (row?.dirSeq ?? 0)) return refuse("old-directory", "The directory head goes down along the stream.", "/dirSeq")
  return null
}

/** Bodies of a mailbox are age files to hybrid recipients alone: what anybody else could open is not taken. */
function sealedForDesk(entry: Entry, i: number): Refusal | null {
  if (ageShape(toBytes(entry.body as string)) === "hybrid") return null
  return refuse("not-sealed", "The body is not an age file to post-quantum hybrid recipients alone.", `/entries/${i}/body`)
}

function plainAppend({ input }: Judging): Refusal | null {
  if (input.card) return refuse("no-card-here", "This stream has no card.", "/card")
  return input.envelopes?.length ? refuse("no-envelopes-here", "This stream has no epochs.", "/envelopes") : null
}

async function judgeAsk(judging: Judging): Promise<Judged> {
  const { input, row, directory, service } = judging
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  if (!row?.key) return no(refuse("no-such-stream", "There is no such stream."))
  for (const [i, entry] of input.entries.entries()) {
    if (entry.author !== row.stream) return no(refuse("not-yours", "Only the mailbox writes here.", `/entries/${i}/author`))
    const bad = sealedForDesk(entry, i) ?? (await verifyEntry(entry, row.key))
    if (bad) return no(bad)
  }
  const bad = order(judging)
  if (bad) return no(bad)
  if (input.entries.some((e) => e.seq >= service.limits.mailboxEntries)) return no(refuse("mailbox-full", "This mailbox is full."))
  const taken = currentAndPrevious(directory.intake).map((c) => c.certificate.number)
  const current = directory.intake.at(-1)
  if (input.entries.some((e) => !taken.includes(e.epoch))) {
    const refusal = refuse("intake-rotated", "The desk has changed its intake key; seal again to the new one.", "/entries/0/epoch")
    return no(current ? { ...refusal, intake: { certificate: current.certificate, approvals: [...current.approvals] } } : refusal)
  }
  return { kind: "ask", epoch: (input.entries.at(-1) as Entry).epoch, subject: row.stream, envelopes: [] }
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
    const bad = sealedForDesk(entry, i) ?? (await verifyEntry(entry, reply.key))
    if (bad) return no(bad)
  }
  const bad = order(judging)
  return bad ? no(bad) : { kind: "answer", epoch: (input.entries.at(-1) as Entry).epoch, envelopes: [] }
}

async function judgeDirectory(judging: Judging): Promise<Judged> {
  const { input, directory, service } = judging
  const plain = plainAppend(judging)
  if (plain) return no(plain)
  const author = memberByKid(directory, (input.entries[0] as Entry).author)
  if (!author && (input.entries[0] as Entry).author !== kidOf(directory.root))
    return no(refuse("not-admin", "Only admins write here.", "/entries/0/author"))
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
