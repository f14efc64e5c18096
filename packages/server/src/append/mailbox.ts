// Opening a mailbox: its empty first entry pays the proof of work and makes both sides, so that a request can be stored only once.
// The request may follow it in the same call: its own signature says who wrote it, so it needs neither challenge nor session.
import { askIdOf } from "@safe-conduct/sealing/verify"
import { type Entry, type Id, type NewMailbox, type Refusal, ZERO_HASH, refuse } from "@safe-conduct/wire"
import { paidWork } from "../door/work.ts"
import type { Service } from "../service.ts"
import { type Outcome, append } from "./append.ts"

export async function openMailbox(service: Service, { key, work, entry, entries, wake }: NewMailbox): Promise<Outcome> {
  if ((entry === undefined) === (entries === undefined))
    return { ok: false, refusal: refuse("malformed", "A mailbox opens with its entries, or with its first one alone.", "/entries") }
  const all = entries ?? [entry as Entry]
  const ask = askIdOf(service.desk, key)
  const bad = refusedGenesis(service, ask, all[0] as Entry) ?? paidWork(ask, work)
  const done: Outcome = bad
    ? { ok: false, refusal: bad }
    : await append(service, ask, { entries: all, ...(wake === undefined ? {} : { wake }) }, null, key)
  const at = done.ok ? undefined : done.refusal.at
  if (done.ok || entry === undefined || at === undefined) return done
  return { ok: false, refusal: { ...done.refusal, at: at.replace(/^\/entries\/0/, "/entry") } }
}

function refusedGenesis(service: Service, ask: Id, entry: Entry): Refusal | null {
  if (entry.desk !== service.desk) return refuse("other-desk", "The entry belongs to another desk.", "/entries/0/desk")
  if (entry.stream !== ask || entry.author !== ask)
    return refuse("not-yours", "The mailbox's id is not made from this key.", "/entries/0/stream")
  const empty = entry.size === 0 && entry.body === "" && entry.objects.length === 0 && entry.guards.length === 0
  if (entry.seq !== 0 || entry.prev !== ZERO_HASH || !empty)
    return refuse("malformed", "A mailbox opens with one empty entry.", "/entries/0")
  return null
}
