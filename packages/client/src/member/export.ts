// What leaves the desk as files that any program reads: one JSON a case, a proposal and a mailbox, every attached file verified to its
// last byte, and a list of all of it with hashes. Keys are left out: what is exported opens nothing.
import { digest } from "@safe-conduct/sealing/verify"
import type { CaseState } from "@safe-conduct/domain/case"
import type { SealedFile } from "@safe-conduct/domain/request"
import { type Id, utf8 } from "@safe-conduct/wire"
import { downloadFile } from "../file/download.ts"
import { type Result, ok } from "../result.ts"
import type { Book } from "./book.ts"
import type { Core } from "./core.ts"
import { type Missing, gather } from "./gather.ts"
import { filesOf } from "./tray.ts"

export interface ExportSum {
  readonly cases: number
  readonly proposals: number
  readonly mailboxes: number
  readonly files: number
  readonly missing: readonly Missing[]
}

/** Takes one file of the export; the next comes when it resolves. */
export type Put = (path: string, bytes: Uint8Array) => Promise<void>

/** `only`: one case; null: all that this reader may open. */
export async function exportTo(core: Core, only: Id | null, put: Put): Promise<Result<ExportSum>> {
  const gathered = await gather(core, only)
  if (!gathered.ok) return gathered
  const { cases, proposals, compartments, asks } = gathered.value
  const missing: Missing[] = [...gathered.value.missing]
  const listed: { readonly path: string; readonly bytes: number; readonly sha256: string }[] = []
  const files = new Map<string, string>()

  async function write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    listed.push({ path, bytes: bytes.length, sha256: await digest(bytes) })
    await put(path, bytes)
  }
  const writeJson = (path: string, value: unknown) => write(path, utf8(`${JSON.stringify(withoutSecrets(value), null, 1)}\n`))

  /** Where the file lies in the export, once it is verified. A file that two streams name is written once. */
  async function keep(folder: string, stream: string, file: SealedFile): Promise<void> {
    if (files.has(file.id)) return
    const got = await downloadFile(core.inside.api, file)
    if (!got.ok) return void missing.push({ stream, why: `${got.refusal.error}: ${file.id}` })
    const path = `${folder}/${file.id}${extension(file.name)}`
    files.set(file.id, path)
    await write(path, got.value)
  }

  for (const ask of asks) {
    const mail = core.mail.get(ask)
    if (mail === undefined || mail.broken !== null) continue
    for (const item of mail.entries) for (const file of filesOf(item)) await keep(`mailboxes/${ask}`, ask, file)
    await writeJson(`mailboxes/${ask}/mailbox.json`, {
      ask,
      head: mail.head,
      messages: mail.entries.map(({ seq, hash, hour, raw, error }) => ({ seq, hash, hour, ...(raw === null ? { error } : { body: raw }) })),
      files: placesOf(
        mail.entries.flatMap((item) => filesOf(item)),
        files,
      ),
    })
  }
  for (const book of cases) {
    const { files: held } = book.folded().state as CaseState
    for (const { file } of held) await keep(`cases/${book.stream}`, book.stream, file)
    await writeJson(`cases/${book.stream}/case.json`, {
      ...chainOf(core, book),
      files: placesOf(
        held.map((row) => row.file),
        files,
      ),
    })
  }
  for (const book of proposals) await writeJson(`proposals/${book.stream}.json`, chainOf(core, book))
  // Whoever is given one case is not given what some of the desk itself may not read.
  for (const book of compartments) await writeJson(`compartments/${book.stream}.json`, chainOf(core, book))
  if (only === null) await writeJson("desk/register.json", chainOf(core, core.register))
  await writeJson("desk/members.json", { members: core.members.folded().state.named })
  await writeJson("contents.json", {
    desk: core.inside.desk,
    at: new Date(core.env.now()).toISOString(),
    directory: core.inside.directory.now().head,
    files: listed,
    missing,
  })
  return ok({ cases: cases.length, proposals: proposals.length, mailboxes: asks.length, files: files.size, missing })
}

/** The chain as it was folded: every line with its author and hash, so that what is read can be held against the desk's own. */
function chainOf(core: Core, book: Book<unknown>) {
  const { state, edition, refused, beyond } = book.folded()
  return {
    stream: book.stream,
    head: book.head(),
    edition,
    beyond,
    state,
    refused,
    lines: book.chain.lines
      .filter((line) => (line.plain as { kind?: unknown } | undefined)?.kind !== "epoch-keys")
      .map(({ seq, hash, by, hour, plain, closed }) => ({
        seq,
        hash,
        by,
        name: core.nameOf(by),
        hour,
        ...(closed === null ? { plain } : { closed }),
      })),
  }
}

const placesOf = (files: readonly SealedFile[], places: ReadonlyMap<string, string>) =>
  files.map(({ id, name, type, bytes, sha256 }) => ({ id, name, type, bytes, sha256, at: places.get(id) ?? null }))

/** A file's own ending, where it is a plain one. Names as people gave them stand in the JSON, and never in a path. */
const extension = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ""

/** Keys and salts of every kind are left where they are. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "secret" && name !== "salt")
      .map(([name, inner]) => [name, withoutSecrets(inner)]),
  )
}
