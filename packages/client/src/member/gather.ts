// Everything that this reader may open, pulled to its end and verified on the way: the desk's own streams, every mailbox, every chain.
// Writes nothing, not even that it looked: an export and a restore go the same way.
import type { HeadRow, Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Book } from "./book.ts"
import type { Core } from "./core.ts"

export interface Gathered {
  readonly cases: readonly Book<unknown>[]
  readonly proposals: readonly Book<unknown>[]
  /** Those on whose rosters this reader stands. */
  readonly compartments: readonly Book<unknown>[]
  readonly asks: readonly Id[]
  /** What could not be read to its end, and why. */
  readonly missing: readonly Missing[]
}
export interface Missing {
  readonly stream: string
  readonly why: string
}

/** `only`: one case, with the mailboxes that belong to it. */
export async function gather(core: Core, only: Id | null): Promise<Result<Gathered>> {
  const directory = await core.inside.directory.pull()
  if (!directory.ok) return directory
  const missing: Missing[] = []
  const read = async (book: Book<unknown>): Promise<boolean> => {
    const got = await book.pull()
    if (!got.ok) missing.push({ stream: book.stream, why: got.refusal.error })
    return got.ok
  }
  await read(core.register)
  await read(core.members)
  const rows: HeadRow[] = []
  for (;;) {
    const page = await core.inside.api.heads(core.cursor)
    if (!page.ok) return page
    rows.push(...page.value.rows)
    core.cursor = page.value.cursor
    if (!page.value.more) break
  }
  for (const row of rows) core.mail.note(row)

  const own = new Set<string>([core.register.stream, core.members.stream, core.drawer.stream])
  const cases: Book<unknown>[] = []
  const proposals: Book<unknown>[] = []
  const compartments: Book<unknown>[] = []
  for (const { stream, kind } of rows) {
    if (kind !== "shared" || own.has(stream) || (only !== null && stream !== only)) continue
    const book = core.caseBook(stream)
    if (!(await read(book))) continue
    const begins = new Set(book.chain.lines.map((line) => (line.plain as { does?: unknown } | undefined)?.does))
    if (begins.has("open-case")) cases.push(book)
    else if (begins.has("open-proposal")) {
      const proposal = core.proposalBook(stream)
      if (await read(proposal)) proposals.push(proposal)
    } else if (begins.has("open-compartment")) {
      const compartment = core.compartments.book(stream)
      if (await read(compartment)) compartments.push(compartment)
    } else if (book.chain.lines.some((line) => line.closed === "no-key")) missing.push({ stream, why: "no-key" })
    for (const line of book.chain.lines) if (line.closed === "damaged") missing.push({ stream, why: `damaged-line-${line.seq}` })
  }

  const joined = new Set(
    cases.flatMap((book) => (book.folded().state as { requests: readonly { ask: string }[] }).requests.map((row) => row.ask)),
  )
  const asks = core.mail
    .all()
    .map((mail) => mail.ask)
    .filter((ask) => only === null || joined.has(ask))
  for (const ask of asks) {
    const got = await core.mail.pull(ask)
    if (!got.ok) missing.push({ stream: ask, why: got.refusal.error })
    else for (const item of got.value.entries) if (item.raw === null) missing.push({ stream: ask, why: item.error ?? "no-key" })
  }
  return ok({ cases, proposals, compartments, asks, missing })
}
