// `submit`: seals requests on this machine and sends them. Nothing is sealed before every request was read; nothing is sent before it
// is in the journal, where there is one.
import { resolve } from "node:path"
import { type Desk, type Submitted, readCode, submit as send, wordsOf } from "@safe-conduct/client/asker"
import { type Request, readRequest } from "@safe-conduct/domain/request"
import { plainDateOf } from "@safe-conduct/domain/time"
import type { Command, Host } from "../command.ts"
import type { Flags } from "../flags.ts"
import { type WordLanguage, wordLanguage } from "../language.ts"
import { type Line, readJson, readLines } from "../lines.ts"
import { type Refusal, exitOf, refuse, spoken } from "../refusal.ts"
import { type Attachments, matchFiles, openAttachments } from "../sending/attachments.ts"
import { type FileJournal, openJournal } from "../sending/journal.ts"
import { type Ledger, openLedger } from "../sending/ledger.ts"
import { meetDesk, meetFlags } from "../sending/meet-desk.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

export const submit: Command = {
  name: "submit",
  about: "seals requests here and sends them, for those who file many",
  help: `
Reads a request (request.json) and prints {"code":[13 words],"locator","receipt"}. The words open the desk's replies: keep them.
Unknown keys are refused before anything is sealed. Attached files go with the lines of "files" that bear their names; a request
alone takes the others too.
--many reads a request a line and answers a line each, in order. The journal is written through before each send: a run that dies
goes on with the same codes and sends nothing twice, and what it had sent is answered again. It holds the codes; delete it when done.

  safe-conduct submit --server https://desk.example.org --attach verdict.pdf < request.json
  safe-conduct submit --server https://desk.example.org --many --journal run.journal < requests.ndjson > codes.ndjson`,
  flags: {
    ...meetFlags,
    attach: { value: "FILE", about: "a file to send; may stand several times", many: true },
    many: { about: "a request a line" },
    journal: { value: "FILE", about: "where a run remembers what it did (0600); needed with --many" },
    folder: { value: "WORDS", about: "13 words of a folder from which each code is derived" },
    from: { value: "N", about: "the folder's place for the next code; 0 unless said or known from the journal" },
    language: { value: "ru|en|fr", about: "of the words printed; the request's own unless said" },
  },
  async run(given, host) {
    const language = given.text("language")
    if (language !== undefined && wordLanguage(language) === null) return refuse("bad-language", "--language is ru, en or fr.")
    if (given.on("many") && given.text("journal") === undefined)
      return refuse("missing-flag", "--many needs --journal FILE, so that a run that dies sends nothing twice.")
    const folder = await readFolder(given, host)
    if (!folder.ok) return folder.refusal
    const requests = await readRequests(given, host)
    if (!requests.ok) return requests.refusal
    const attachments = await openAttachments(given.all("attach"), host.cwd)
    if (!attachments.ok) return attachments.refusal
    try {
      const strange = given.on("many") ? unspoken(requests.value, attachments.value) : undefined
      if (strange !== undefined) return refuse("unused-file", `No request speaks of ${strange}.`)
      const desk = await meetDesk(given, host)
      if (!desk.ok) return desk.refusal
      return await withJournal(given, host, desk.value, async (journal) => {
        const ledger = await openLedger(desk.value, journal, folder.value?.code ?? null, folder.value?.from ?? 0)
        return sendAll({ given, host, desk: desk.value, journal, ledger, attachments: attachments.value }, requests.value)
      })
    } finally {
      await attachments.value.close()
    }
  },
}

interface Read {
  readonly line: number | null
  readonly text: string
  readonly request: Request
}

async function readRequests(given: Flags, host: Host): Promise<Outcome<readonly Read[]>> {
  const today = plainDateOf(new Date(host.now()).toISOString().slice(0, 10))
  const readOne = (value: unknown, text: string, line: number | null): Outcome<Read> => {
    const read = readRequest(value, today)
    return read.ok
      ? { ok: true, value: { line, text, request: read.request } }
      : no({ ...spoken(read), ...(line === null ? {} : { line }) })
  }
  if (!given.on("many")) {
    const json = await readJson(host)
    if (!json.ok) return json
    const one = readOne(json.value, JSON.stringify(json.value), null)
    return one.ok ? { ok: true, value: [one.value] } : one
  }
  const lines = await readLines(host)
  if (!lines.ok) return lines
  const all: Read[] = []
  for (const { line, text, value } of lines.value satisfies readonly Line[]) {
    const one = readOne(value, text, line)
    if (!one.ok) return one
    all.push(one.value)
  }
  return { ok: true, value: all }
}

/** A file that no request names would silently stay at home. */
const unspoken = (requests: readonly Read[], { byName }: Attachments): string | undefined =>
  [...byName.keys()].find((name) => !requests.some(({ request }) => request.files?.some((line) => line.name === name)))

async function readFolder(given: Flags, host: Host): Promise<Outcome<{ readonly code: Uint8Array; readonly from: number } | null>> {
  const words = given.text("folder")
  const from = given.text("from")
  if (words === undefined) return from === undefined ? { ok: true, value: null } : no(refuse("missing-flag", "--from needs --folder."))
  if (from !== undefined && !/^\d{1,9}$/.test(from)) return no(refuse("bad-flag", "--from is a whole number."))
  const read = await readCode(words)
  if (!read.ok) return no(spoken(read.refusal))
  for (const { word } of read.value.repaired) host.tell(JSON.stringify({ repaired: word }))
  return { ok: true, value: { code: read.value.code, from: Number(from ?? 0) } }
}

async function withJournal(
  given: Flags,
  host: Host,
  desk: Desk,
  act: (journal: FileJournal | undefined) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  const path = given.text("journal")
  if (path === undefined) return act(undefined)
  const journal = await openJournal(resolve(host.cwd, path))
  if (!journal.ok) return journal.refusal
  try {
    const known = await journal.value.get("desk")
    if (known !== null && known !== desk.id) return refuse("other-desk", "This journal belongs to requests to another desk.")
    if (known === null) await journal.value.put("desk", desk.id)
    return await act(journal.value)
  } finally {
    await journal.value.close()
  }
}

interface Sending {
  readonly given: Flags
  readonly host: Host
  readonly desk: Desk
  readonly journal: FileJournal | undefined
  readonly ledger: Ledger
  readonly attachments: Attachments
}

async function sendAll(s: Sending, requests: readonly Read[]): Promise<Refusal | null> {
  const ending = s.host.ending()
  for (const read of requests) {
    const line = read.line === null ? {} : { line: read.line }
    if (ending.aborted) return { ...refuse("failed", "Stopped. What was sent so far is in the journal; the same call goes on."), ...line }
    const { code, index } = await s.ledger.codeFor(read.text)
    const { request, files, notAttached } = matchFiles(read.request, s.attachments, read.line === null)
    for (const name of notAttached) s.host.tell(JSON.stringify({ notAttached: name, ...line }))
    const sent = await send({
      desk: s.desk,
      code,
      request,
      files,
      wake: request.wake === true,
      signal: ending,
      ...(s.journal === undefined ? {} : { journal: s.journal }),
    })
    const language = wordLanguage(s.given.text("language") ?? request.language) ?? "en"
    if (!sent.ok) {
      const why = sayWhy(sent.refusal, index)
      // A journal remembers the code; without one it must not be lost with the line.
      return { ...why, ...line, ...(s.journal === undefined && exitOf(why) === 1 ? { code: await wordsOf(code, language) } : {}) }
    }
    await s.host.out(`${JSON.stringify(await answerOf(code, sent.value, language))}\n`)
  }
  return null
}

function sayWhy(refused: Parameters<typeof spoken>[0], index: number | null): Refusal {
  if (refused.error === "already-sent" && index !== null)
    return refuse("already-sent", `Place ${index} of this folder has sent a request before. Name the next free place with --from.`)
  return spoken(refused)
}

const answerOf = async (code: Uint8Array, sent: Submitted, language: WordLanguage) => ({
  code: await wordsOf(code, language),
  locator: sent.locator,
  receipt: sent.receipt,
  // Larger than the desk takes before a person there has opened the request: send these later with the portal's mailbox.
  ...(sent.waiting.length === 0 ? {} : { waiting: sent.waiting }),
})
