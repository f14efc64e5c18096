// Whether entries may stand in a stream, by everything that is known before the transaction: one rule for each kind of stream.
import { ageShape, currentAndPrevious, foldDirectory, memberByKid, verifyEntry } from "@safe-conduct/sealing/verify"
import { type Entry, type Refusal, type StreamKind, refuse } from "@safe-conduct/wire"
import { kidOf } from "@safe-conduct/sealing/verify"
import { toBytes } from "../store/rows.ts"
import { judgeShared } from "./shared.ts"
import { type Judged, type Judging, no, order } from "./verdict.ts"

export async function judge(judging: Judging): Promise<Judged> {
  const kind: StreamKind = judging.row?.kind ?? "shared"
  if (kind === "ask") return judgeAsk(judging)
  if (judging.session === null) return no(refuse("no-session", "Sign in first."))
  if (judging.session.kind !== "member") return no(refuse("not-member", "Only members of the desk write here."))
  if (kind === "directory") return judgeDirectory(judging)
  return kind === "answer" ? judgeAnswer(judging) : judgeShared(judging)
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
