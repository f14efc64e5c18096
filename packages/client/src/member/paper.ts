// What reaches the desk on paper or on a stick: locked to the two-year recipient, opened here with a secret of its own kind, and put into
// the tray as a request of its own mailbox. From there on it is a request like any other.
import { openPaper as openFile } from "@safe-conduct/sealing/open"
import { digest, recipientPrintOf, rootPrintOf } from "@safe-conduct/sealing/verify"
import { readRequest } from "@safe-conduct/domain/request"
import { plainDateOf } from "@safe-conduct/domain/time"
import { fromUtf8 } from "@safe-conduct/wire"
import { connect, newCode, submit, wordsOf } from "../asker/index.ts"
import { dayAt } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import type { Core } from "./core.ts"
import { requestBodyOf } from "./mail.ts"
import type { FiledPaper, OpenedPaper, PaperRecipient, PaperRequest } from "./vault-port.ts"

/** More than anybody writes on paper; a photograph goes to a mailbox. */
const MOST = 1_000_000

export function paperRecipient(core: Core): PaperRecipient | null {
  const certificate = core.inside.directory.now().paper.at(-1)?.certificate
  if (certificate === undefined || certificate.notAfter < dayAt(core.env.now())) return null
  const { number, recipient, notAfter } = certificate
  // Where members work on their own machines, the address of the page is not the desk's.
  const address = `${core.env.origin ?? core.env.server}/paper-recipient.txt`
  return { number, recipient, address, print: recipientPrintOf(recipient), until: notAfter }
}

interface Read {
  readonly number: number
  readonly text: string
  readonly digest: string
}

async function read(core: Core, file: Uint8Array): Promise<Result<Read>> {
  if (file.length > MOST) return no("too-large", "This is more than a letter. Photographs go to a mailbox.")
  const certified = core.inside.directory.now().paper
  for (const { identity, stream } of (await core.secrets.all("paper")).toReversed()) {
    const row = core.register.folded().state.paperKeys?.find((one) => one.stream === stream)
    const certificate = certified.find((one) => one.certificate.recipient === row?.recipient)?.certificate
    // Begun by one administrator and never certified: nobody was told to lock anything to it.
    if (certificate === undefined) continue
    const plain = await openFile(identity, file)
    if (plain === null) continue
    try {
      return ok({ number: certificate.number, text: fromUtf8(plain), digest: await digest(file) })
    } catch {
      return no("not-our-paper", "What is inside is not text.")
    }
  }
  return no("not-our-paper", "This file was not locked to a paper recipient of this desk, or its secret was destroyed.")
}

/** By digest, of this sitting: the tray knows of them once it has been read again. */
const filedJustNow = new WeakMap<Core, Map<string, string>>()

const filedAs = (core: Core, sum: string): string | null =>
  core.mail.all().find((mail) => requestBodyOf(mail)?.paper?.digest === sum)?.ask ?? filedJustNow.get(core)?.get(sum) ?? null

export async function openPaper(core: Core, file: Uint8Array): Promise<Result<OpenedPaper>> {
  const opened = await read(core, file)
  if (!opened.ok) return opened
  const { number, text, digest: sum } = opened.value
  return ok({ number, text, filed: filedAs(core, sum) })
}

export async function filePaper(core: Core, file: Uint8Array, as: PaperRequest): Promise<Result<FiledPaper>> {
  const opened = await read(core, file)
  if (!opened.ok) return opened
  const { number, digest: sum } = opened.value
  const filed = filedAs(core, sum)
  if (filed !== null) return no("already-filed", "This letter is in the tray already.", { params: { stream: filed } })
  const { env, inside } = core
  const names = Object.fromEntries(
    (as.person ?? []).map(({ script, surname, given }) => {
      const name = { ...(surname === undefined ? {} : { surname }), ...(given === undefined ? {} : { given }) }
      return [script, script === "latin" ? [name] : name]
    }),
  )
  const asker = as.asker?.trim() ? { asker: { name: as.asker.trim() } } : {}
  const request = readRequest(
    { v: 1, language: as.language, asking: as.asking, people: [{ names }], message: as.text, ...asker },
    plainDateOf(dayAt(env.now())),
  )
  if (!request.ok) return no(request.error, undefined, request.at === undefined ? {} : { at: request.at })
  const met = await connect({
    server: env.server,
    now: env.now,
    root: rootPrintOf(inside.directory.now().root),
    ...(env.fetch === undefined ? {} : { fetch: env.fetch }),
    ...(env.wait === undefined ? {} : { wait: env.wait }),
  })
  if (!met.ok) return met
  if (met.value.id !== inside.desk) return no("other-root", "This server shows another desk than the one you trust.")
  const { code, locator } = await newCode(met.value)
  const sent = await submit({ desk: met.value, code, request: request.request, paper: { number, digest: sum } })
  if (!sent.ok) return sent
  filedJustNow.set(core, (filedJustNow.get(core) ?? new Map<string, string>()).set(sum, locator))
  core.emit({ what: "tray" })
  return ok({ ask: locator, words: await wordsOf(code, as.language) })
}
