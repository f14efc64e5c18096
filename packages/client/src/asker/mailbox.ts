// A mailbox, opened with thirteen words from any device: replies are read, more is said, wishes are asked. What was submitted
// cannot be read back: the code writes one side and opens the other.
import { follows, headAfter, kidOf, verifyEntry } from "@safe-conduct/sealing/verify"
import { openAnswer } from "@safe-conduct/sealing/open"
import { type CodeKeys, codeKeys, sealAsk } from "@safe-conduct/sealing/seal"
import { AnswerBody, type AskBodyInput, type MailboxStatus } from "@safe-conduct/domain/request"
import { type Append, EMPTY, type Entry, type Head, type Id, type Recipient } from "@safe-conduct/wire"
import * as v from "valibot"
import { dayAt } from "../day.ts"
import { type Api, createApi } from "../api.ts"
import type { UploadState } from "../file/upload.ts"
import { type Result, no, ok } from "../result.ts"
import type { Desk, Journal, Mailbox, MailboxMessage, MailboxView, SayGiven, Submitted, Wish } from "./asker-port.ts"
import { type MetDesk, intakeOn, met } from "./connect.ts"
import { insist, keepAt, recall, sendEntry } from "./send.ts"
import { signInAsMailbox, uploadAll } from "./submit.ts"

interface SayState {
  readonly body?: AskBodyInput
  readonly files?: readonly (UploadState | null)[]
  readonly objects?: readonly string[]
  readonly wake?: boolean
  readonly append?: Append
}

interface Read {
  readonly view: MailboxView
  /** Of her own side. */
  readonly head: Head
  readonly sealTo: Recipient | null
}

export async function openMailbox(desk: Desk, code: Uint8Array, journal?: Journal): Promise<Result<Mailbox>> {
  const at = met(desk)
  const api = createApi(at.env)
  // On its way while the words become keys.
  api.beginSignIn()
  const keys = await codeKeys(at.id, code)
  const signed = await signInAsMailbox(api, at.id, keys)
  if (!signed.ok) return signed
  const head = await api.head(keys.ask)
  if (!head.ok) return head.status === 404 ? no("no-mailbox", "No request was sent with these words.") : head
  const box = mailboxOf(at, keys, api, journal)
  // Bytes that were sealed before a tab was killed go first, unchanged.
  await box.resend()
  return ok(box)
}

function mailboxOf(desk: MetDesk, keys: CodeKeys, api: Api, journal: Journal | undefined): Mailbox & { resend(): Promise<void> } {
  const place = { journal, name: `say/${keys.ask}` }

  async function read(): Promise<Result<Read>> {
    const [entries, head] = await Promise.all([answers(api, keys.answer), insist(api, () => api.head(keys.ask))])
    if (!entries.ok) return entries
    if (!head.ok) return head
    return ok(await readAnswers(desk, keys, entries.value, head.value as Head))
  }

  async function send(
    body: AskBodyInput,
    objects: readonly string[],
    wake: boolean,
    kept: Append | null,
    signal?: AbortSignal,
  ): Promise<Result<Submitted>> {
    const before = await read()
    if (!before.ok) return before
    const { sealTo } = before.value
    let known = kept === null ? before.value.head : null
    const sent = await sendEntry({
      desk,
      api,
      ask: keys.ask,
      wake,
      signal,
      kept,
      keep: (append) => keepAt(place, { body, objects, wake, append } satisfies SayState),
      taken: "again",
      seal: async (now) => {
        const intake = intakeOn(now.papers.intake, dayAt(now.env.now()))
        if (intake === null) return no("desk-expired", "The desk's certificate for requests has run out. Nothing was sent.")
        // Sealed a second time, something else came before it.
        const head = known === null ? await insist(api, () => api.head(keys.ask), signal) : ok(known)
        known = null
        if (!head.ok) return head
        const at = {
          desk: now.id,
          stream: keys.ask,
          head: head.value as Head,
          epoch: intake.number,
          directory: now.papers.directory,
          objects: objects as Id[],
        }
        return ok(await sealAsk(at, keys.signing, sealTo ?? intake.recipient, body))
      },
    })
    if (sent.ok) await journal?.drop(place.name)
    return sent
  }

  async function resend(): Promise<void> {
    const state = await recall<SayState>(place)
    if (state?.append !== undefined && state.body !== undefined)
      await send(state.body, state.objects ?? [], state.wake === true, state.append)
  }

  return {
    locator: keys.ask,
    resend,
    async read() {
      const got = await read()
      return got.ok ? ok(got.value.view) : got
    },
    async say(given: SayGiven) {
      await resend()
      const sources = given.files ?? []
      const total = sources.reduce((sum, file) => sum + file.size, 0)
      const earlier = await recall<SayState>(place)
      const sent = await uploadAll(
        api,
        sources,
        earlier?.files ?? [],
        (files) => keepAt(place, { files } satisfies SayState),
        given.signal === undefined ? {} : { signal: given.signal },
        (stage, more) => given.onProgress?.({ stage, bytesSent: 0, bytesTotal: total, ...more }),
      )
      if (!sent.ok) return sent
      const { files, waiting } = sent.value
      const body: AskBodyInput = {
        v: 1,
        kind: "message",
        text: given.text,
        files: [...files],
        ...(given.addition === undefined ? {} : { addition: given.addition }),
        ...(given.wake ? { wake: true } : {}),
      }
      const said = await send(
        body,
        files.map((file) => file.id),
        given.wake === true,
        null,
        given.signal,
      )
      return said.ok ? ok({ ...said.value, waiting }) : said
    },
    async ask(wish: Wish) {
      await resend()
      return send({ v: 1, ...wish } as AskBodyInput, [], false, null)
    },
    close: () => api.signOut(),
  }
}

async function answers(api: Api, stream: Id): Promise<Result<readonly { readonly entry: Entry; readonly hour: string }[]>> {
  const all: { entry: Entry; hour: string }[] = []
  for (;;) {
    const page = await insist(api, () => api.page(stream, all.length))
    if (!page.ok) return page.status === 404 ? ok(all) : page
    all.push(...page.value.entries)
    if (page.value.entries.length === 0 || all.length > page.value.head.seq) return ok(all)
  }
}

/** Every answer is chained, signed by a reply key that the admins certified for its number, and opens for this code alone. */
async function readAnswers(
  desk: MetDesk,
  keys: CodeKeys,
  entries: readonly { readonly entry: Entry; readonly hour: string }[],
  own: Head,
): Promise<Read> {
  let head: Head = EMPTY
  let unreadable = 0
  let status: MailboxStatus = "received"
  let nextLook: string | undefined
  let sealTo: Recipient | null = null
  const messages: MailboxMessage[] = []
  for (const { entry, hour } of entries) {
    const certificate = desk.papers.reply.find((c) => c.number === entry.epoch)
    const believed =
      certificate !== undefined &&
      entry.stream === keys.answer &&
      entry.desk === desk.id &&
      follows(entry, head) === null &&
      entry.author === kidOf(certificate.key) &&
      (await verifyEntry(entry, certificate.key)) === null
    const opened = believed ? await openAnswer(entry, keys.identity) : null
    const body = opened?.ok ? v.safeParse(AnswerBody, opened.plain) : null
    head = headAfter(entry)
    if (!body?.success) {
      unreadable++
      continue
    }
    const reply = body.output
    status = reply.status ?? status
    if (reply.kind !== "phrase") nextLook = reply.nextLook ?? nextLook
    if (reply.kind === "status") continue
    sealTo = (reply.sealTo as Recipient | undefined) ?? sealTo
    messages.push({
      seq: entry.seq,
      at: hour,
      from: "desk",
      ...(reply.kind === "phrase" ? { text: "", phrase: reply.phrase } : { text: reply.text }),
      ...(reply.status === undefined ? {} : { status: reply.status }),
      ...(reply.kind === "phrase" || reply.caseWord === undefined ? {} : { caseWord: reply.caseWord }),
      ...(reply.kind === "phrase" || reply.nextLook === undefined ? {} : { nextLook: reply.nextLook }),
    })
  }
  return { view: { status, messages, unreadable, sent: own.seq, ...(nextLook === undefined ? {} : { nextLook }) }, head: own, sealTo }
}
