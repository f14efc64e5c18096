// The tray: requests that nobody has acted on, nearest to a plane first. A request leaves it only by an act, never by being opened.
import { type Request, type SealedFile, callName, trayRank } from "@safe-conduct/domain/request"
import type { PersonName } from "@safe-conduct/domain/person"
import { type Id, startOfHour } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import { bothNames, type Called } from "./called.ts"
import type { Core } from "./core.ts"
import { type Mail, type MailEntry, requestBodyOf, requestOf } from "./mail.ts"
import { spokenHere } from "./spoken.ts"
import { alikeAmong } from "./alike.ts"
import type { Alike, MailLine, OpenedRequest, PersonFacts, TrayRow } from "./vault-port.ts"

/** The case that this mailbox was joined to, as far as cards or open books say. */
export function joinedTo(core: Core, ask: string): Id | null {
  const card = core.cards.all().find((one) => one.facts.asks.some((each) => each.ask === ask))
  if (card !== undefined) return card.stream
  for (const book of core.openBooks()) {
    const { state } = book.folded() as { state: { requests?: readonly { readonly ask: string }[] } }
    if (state.requests?.some((row) => row.ask === ask)) return book.stream
  }
  return null
}

const settled = new Set(["answered", "referred", "declined", "junk"])

/** Acted on: joined, or closed. */
export const done = (core: Core, mail: Mail): boolean => joinedTo(core, mail.ask) !== null || closed(core, mail)

/** Triaged with nothing newer from the asker since. */
export function closed(core: Core, mail: Mail): boolean {
  const last = core.register.folded().state.triaged.findLast((row) => row.ask === mail.ask)
  if (last === undefined || !settled.has(last.did)) return false
  const newest = mail.entries.at(-1)
  return newest === undefined || startOfHour(newest.hour) + 3_600_000 <= last.made.at || newest.seq === 1
}

export const personFactsOf = (person: Request["people"][number]): PersonFacts => ({
  names: requestNames(person),
  ...(person.born === undefined ? {} : { born: person.born }),
  ...(person.aNumber === undefined ? {} : { aNumbers: [person.aNumber] }),
})

export function requestNames(person: Request["people"][number]): readonly PersonName[] {
  const { cyrillic, latin } = person.names ?? {}
  return [
    ...(cyrillic === undefined ? [] : [{ script: "cyrillic" as const, ...cyrillic }]),
    ...(latin ?? []).map((name) => ({ script: "latin" as const, ...name })),
  ]
}

const alikeOf = (core: Core, request: Request): readonly (readonly Alike[])[] =>
  request.people.map((person, index) => alikeAmong(core, personFactsOf(person)).map((one) => ({ ...one, index })))

export function trayRows(core: Core): readonly TrayRow[] {
  const waiting = core.mail.all().filter((mail) => mail.entries.some((item) => item.error !== "purged") && !done(core, mail))
  const rows = waiting.map((mail) => {
    const found = requestOf(mail)
    const first = mail.entries[0] as MailEntry
    const request = found?.request ?? null
    return { rank: rankOf(mail, request), row: rowOf(core, mail, first, request) }
  })
  return rows
    .sort((a, b) => b.rank - a.rank || (a.row.hour < b.row.hour ? -1 : a.row.hour > b.row.hour ? 1 : a.row.ask < b.row.ask ? -1 : 1))
    .map(({ row }) => row)
}

/** What cannot be read stands at the top: it may be the gravest of all. */
export const rankOf = (mail: Mail, request: Request | null): number =>
  request === null ? 1000 : trayRank(request) + (mail.wake && request.wake !== true ? 50 : 0)

function rowOf(core: Core, mail: Mail, first: MailEntry, request: Request | null): TrayRow {
  return {
    ask: mail.ask,
    hour: first.hour,
    wake: mail.wake,
    danger: request?.danger ?? null,
    called: calledOf(request),
    names: request?.people.map(callName).filter((name) => name !== "") ?? [],
    people: request?.people.length ?? 0,
    language: request?.language ?? "",
    asking: request?.asking ?? "",
    files: first.body?.known === true && first.body.body.kind === "request" ? first.body.body.files.length : 0,
    messages: mail.entries.length - 1,
    askedBefore: request?.askedBefore === true,
    paper: requestBodyOf(mail)?.paper !== undefined,
    alike: request === null ? [] : alikeOf(core, request).flat(),
    unreadable: mail.broken ?? first.error ?? (request === null ? "unknown-kind" : null),
  }
}

/** Of whoever a request names first, as it writes her. */
export function calledOf(request: Request | null): Called {
  const [first] = request?.people ?? []
  return first === undefined ? { name: "", latin: "" } : { ...bothNames(requestNames(first)), name: callName(first) }
}

export async function openRequest(core: Core, ask: string): Promise<Result<OpenedRequest>> {
  const pulled = await core.mail.pull(ask as Id)
  if (!pulled.ok) return pulled
  const mail = pulled.value
  const first = mail.entries[0]
  if (first === undefined) return no("no-request", "Nothing was sent in this mailbox yet.")
  const request = requestOf(mail)?.request ?? null
  return ok({
    ask: mail.ask,
    hour: first.hour,
    wake: mail.wake,
    requestHash: first.hash,
    request,
    raw: first.body?.known === false ? first.body.rows : (first.raw ?? null),
    files: filesOf(first),
    messages: mailLines(core, mail).filter((line) => line.seq !== first.seq || line.from === "desk"),
    opened: mail.opened,
    spoken: spokenHere(core, mail, joinedTo(core, ask)),
    alike: request === null ? [] : alikeOf(core, request),
    joined: joinedTo(core, ask),
  })
}

export const filesOf = (item: MailEntry): readonly SealedFile[] =>
  item.body?.known === true && (item.body.body.kind === "request" || item.body.body.kind === "message") ? item.body.body.files : []

/**
 * Both sides in one order. Hours are all that the server says, so an answer stands behind the message that it answers. The desk's own
 * words come from the entries that announced them; an answer that none announced shows red.
 */
export function mailLines(core: Core, mail: Mail): readonly MailLine[] {
  const said = announced(core, mail.ask)
  const stored = mail.answers.map((answer) => {
    const by = said.find((one) => one.sealedHash === answer.sealedHash)
    const line: MailLine = {
      ...blank,
      from: "desk",
      ask: mail.ask,
      seq: answer.seq,
      hour: answer.hour,
      kind: "reply",
      text: by?.text ?? "",
      ...(by?.phrase === undefined ? {} : { phrase: by.phrase }),
      ...(by?.status === undefined ? {} : { status: by.status }),
      by: by?.by ?? null,
      unvouched: by === undefined || !answer.certified,
      sent: true,
    }
    return { line, after: by?.after ?? mail.entries.findLast((item) => item.hour <= answer.hour)?.seq ?? 0, order: answer.seq }
  })
  const unsent = said
    .filter((one) => !mail.answers.some((answer) => answer.sealedHash === one.sealedHash))
    .map((one) => {
      const line: MailLine = {
        ...blank,
        from: "desk",
        ask: mail.ask,
        seq: -1,
        hour: one.hour,
        kind: "reply",
        text: one.text,
        ...(one.phrase === undefined ? {} : { phrase: one.phrase }),
        by: one.by,
        unvouched: false,
        sent: false,
      }
      return { line, after: one.after ?? Number.MAX_SAFE_INTEGER, order: Number.MAX_SAFE_INTEGER }
    })
  const asked = mail.entries.map((item) => ({ line: askerLine(mail, item), after: item.seq, order: -1 }))
  return [...asked, ...stored, ...unsent].sort((a, b) => a.after - b.after || a.order - b.order).map(({ line }) => line)
}

const blank = { files: [], unreadable: null, by: null, unvouched: false, sent: true } as const

function askerLine(mail: Mail, item: MailEntry): MailLine {
  const line = { ...blank, from: "asker" as const, ask: mail.ask, seq: item.seq, hour: item.hour }
  if (item.body === null) return { ...line, kind: "unreadable", text: "", unreadable: item.error ?? "no-key" }
  if (!item.body.known)
    return {
      ...line,
      kind: item.body.kind || "unknown",
      text: item.body.rows.map((row) => `${row.at} ${row.text}`).join("\n"),
      unreadable: null,
    }
  const { body } = item.body
  switch (body.kind) {
    case "request":
      return { ...line, kind: "request", text: body.request.message ?? "", files: body.files }
    case "message":
      return {
        ...line,
        kind: "message",
        text: body.text,
        files: body.files,
        ...(body.addition === undefined ? {} : { addition: body.addition }),
      }
    case "withdraw-consent":
      return {
        ...line,
        kind: body.kind,
        text: body.text ?? "",
        wish: { scope: body.scope, ...(body.person === undefined ? {} : { person: body.person }) },
      }
    case "change-contact":
      return { ...line, kind: body.kind, text: body.text ?? "", wish: { contact: body.contact } }
    case "forget-me":
      return { ...line, kind: body.kind, text: body.text ?? "", wish: {} }
    case "correct":
      return { ...line, kind: body.kind, text: body.text, wish: body.person === undefined ? {} : { person: body.person } }
    case "spoken":
      return { ...line, kind: body.kind, text: "" }
  }
}

/** What members said, in the case or, before there is one, in the register. */
function announced(core: Core, ask: string) {
  const stream = joinedTo(core, ask)
  const answers =
    stream === null
      ? []
      : core
          .caseBook(stream)
          .folded()
          .state.answers.filter((row) => row.ask === ask)
  const triaged = core.register.folded().state.triaged.filter((row) => row.ask === ask && row.sealedHash !== undefined)
  const hourAt = (at: number): string => `${new Date(at).toISOString().slice(0, 13)}Z`
  return [
    ...answers.map((row) => ({
      sealedHash: row.sealedHash,
      text: row.text,
      phrase: row.phrase,
      status: row.status,
      by: core.nameOf(row.made.by),
      hour: hourAt(row.made.at),
      after: row.repliesTo?.seq,
    })),
    ...triaged.map((row) => ({
      sealedHash: row.sealedHash as string,
      text: row.phrase === undefined ? row.why : "",
      phrase: row.phrase,
      status: undefined,
      by: core.nameOf(row.made.by),
      hour: hourAt(row.made.at),
      after: undefined,
    })),
  ]
}
