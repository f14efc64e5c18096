// Mailboxes as the desk reads them. The asker's side is checked against the key behind its id, opened with the intake secret of its
// number or with the case's own identity; the desk's side can be read back by nobody here, so each answer is matched by hash with
// the member-signed entry that announced it.
import { answerIdOf, askIdOf, bodyBytes, follows, hashOf, headAfter, kidOf, verifyEntry } from "@safe-conduct/sealing/verify"
import { type Identity, openAsk as openSealed } from "@safe-conduct/sealing/open"
import { type OpenedAsk, type Request, type RequestBody, openAsk as readBody } from "@safe-conduct/domain/request"
import { EMPTY, type Entry, type Guard, type Hash, type Head, type HeadRow, type Hour, type Id, type PublicKey } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import { type Turn, newTurn } from "../turn.ts"
import type { Inside } from "./inside.ts"
import type { IntakeSecret } from "./intake-secrets.ts"

export interface MailEntry {
  readonly seq: number
  readonly hash: Hash
  readonly hour: Hour
  readonly entry: Entry
  /** Null while it could not be opened; `error` says why. */
  body: OpenedAsk | null
  raw: unknown
  error: string | null
}

export interface Answered {
  readonly seq: number
  readonly hash: Hash
  /** Of the sealed bytes: what a case's entry announced. */
  readonly sealedHash: Hash
  readonly hour: Hour
  readonly certified: boolean
}

export interface Mail {
  readonly ask: Id
  readonly answer: Id
  readonly key: PublicKey
  wake: boolean
  opened: string | null
  head: Head
  answerHead: Head
  readonly entries: MailEntry[]
  readonly answers: Answered[]
  broken: string | null
  readonly turn: Turn
}

export interface MailBook {
  /** What the server's list of heads says; nothing is fetched yet. */
  note(row: HeadRow): void
  get(ask: Id): Mail | undefined
  readonly all: () => readonly Mail[]
  pull(ask: Id): Promise<Result<Mail>>
  /** Drops what was destroyed, up to an entry. */
  forget(ask: Id, through: number): void
  /** Heads up to which everything was read, checked and opened, as they are at the server now. */
  guards(asks: readonly Id[]): Promise<Result<readonly Guard[]>>
}

export interface MailGiven {
  readonly inside: Inside
  /** Secrets by intake number; the newest last. */
  readonly intake: () => Promise<readonly IntakeSecret[]>
  /** What the case that this mailbox is joined to keeps of an entry whose key was destroyed: JSON. */
  readonly kept: (ask: Id, seq: number, hash: Hash) => Promise<string | null>
  /** Whether two members destroyed the key of this number. */
  readonly keyGone: (number: number) => boolean
  /** Heads up to which this mailbox was destroyed on two members' word. */
  readonly purged: (ask: Id) => readonly { readonly seq: number; readonly hash: string }[]
  /** Identities of the case that this mailbox is joined to, where it is and this member may open it. */
  readonly sealTo: (ask: Id) => Promise<readonly Identity[]>
}

export function newMailBook(given: MailGiven): MailBook {
  const { inside } = given
  const mails = new Map<Id, Mail>()

  const purged = (mail: Mail, { seq }: MailEntry): boolean =>
    given.purged(mail.ask).some((head) => head.seq >= seq && mail.entries.some((one) => one.seq === head.seq && one.hash === head.hash))

  async function open(mail: Mail, item: MailEntry): Promise<void> {
    if (item.entry.body === null) {
      item.error = purged(mail, item) ? "purged" : "body-missing"
      return
    }
    const known = await given.intake()
    const first = known.filter(({ number }) => number === item.entry.epoch)
    const rest = known.filter(({ number }) => number !== item.entry.epoch)
    const sealTo = await given.sealTo(mail.ask)
    for (const identity of [...first.map((i) => i.identity), ...sealTo, ...rest.map((i) => i.identity)]) {
      const opened = await openSealed(item.entry, identity)
      if (opened.ok) {
        item.raw = opened.plain
        item.body = readBody(opened.plain)
        item.error = null
        return
      }
      item.error = opened.refusal.error
      // Made for another place: no other key will make it belong here.
      if (opened.refusal.error === "misplaced-body") return
    }
    const kept = await given.kept(mail.ask, item.seq, item.hash)
    if (kept !== null) {
      item.raw = JSON.parse(kept)
      item.body = readBody(item.raw)
      item.error = null
      return
    }
    item.error = given.keyGone(item.entry.epoch) ? "purged" : (item.error ?? "no-key")
  }

  async function pullAsk(mail: Mail): Promise<Result<null>> {
    for (;;) {
      const page = await inside.api.page(mail.ask, mail.head.seq + 1)
      if (!page.ok) return page
      if (page.value.head.seq < mail.head.seq) return broken(mail, "stream-went-back")
      for (const { entry, hour } of page.value.entries) {
        const placed =
          entry.desk === inside.desk && entry.stream === mail.ask && entry.author === mail.ask && follows(entry, mail.head) === null
        if (!placed || (await verifyEntry(entry, mail.key)) !== null) return broken(mail, "bad-signature")
        const item: MailEntry = { ...headAfter(entry), hour, entry, body: null, raw: null, error: null }
        mail.head = { seq: item.seq, hash: item.hash }
        if (item.seq === 0) continue
        mail.entries.push(item)
        await open(mail, item)
      }
      if (page.value.entries.length === 0 || mail.head.seq >= page.value.head.seq) return ok(null)
    }
  }

  async function pullAnswers(mail: Mail): Promise<Result<null>> {
    for (;;) {
      const page = await inside.api.page(mail.answer, mail.answerHead.seq + 1)
      if (!page.ok) return page.status === 404 ? ok(null) : page
      for (const { entry, hour } of page.value.entries) {
        if (entry.stream !== mail.answer || follows(entry, mail.answerHead) !== null) return broken(mail, "chain-broken")
        const certificate = inside.directory.now().reply.find((one) => one.certificate.number === entry.epoch)?.certificate
        const certified =
          certificate !== undefined && entry.author === kidOf(certificate.key) && (await verifyEntry(entry, certificate.key)) === null
        const body = bodyBytes(entry)
        mail.answerHead = headAfter(entry)
        mail.answers.push({
          seq: entry.seq,
          hash: mail.answerHead.hash,
          sealedHash: body === null ? entry.bodyHash : hashOf(body),
          hour,
          certified,
        })
      }
      if (page.value.entries.length === 0 || mail.answerHead.seq >= page.value.head.seq) return ok(null)
    }
  }

  function broken(mail: Mail, error: string): Result<never> {
    mail.broken = error
    return no(error, "The server served a mailbox that does not hold.")
  }

  async function pull(ask: Id): Promise<Result<Mail>> {
    const mail = mails.get(ask)
    return mail === undefined ? no("no-mailbox", "There is no such mailbox.") : mail.turn(() => pullBoth(mail))
  }

  async function pullBoth(mail: Mail): Promise<Result<Mail>> {
    if (mail.broken !== null) return no(mail.broken, "The server served a mailbox that does not hold.")
    const [asked, answered] = await Promise.all([pullAsk(mail), pullAnswers(mail)])
    if (!asked.ok) return asked
    if (!answered.ok) return answered
    // What a new intake secret or a freshly joined case can open now.
    for (const item of mail.entries) if (item.body === null) await open(mail, item)
    return ok(mail)
  }

  return {
    note(row) {
      if (row.kind !== "ask" || row.key === null || row.pair === null) return
      const known = mails.get(row.stream)
      if (known !== undefined) {
        known.wake = row.wake
        known.opened = row.opened
        return
      }
      // Both ids are the key: a server that names another key, or another's answers, is not believed.
      if (askIdOf(inside.desk, row.key) !== row.stream || answerIdOf(inside.desk, row.key) !== row.pair) return
      mails.set(row.stream, {
        ask: row.stream,
        answer: row.pair,
        key: row.key,
        wake: row.wake,
        opened: row.opened,
        head: EMPTY,
        answerHead: EMPTY,
        entries: [],
        answers: [],
        broken: null,
        turn: newTurn(),
      })
    },
    get: (ask) => mails.get(ask),
    all: () => [...mails.values()],
    forget(ask, through) {
      for (const item of mails.get(ask)?.entries ?? []) {
        if (item.seq > through || item.entry.body === null) continue
        Object.assign(item, { entry: { ...item.entry, body: null }, body: null, raw: null, error: "purged" })
      }
    },
    pull,
    async guards(asks) {
      const guards: Guard[] = []
      for (const ask of asks) {
        const mail = await pull(ask)
        if (!mail.ok) return mail
        if (mail.value.entries.some((item) => item.body === null && item.error !== "purged"))
          return no("unread-message", "A message of someone concerned could not be opened. It must be read first.", {
            params: { stream: ask },
          })
        guards.push({ stream: ask, seq: mail.value.head.seq, hash: mail.value.head.hash })
      }
      return ok(guards)
    },
  }
}

/** The first body of a mailbox, when it can be read as a request. */
export function requestBodyOf(mail: Mail): RequestBody | null {
  const body = mail.entries[0]?.body
  return body?.known === true && body.body.kind === "request" ? body.body : null
}

/** The request of a mailbox, when it can be read as one. */
export function requestOf(mail: Mail): { readonly request: Request; readonly item: MailEntry } | null {
  const item = mail.entries[0]
  return item?.body?.known === true && item.body.body.kind === "request" ? { request: item.body.body.request, item } : null
}

export interface Withdrawal {
  readonly ask: Id
  readonly seq: number
  readonly hour: Hour
  readonly scope: string
  /** Place in the request's people; undefined: all that this mailbox asked for. */
  readonly person: number | undefined
}

/** Every "I take it back" in a mailbox. It halts disclosure from the moment it is stored, before any member has acted on it. */
export const withdrawalsIn = (mail: Mail): readonly Withdrawal[] =>
  mail.entries.flatMap((item) => {
    if (item.body?.known !== true || item.body.body.kind !== "withdraw-consent") return []
    const { scope, person } = item.body.body
    return [{ ask: mail.ask, seq: item.seq, hour: item.hour, scope, person }]
  })
