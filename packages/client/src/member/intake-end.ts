// The end of a secret that opens requests: ninety days after its certificate's last day, and only when nothing that was sealed to it lies
// unopened. What belongs to a case is first laid into that case; then two members destroy the stream in which the secret lies.
import { purgesOf } from "@safe-conduct/domain/register"
import type { Id } from "@safe-conduct/wire"
import { CERTIFIED_DAYS, DAY, dayAt } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import { actCase, ensure } from "./cases.ts"
import type { Core } from "./core.ts"
import type { Mail, MailEntry } from "./mail.ts"
import { approvePurge, proposeStreams } from "./purge.ts"
import { done, joinedTo } from "./tray.ts"
import type { IntakeKeyEnd, IntakeKeyView, PasskeyTouch, Saw } from "./vault-port.ts"

/** Days for which a secret outlives its certificate. */
const KEPT = 90

interface Held {
  readonly what: "intake" | "paper"
  readonly number: number
  readonly stream: Id
  /** The first day on which it may be destroyed. */
  readonly from: string
}

/** Those that still stand, the oldest first. */
function held(core: Core): readonly Held[] {
  const { state } = core.register.folded()
  const directory = core.inside.directory.now()
  const rows = [
    ...state.intakeKeys.map((row) => ({ ...row, what: "intake" as const })),
    ...(state.paperKeys ?? []).map((row) => ({ ...row, what: "paper" as const })),
  ]
  return rows.flatMap(({ what, number, stream, recipient, made }): readonly Held[] => {
    if (stream === undefined || core.secrets.destroyed(stream)) return []
    const certificate = directory[what].find((one) => one.certificate.recipient === recipient)?.certificate
    // A secret whose certificate was begun and never given dies as if it had been.
    const last = certificate === undefined ? made.at + (CERTIFIED_DAYS - 1) * DAY : Date.parse(certificate.notAfter)
    return [{ what, number: certificate?.number ?? number, stream: stream as Id, from: dayAt(last + (KEPT + 1) * DAY) }]
  })
}

const sealedTo = (mail: Mail, number: number): readonly MailEntry[] =>
  mail.entries.filter((item) => item.entry.epoch === number && item.error !== "purged")

/** A mailbox that holds something nobody opened or acted on. */
const waits = (core: Core, mail: Mail, number: number): boolean => {
  const items = sealedTo(mail, number)
  return items.length > 0 && (items.some((item) => item.body === null) || !done(core, mail))
}

export function intakeKeys(core: Core): readonly IntakeKeyView[] {
  const today = dayAt(core.env.now())
  return held(core).map(({ what, number, stream, from }) => {
    const open = openProposal(core, stream)
    return {
      what,
      number,
      from,
      due: from <= today,
      // What came on paper lies in no mailbox: it waits in somebody's hand.
      waiting: what === "paper" ? 0 : core.mail.all().filter((mail) => waits(core, mail, number)).length,
      proposedBy:
        open === undefined
          ? null
          : {
              name: core.nameOf(open.proposed.made.by),
              mine: core.isMe(open.proposed.made.by),
              of: { stream: core.register.stream, entry: open.proposed.made.hash, saw: core.register.head() },
            },
    }
  })
}

const openProposal = (core: Core, stream: string) =>
  purgesOf(core.register.folded().state).findLast(
    ({ proposed, approved }) =>
      approved === null && proposed.until >= dayAt(core.env.now()) && proposed.streams.some((one) => one.stream === stream),
  )

/** The first of two proposes, the second signs; both look for themselves. */
export async function endIntakeKey(
  core: Core,
  number: number,
  second?: { readonly saw: Saw; readonly touch?: PasskeyTouch | undefined },
  what: Held["what"] = "intake",
): Promise<Result<IntakeKeyEnd>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const key = held(core).find((one) => one.number === number && one.what === what)
  if (key === undefined) return no("no-such-key", "There is no such key that could be destroyed.")
  if (key.from > dayAt(core.env.now()))
    return no("too-early", "Something that was sealed to this key may still come to light.", { params: { until: key.from } })
  const ready = what === "paper" ? ok(null) : await layIntoCases(core, number)
  if (!ready.ok) return ready
  const book = core.secrets.bookOf(key.stream)
  const read = (await book?.pull()) ?? no("no-such-key", "There is no such key that could be destroyed.")
  if (!read.ok || book === undefined) return read as Result<never>
  const head = book.head()
  const open = openProposal(core, key.stream)
  if (open !== undefined && open.proposed.streams.some((one) => one.stream === key.stream && one.hash === head.hash)) {
    if (core.isMe(open.proposed.made.by)) return no("same-member", "You have signed this already. Another member must.")
    const signed = await approvePurge(core, open.proposed.made.hash, second?.saw, second?.touch)
    return signed.ok ? ok({ done: signed.value.done !== null, entry: open.proposed.made.hash }) : signed
  }
  const why = `${what} ${number}, ended ${key.from}`
  const proposed = await proposeStreams(core, [{ stream: key.stream, what: "intake-key", ...head, unanswered: false }], why)
  return proposed.ok ? ok({ done: false, entry: proposed.value.entry }) : proposed
}

/** Every mailbox read to its end; of those that belong to a case each message stands in the case, word for word, or is laid there now. */
async function layIntoCases(core: Core, number: number): Promise<Result<null>> {
  for (const { ask } of core.mail.all()) {
    const pulled = await core.mail.pull(ask)
    if (!pulled.ok) return pulled
    const mail = pulled.value
    if (waits(core, mail, number)) return no("unopened", "Somebody's message lies unopened. It comes first.", { params: { stream: ask } })
    const stream = joinedTo(core, ask)
    if (stream === null) continue
    const ready = await ensure(core, stream)
    if (!ready.ok) return ready
    const kept = ready.value.folded().state.messages ?? []
    const missing = []
    for (const { seq, hash, raw } of sealedTo(mail, number)) {
      const body = JSON.stringify(raw)
      const row = kept.find((one) => one.ask === ask && one.seq === seq)
      if (row === undefined) missing.push({ does: "keep-message", input: { ask, seq, hash, body } })
      else if (row.body !== body || row.hash !== hash)
        return no("kept-differs", "The case holds another text than the one that was sent.", { params: { stream: ask } })
    }
    if (missing.length === 0) continue
    const laid = await actCase(core, stream, missing)
    if (!laid.ok) return laid
  }
  return ok(null)
}
