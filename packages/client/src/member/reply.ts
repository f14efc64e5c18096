// A reply: first said in the case by a member under her own signature, with the hash of the sealed bytes, and then put into the
// mailbox under the desk's reply key. An answer in a mailbox that no member announced shows red.
import { entryHash, headerOf, verifyReceipt } from "@safe-conduct/sealing/verify"
import { sealAnswer, streamIdentity } from "@safe-conduct/sealing/seal"
import { replacedBy } from "@safe-conduct/domain/case"
import type { AnswerBodyInput } from "@safe-conduct/domain/request"
import type { PlainDate } from "@safe-conduct/domain/time"
import type { Entry, Id, Receipt, Recipient } from "@safe-conduct/wire"
import { passing } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import { actCase, ensure } from "./cases.ts"
import type { Core } from "./core.ts"
import { hear } from "./heard.ts"
import { keepReceipt } from "./log.ts"
import type { Mail } from "./mail.ts"
import { saidToBeSpoken, spokenHere } from "./spoken.ts"
import { joinedTo } from "./tray.ts"
import type { ReplyMore } from "./vault-port.ts"

interface Prepared {
  readonly entry: Entry
  readonly seq: number
}

export async function reply(core: Core, ask: string, text: string, more: ReplyMore = {}): Promise<Result<null>> {
  const pulled = await core.mail.pull(ask as Id)
  if (!pulled.ok) return pulled
  const mail = pulled.value
  const stream = joinedTo(core, ask)
  if (stream !== null) {
    const ready = await ensure(core, stream)
    if (!ready.ok) return ready
  }
  const bound = await bind(core, mail, stream)
  if (!bound.ok) return bound
  // No fold sees these two: a word and a day travel in the sealed answer alone.
  if (spokenHere(core, mail, stream) && (more.caseWord !== undefined || more.nextLook !== undefined)) return spokenCode()
  for (let round = 0; round < 5; round++) {
    const sealed = await seal(core, mail, stream, text, more)
    if (!sealed.ok) return sealed
    const said = await announce(core, mail, stream, text, more, sealed.value.bodyHash)
    if (!said.ok) return said
    const sent = await send(core, mail, { entry: sealed.value, seq: said.value })
    if (sent.ok) {
      core.emit({ what: "case", ...(stream === null ? {} : { stream }) })
      return ok(null)
    }
    if (sent.refusal.error !== "not-head") return sent
    // Another member answered at the same time: ours is sealed anew behind hers, and what we announced is taken back.
    await takeBack(core, stream, said.value)
    const again = await core.mail.pull(ask as Id)
    if (!again.ok) return again
  }
  return no("too-busy", "Others keep answering here. Look at what they wrote first.")
}

const spokenCode = () => no("spoken-code", "Others may have heard these words. Only a fixed sentence goes there.", { at: "/text" })

/** What she said of her words stands in the stream before the answer does, so that the fold judges it. */
async function bind(core: Core, mail: Mail, stream: Id | null): Promise<Result<null>> {
  if (stream !== null) return hear(core, stream, mail)
  const said = saidToBeSpoken(mail)
  if (said === undefined || core.register.may("mark-spoken", { ask: mail.ask, said }) !== null) return ok(null)
  const marked = await core.register.act([{ does: "mark-spoken", input: { ask: mail.ask, said } }])
  return marked.ok ? ok(null) : marked
}

async function seal(core: Core, mail: Mail, stream: Id | null, text: string, more: ReplyMore): Promise<Result<Entry>> {
  const held = core.replySigning()
  if (held === null) return no("no-reply-key", "The desk holds no reply key that is certified now.")
  const first = mail.entries[0]
  const replyTo =
    first?.body?.known === true && first.body.body.kind === "request" ? (first.body.body.replyTo as Recipient | undefined) : undefined
  if (replyTo === undefined) return no("no-reply-address", "This request does not say where replies are sealed to.")
  const status = more.status === undefined ? {} : { status: more.status }
  const body: AnswerBodyInput =
    more.phrase !== undefined
      ? { v: 1, kind: "phrase", phrase: more.phrase, ...status, ...(await sealTo(core, stream)) }
      : text === "" && more.status !== undefined
        ? { v: 1, kind: "status", status: more.status, ...nextLook(more) }
        : {
            v: 1,
            kind: "reply",
            text,
            ...status,
            ...caseWordOf(core, mail, stream, more),
            ...nextLook(more),
            ...(await sealTo(core, stream)),
          }
  const place = {
    desk: core.inside.desk,
    stream: mail.answer,
    head: mail.answerHead,
    epoch: held.number,
    directory: core.inside.directory.now().head,
  }
  const entry = await sealAnswer(place, held.signing, replyTo, body)
  return entry === null ? no("too-long", "This reply is too long for one message.", { at: "/text" }) : ok(entry)
}

/** The case's word goes with every answer in words, so that the newest letter has it; never where others may have heard her code. */
function caseWordOf(core: Core, mail: Mail, stream: Id | null, more: ReplyMore): { caseWord?: string } {
  const given = stream === null ? undefined : core.caseBook(stream).folded().state.caseWords?.at(-1)?.word
  const caseWord = more.caseWord ?? (spokenHere(core, mail, stream) ? undefined : given)
  return caseWord === undefined ? {} : { caseWord }
}

const nextLook = (more: ReplyMore): { nextLook?: PlainDate } =>
  more.nextLook === undefined ? {} : { nextLook: more.nextLook as PlainDate }

/** From now on her messages go to this case's roster alone. */
async function sealTo(core: Core, stream: Id | null): Promise<{ sealTo?: string }> {
  if (stream === null) return {}
  const { chain } = core.caseBook(stream)
  const key = chain.roster === null ? undefined : chain.keys.get(chain.roster.epoch)
  return key === undefined ? {} : { sealTo: (await streamIdentity(core.inside.desk, stream, key)).recipient }
}

/** Answers the place of the announcement. */
async function announce(
  core: Core,
  mail: Mail,
  stream: Id | null,
  text: string,
  more: ReplyMore,
  sealedHash: string,
): Promise<Result<number>> {
  if (stream === null) {
    const done = await core.register.act([
      {
        does: "triage-request",
        input: {
          ask: mail.ask,
          did: "waiting",
          why: more.phrase ?? (text.slice(0, 2_000) || (more.status ?? "status")),
          sealedHash,
          ...(more.phrase === undefined ? {} : { phrase: more.phrase }),
        },
      },
    ])
    return done.ok ? ok(done.value[0]?.seq ?? 0) : done
  }
  const last = mail.entries.at(-1)
  const input = {
    ask: mail.ask,
    text,
    sealedHash,
    ...(more.phrase === undefined ? {} : { phrase: more.phrase }),
    ...(more.status === undefined ? {} : { status: more.status }),
    ...(last === undefined ? {} : { repliesTo: { ask: mail.ask, seq: last.seq } }),
  }
  const done = await actCase(core, stream, [{ does: "answer-request", input }])
  return done.ok ? ok(done.value[0]?.seq ?? 0) : done
}

async function send(core: Core, mail: Mail, { entry }: Prepared): Promise<Result<null>> {
  for (let tried = 1; ; tried++) {
    const sent = await core.inside.api.append(mail.answer, { entries: [entry] })
    if (sent.ok) {
      await keepHeld(core, sent.value.receipt, entry)
      await core.mail.pull(mail.ask)
      return ok(null)
    }
    if (!passing(sent)) return sent
    if (tried >= 5) {
      // Said and not yet sent: the same bytes go at the next refresh, and the line says so until then.
      core.unsent.push({ ask: mail.ask, answer: mail.answer, entry })
      return sent
    }
    await core.inside.api.wait(100 * 2 ** tried)
  }
}

export async function resendAnswers(core: Core): Promise<void> {
  for (const waiting of core.unsent.splice(0)) {
    const sent = await core.inside.api.append(waiting.answer, { entries: [waiting.entry] })
    if (sent.ok) await keepHeld(core, sent.value.receipt, waiting.entry)
    else if (passing(sent)) core.unsent.push(waiting)
  }
}

/** An answer's receipt, where it holds: by and by the log must show it. */
async function keepHeld({ inside, opened }: Core, receipt: Receipt, entry: Entry): Promise<void> {
  const fits = receipt.stream === entry.stream && receipt.seq === entry.seq && receipt.hash === entryHash(headerOf(entry))
  if (fits && (await verifyReceipt(opened.info.received, receipt))) keepReceipt(inside, receipt)
}

async function takeBack(core: Core, stream: Id | null, seq: number): Promise<void> {
  const why = "sent again behind another answer"
  if (stream === null) await core.register.act([{ does: "strike", input: { seq, why } }])
  else await actCase(core, stream, [{ does: "strike", input: { seq, why } }])
}

/** A mailbox in whose place another was put hears it once, in the fixed sentence; what fails now is said by whoever opens the case next. */
export async function tellReplaced(core: Core, stream: string): Promise<void> {
  const { state } = core.caseBook(stream as Id).folded()
  for (const { ask } of state.requests) {
    const told = state.answers.some((row) => row.ask === ask && row.phrase === "code-replaced")
    if (replacedBy(state, ask) !== null && !told) await reply(core, ask, "", { phrase: "code-replaced" })
  }
}
