// Compartments of a case: opened on demand by a member whose role it is, read by those on their rosters, seen by the others as no more
// than a kind and a list of names. A case is told of each change of a roster after the change itself.
import { type CaseState, assessmentOf, compartmentsOf } from "@safe-conduct/domain/case"
import { type Compartment, type CompartmentState, opensCompartment, originOf, readsCompartments } from "@safe-conduct/domain/compartment"
import { memberOf as memberNamed } from "@safe-conduct/domain/members"
import { randomId } from "@safe-conduct/sealing/seal"
import { isActive } from "@safe-conduct/sealing/verify"
import type { Id } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import type { Book } from "./book.ts"
import { actCase, ensure, logOf, one } from "./cases.ts"
import { memberOf, rosterOf } from "./compartment-lines.ts"
import type { CompartmentView, VoucherBinding } from "./compartment-port.ts"
import type { Core } from "./core.ts"
import type { Acted } from "./vault-port.ts"

const sameMembers = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id))

const rolesOf = (core: Core, member: string): readonly string[] => memberNamed(core.members.folded().state, member)?.roles ?? []

/** Whoever reads a compartment reads its case, and works on what that rests on: the fold takes nothing where another is on the list. */
function onCase(core: Core, book: Book<unknown>, members: readonly string[]): Result<readonly Id[]> {
  const roster = rosterOf(book)
  const ids = [...new Set(members)].filter((id) => isActive(core.inside.directory.now(), id)).sort()
  if (!ids.every((id) => roster.includes(id))) return no("not-on-roster", "A compartment is for members who read its case.")
  const other = ids.find((id) => !readsCompartments.some((role) => rolesOf(core, id).includes(role)))
  return other === undefined
    ? ok(ids as Id[])
    : no("compartment-reader", "A compartment is for members who work on what the case rests on.", { params: { member: other } })
}

const name = (core: Core, of: string, compartment: string, kind: Compartment, members: readonly string[]) =>
  actCase(core, of, [{ does: "name-compartment", input: { compartment, kind, members } }])

export async function newCompartment(
  core: Core,
  of: string,
  kind: Compartment,
  members: readonly string[],
): Promise<Result<{ readonly stream: string }>> {
  const ready = await ensure(core, of as Id)
  if (!ready.ok) return ready
  if (!opensCompartment[kind].some((role) => rolesOf(core, core.inside.member).includes(role)))
    return no("compartment-role", "A compartment of this kind is opened by members of another role.")
  if (compartmentsOf(ready.value.folded().state).some((row) => row.kind === kind))
    return no("compartment-known", "This case has a compartment of this kind.")
  const roster = onCase(core, ready.value, [core.inside.member, ...members])
  if (!roster.ok) return roster
  const stream = randomId()
  const begun = await core.compartments
    .book(stream)
    .act([{ does: "open-compartment", input: { case: of, kind } }], { roster: roster.value })
  if (!begun.ok) return begun
  const named = await name(core, of, stream, kind, roster.value)
  return named.ok ? ok({ stream }) : named
}

interface Read {
  readonly book: Book<CompartmentState>
  readonly of: Book<CaseState>
  readonly kind: Compartment
  readonly said: readonly string[]
}

/** Read to its end, and only if the case names it and it says itself that it is of this case and kind. */
async function read(core: Core, of: string, stream: string): Promise<Result<Read>> {
  const case_ = core.caseBook(of as Id)
  // What the case says of it is held against it, so it is read anew as well.
  const ready = await case_.pull()
  if (!ready.ok) return ready
  const named = compartmentsOf(case_.folded().state).find((row) => row.compartment === stream)
  if (named === undefined) return no("unknown-stream", "This case names no such compartment.")
  const book = core.compartments.book(stream as Id)
  const pulled = await book.pull()
  if (!pulled.ok) {
    // Whoever is taken off keeps nothing of it open either.
    if (pulled.refusal.error === "not-on-roster") core.compartments.forget(stream as Id)
    return pulled
  }
  const { opened } = book.folded().state
  if (opened === null || opened.case !== of || opened.kind !== named.kind)
    return no("compartment-foreign", "This stream does not say that it is a compartment of this case.")
  return ok({ book, of: case_, kind: named.kind, said: named.members })
}

export async function openCompartment(core: Core, of: string, stream: string): Promise<Result<CompartmentView>> {
  const got = await read(core, of, stream)
  if (!got.ok) return got
  const { book, of: case_, kind, said } = got.value
  const { state, beyond } = book.folded()
  const roster = rosterOf(book)
  return ok({
    stream,
    kind,
    state,
    beyond,
    log: logOf(core, book),
    roster: roster.map((member) => memberOf(core, case_, member)),
    saidOtherwise: !sameMembers(roster, said),
  })
}

export async function actCompartment(core: Core, of: string, stream: string, does: string, input: unknown): Promise<Result<Acted>> {
  const got = await read(core, of, stream)
  if (!got.ok) return got
  const done = one(await got.value.book.act([{ does, input }]))
  if (done.ok) core.emit({ what: "case", stream })
  return done
}

export async function setCompartmentRoster(core: Core, of: string, stream: string, members: readonly string[]): Promise<Result<null>> {
  const got = await read(core, of, stream)
  if (!got.ok) return got
  const { book, of: case_, kind, said } = got.value
  if (!members.includes(core.inside.member)) return no("compartment-yourself", "Nobody takes herself off; another on the list does.")
  // Who was taken off the case goes with the next change here; only who is new is refused by name.
  const gone = rosterOf(book).filter((id) => !rosterOf(case_).includes(id))
  const roster = onCase(
    core,
    case_,
    members.filter((id) => !gone.includes(id)),
  )
  if (!roster.ok) return roster
  if (!sameMembers(rosterOf(book), roster.value)) {
    const done = await core.compartments.regroup(stream as Id, roster.value)
    if (!done.ok) return done
  }
  if (!sameMembers(said, roster.value)) {
    const named = await name(core, of, stream, kind, roster.value)
    if (!named.ok) return named
  }
  core.emit({ what: "case", stream })
  return ok(null)
}

/** First where his name stands, then in the case: whoever is cut off between the two does it again, and nothing is written twice. */
export async function bindVoucher(core: Core, of: string, stream: string, given: VoucherBinding): Promise<Result<null>> {
  const got = await read(core, of, stream)
  if (!got.ok) return got
  const { book, of: case_ } = got.value
  const now = assessmentOf(case_.folded().state, given.evidence)
  if (now === null) return no("unknown-evidence", "There is no such evidence in the case.")
  const { bindings } = book.folded().state
  if (!bindings.some((row) => row.voucher === given.voucher && row.evidence === given.evidence)) {
    const bound = await book.act([{ does: "bind-voucher", input: { voucher: given.voucher, evidence: given.evidence } }])
    if (!bound.ok) return bound
  }
  const voucher = book.folded().state.vouchers.find((row) => row.voucher === given.voucher)
  const origin = originOf(voucher?.number ?? 0)
  if (now.origin !== origin) {
    const { claims, source, authenticity, identity, contrary, dated, note } = now
    const input = {
      evidence: given.evidence,
      claims,
      source,
      origin,
      authenticity,
      identity,
      contrary,
      why: given.why,
      ...(dated === undefined ? {} : { dated }),
      ...(note === undefined ? {} : { note }),
    }
    const told = await actCase(core, of, [{ does: "reassess-evidence", input }])
    if (!told.ok) return told
  }
  core.emit({ what: "case", stream })
  return ok(null)
}
