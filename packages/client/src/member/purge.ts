// Destroying for good, by two: one member proposes and signs each stream up to the head she sees, another signs the same while all of
// it still stands, then the server destroys on their signatures and the receipt is written where every member reads it.
import { verifySignature } from "@safe-conduct/sealing/verify"
import { type CaseState, compartmentsOf, openCodeWishes } from "@safe-conduct/domain/case"
import type { CompartmentState } from "@safe-conduct/domain/compartment"
import { type PurgedStream, type PurgeSeen, purgesOf } from "@safe-conduct/domain/register"
import { addDays, plainDateOf } from "@safe-conduct/domain/time"
import { type Hash, type Id, type PurgeOf, type SignedPurge, purgeBytes } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import type { Book } from "./book.ts"
import type { Core } from "./core.ts"
import { touchOf } from "./touches.ts"
import { hearCase } from "./heard.ts"
import { forgetPurged, today, viewOf } from "./purged.ts"
import { isUnseen, readersLeft } from "./unseen.ts"
import type { Acted, PasskeyTouch, PurgeGiven, PurgeView, Saw } from "./vault-port.ts"

/** Days for which the two signatures may be used. */
const GOOD_FOR = 14
/** Days that a backup may live: what was destroyed lies in it until then. */
const BACKUP_DAYS = 30

export async function proposePurge(core: Core, given: PurgeGiven): Promise<Result<Acted & { readonly entry: string }>> {
  const gathered = await gather(core, given)
  if (!gathered.ok) return gathered
  return proposeStreams(core, gathered.value, given.why)
}

export async function proposeStreams(
  core: Core,
  streams: readonly PurgedStream[],
  why: string,
): Promise<Result<Acted & { readonly entry: string }>> {
  const until = addDays(today(core), GOOD_FOR)
  const signatures = await sign(core, streams, until)
  const input = { streams, until, why, signatures }
  const done = await core.register.act([{ does: "propose-purge", input }])
  if (!done.ok) return done
  core.emit({ what: "register" })
  const acted = done.value.at(-1) as Acted
  return ok({ ...acted, entry: acted.hash })
}

/** Every stream read to its end and opened; a mailbox that nobody answered or read is taken only where it is named as such. */
async function gather(core: Core, given: PurgeGiven): Promise<Result<PurgedStream[]>> {
  const streams: PurgedStream[] = []
  const asks = new Set<string>(given.asks ?? [])
  for (const stream of given.cases ?? []) {
    const book = core.caseBook(stream as Id)
    const pulled = await book.pull()
    if (!pulled.ok) return pulled
    if (book.folded().state.opened === null) return no("not-opened", "This is not a case that this member can read.")
    const asked = await forgetAsked(core, stream)
    if (!asked.ok) return asked
    const { state } = book.folded()
    for (const { ask } of state.requests) asks.add(ask)
    streams.push({ stream, what: "case", ...book.head(), unanswered: false })
    const beside = await compartments(core, stream, state)
    if (!beside.ok) return beside
    streams.push(...beside.value)
  }
  for (const ask of asks) {
    const pulled = await core.mail.pull(ask as Id)
    if (!pulled.ok) return pulled
    const mail = pulled.value
    const unread = mail.entries.some((item) => item.body === null && item.error !== "purged")
    const unanswered = mail.answerHead.seq < 0
    if ((unread || unanswered) && !(given.unread ?? []).includes(ask))
      return no(unread ? "unopened" : "unanswered", "Somebody wrote here and was never answered. Say expressly that it goes unread.", {
        params: { stream: ask },
      })
    streams.push({ stream: ask, what: "ask", ...mail.head, unanswered: unread || unanswered })
    if (!unanswered) streams.push({ stream: mail.answer, what: "answer", ...mail.answerHead, unanswered: false })
  }
  return streams.length === 0 ? no("nothing-to-purge", "Say what is to be destroyed.") : ok(streams)
}

async function readCompartment(core: Core, stream: string): Promise<Result<Book<CompartmentState>>> {
  const book = core.compartments.book(stream as Id)
  const pulled = await book.pull()
  if (pulled.ok) return ok(book)
  return pulled.refusal.error === "not-on-roster"
    ? no("compartment-unread", "A compartment of this case is closed to this member and would stay.")
    : pulled
}

/**
 * They go with their case: else what is most dangerous would stay. Whoever proposes reads them, as long as anybody does; where fewer than
 * two are left who do, both signatures say that it goes unseen.
 */
async function compartments(core: Core, of: string, state: CaseState): Promise<Result<PurgedStream[]>> {
  const found: PurgedStream[] = []
  for (const { compartment, members } of compartmentsOf(state)) {
    const read = await readCompartment(core, compartment)
    if (!read.ok) {
      if (read.refusal.error !== "compartment-unread" || readersLeft(core.inside, members) > 0) return read
      const head = await core.inside.api.head(compartment)
      if (!head.ok) return head
      found.push({ stream: compartment, what: "compartment", ...head.value, unanswered: true })
      continue
    }
    const book = read.value
    // A case may name what is none of its own; that is not destroyed with it.
    if (book.folded().state.opened?.case !== of) continue
    const left = readersLeft(
      core.inside,
      (book.chain.roster?.members ?? []).map(({ id }) => id),
    )
    found.push({ stream: compartment, what: "compartment", ...book.head(), unanswered: left < 2 })
  }
  return ok(found)
}

/** A code asks to be forgotten and never decides it: until somebody known has confirmed it, or two wrote it aside, nothing is destroyed. */
async function forgetAsked(core: Core, stream: string): Promise<Result<null>> {
  const heard = await hearCase(core, stream as Id)
  if (!heard.ok) return heard
  const open = openCodeWishes(core.caseBook(stream as Id).folded().state).find(({ wish }) => wish.kind === "forget-me")
  return open === undefined
    ? ok(null)
    : no("forget-unconfirmed", "The code asked to be forgotten, and nobody confirmed it by a way that was known before.", {
        params: { stream, ask: open.ask, seq: open.seq },
      })
}

const signedOf = ({ stream, seq, hash, unanswered }: PurgedStream, until: string): PurgeOf => ({
  stream: stream as Id,
  seq,
  hash: hash as Hash,
  unanswered,
  until,
})

const sign = (core: Core, streams: readonly PurgedStream[], until: string) =>
  Promise.all(
    streams.map(async (one) => ({
      stream: one.stream,
      signature: await core.inside.keys.signing.sign(purgeBytes(core.inside.desk, signedOf(one, until))),
    })),
  )

/** Signs what another proposed, and has it done. `done: null`: signed, and the server could not be reached; `carryOutPurge` goes on. */
export async function approvePurge(
  core: Core,
  entry: string,
  saw?: Saw,
  given?: PasskeyTouch,
): Promise<Result<Acted & { readonly done: PurgeView | null }>> {
  const found = await findPurge(core, entry)
  if (!found.ok) return found
  const { proposed } = found.value
  if (proposed.until < today(core)) return no("purge-too-late", "The signatures have run out. Propose it again.")
  const author = core.inside.directory.now().members[proposed.made.by as Id]
  for (const one of proposed.streams) {
    const bytes = purgeBytes(core.inside.desk, signedOf(one, proposed.until))
    const signature = proposed.signatures.find((each) => each.stream === one.stream)?.signature ?? ""
    if (author === undefined || !(await verifySignature(author.certificate.sign, bytes, signature)))
      return no("bad-signature", "What was proposed was not signed.")
  }
  for (const one of proposed.streams) {
    const read = one.what === "compartment" ? await readCompartment(core, one.stream) : ok(null)
    if (!read.ok && !(isUnseen(one) && read.refusal.error === "compartment-unread")) return read
    const asked = one.what === "case" ? await forgetAsked(core, one.stream) : ok(null)
    if (!asked.ok) return asked
  }
  const input = { entry, signatures: await sign(core, proposed.streams, proposed.until) }
  const seen = saw ?? core.register.head()
  const touch = await touchOf(core, { stream: core.register.stream, entry, saw: seen }, given)
  if (!touch.ok) return touch
  const done = await core.register.act([{ does: "approve-purge", input, touch: touch.value }], { saw: seen })
  if (!done.ok) return done
  core.emit({ what: "register" })
  const carried = await carryOutPurge(core, entry)
  return ok({ ...(done.value.at(-1) as Acted), done: carried.ok ? carried.value : null })
}

/** Any member may have it done, once two have signed; asked again it goes on where it stopped. */
export async function carryOutPurge(core: Core, entry: string): Promise<Result<PurgeView>> {
  const found = await findPurge(core, entry)
  if (!found.ok) return found
  const { proposed, approved } = found.value
  if (approved === null) return no("not-approved", "A second member has not signed this yet.")
  const by = [proposed, approved] as const
  const streams = proposed.streams.map((one): SignedPurge => {
    const [first, second] = by.map((row) => ({
      by: row.made.by as Id,
      signature: row.signatures.find((each) => each.stream === one.stream)?.signature ?? "",
    }))
    return { ...signedOf(one, proposed.until), approvals: [first, second] as SignedPurge["approvals"] }
  })
  const answered = await core.inside.api.purge({ streams })
  if (!answered.ok) return answered
  if (found.value.record === null) {
    const { hour, ...counts } = answered.value
    const backupsUntil = addDays(plainDateOf(hour.slice(0, 10)), BACKUP_DAYS)
    const recorded = await core.register.act([{ does: "record-purge", input: { entry, ...counts, hour, backupsUntil } }])
    if (!recorded.ok && recorded.refusal.error !== "already-recorded") return recorded
  }
  forgetPurged(core)
  core.emit({ what: "register" })
  core.emit({ what: "cards" })
  core.emit({ what: "tray" })
  return ok(viewOf(core, purgesOf(core.register.folded().state).find((one) => one.proposed.made.hash === entry) as PurgeSeen))
}

async function findPurge(core: Core, entry: string): Promise<Result<PurgeSeen>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const found = purgesOf(core.register.folded().state).find((one) => one.proposed.made.hash === entry)
  return found === undefined ? no("nothing-to-approve", "Nothing here waits for a signature.") : ok(found)
}
