// Opening a mailbox: its empty first entry pays the proof of work and makes both sides, so that a request can be stored only once.
import { answerIdOf, askIdOf, checkBody, entryHash, knowsHead, verifyEntry } from "@safe-conduct/sealing/verify"
import { EMPTY, type NewMailbox, type Refusal, ZERO_HASH, hourOf, refuse } from "@safe-conduct/wire"
import { paidWork } from "../door/work.ts"
import { type Service, receiptFor } from "../service.ts"
import type { Outcome } from "./append.ts"

export async function openMailbox(service: Service, { key, work, entry }: NewMailbox): Promise<Outcome> {
  const ask = askIdOf(service.desk, key)
  if (entry.dirSeq > service.directory.held().head.seq) await service.directory.latest()
  const bad = refusedGenesis(service, { key, work, entry }) ?? (await verifyEntry(entry, key))
  if (bad) return { ok: false, refusal: bad }
  const hash = entryHash(entry)
  const head = { seq: 0, hash }
  const answer = answerIdOf(service.desk, key)
  const hour = hourOf(service.now())
  const made = await service.store.write(async (tx) => {
    const side = { epoch: entry.epoch, dirSeq: entry.dirSeq, hour }
    if (!(await tx.createStream({ ...side, stream: ask, kind: "ask", key, pair: answer, head }))) return false
    if (!(await tx.createStream({ ...side, stream: answer, kind: "answer", pair: ask, head: EMPTY })))
      throw new Error("an answering side without its mailbox")
    await tx.putEntry(ask, entry, hash, hour)
    return true
  })
  if (made) return { ok: true, appended: { head, receipt: await receiptFor(service, ask, head, hour) } }
  const first = await service.store.entryAt(ask, 0)
  if (first?.hash !== hash) {
    const standing = (await service.store.stream(ask))?.head
    return { ok: false, refusal: { ...refuse("not-head", "This mailbox is open already."), ...(standing ? { head: standing } : {}) } }
  }
  return { ok: true, appended: { head, receipt: await receiptFor(service, ask, head, first.hour) } }
}

function refusedGenesis(service: Service, { key, work, entry }: NewMailbox): Refusal | null {
  const ask = askIdOf(service.desk, key)
  if (entry.desk !== service.desk) return refuse("other-desk", "The entry belongs to another desk.", "/entry/desk")
  if (entry.stream !== ask || entry.author !== ask)
    return refuse("not-yours", "The mailbox's id is not made from this key.", "/entry/stream")
  if (
    entry.seq !== 0 ||
    entry.prev !== ZERO_HASH ||
    entry.size !== 0 ||
    entry.body !== "" ||
    entry.objects.length > 0 ||
    entry.guards.length > 0
  )
    return refuse("malformed", "A mailbox opens with one empty entry.", "/entry")
  if (!knowsHead(service.directory.held(), entry.dirSeq, entry.dirHash))
    return refuse("unknown-directory-head", "The entry names a directory head that this desk does not have.", "/entry/dirHash")
  return paidWork(ask, work) ?? checkBody(entry)
}
