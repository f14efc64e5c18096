// Whether recovery as it stands could open what the desk holds today: every stream that this member reads, looked at for the recovery
// reader in its present epoch. What lacks it was written before the certificate, or by whoever left the reader out.
import { recoveryStale } from "@safe-conduct/sealing/verify"
import type { Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Book } from "./book.ts"
import type { Core } from "./core.ts"
import { rowsOf } from "./rows.ts"
import type { RecoveryCheck, RecoveryGap } from "./vault-port.ts"

interface Looked {
  readonly what: RecoveryGap["what"]
  readonly name: string
  readonly stream: Id
  readonly book: () => Book<unknown>
}

async function everything(core: Core): Promise<readonly Looked[]> {
  const shared = (what: RecoveryGap["what"], book: Book<unknown>): Looked => ({ what, name: "", stream: book.stream, book: () => book })
  return [
    shared("register", core.register as Book<unknown>),
    shared("members", core.members as Book<unknown>),
    shared("drawer", core.drawer as Book<unknown>),
    ...(await core.secrets.books()).map((book) => shared("keys", book as Book<unknown>)),
    ...core.said.books().map((book) => shared("register", book as Book<unknown>)),
    ...core.register.folded().state.proposals.map(({ stream, title }) => ({
      ...shared("proposal", core.proposalBook(stream as Id) as Book<unknown>),
      name: title ?? "",
    })),
    ...rowsOf(core, core.cards.all()).map(
      (row): Looked => ({
        what: "case",
        name: row.title,
        stream: row.stream as Id,
        book: () => core.caseBook(row.stream as Id) as Book<unknown>,
      }),
    ),
  ]
}

/** `mend`: opens a new epoch with the reader wherever it is missing. Whatever was destroyed or cannot be read is counted by itself. */
export async function checkRecovery(core: Core, mend: boolean): Promise<Result<RecoveryCheck>> {
  const directory = core.inside.directory.now()
  const all = await everything(core)
  const gaps: RecoveryGap[] = []
  let read = 0
  for (const { what, name, stream, book: bookOf } of all) {
    const book = bookOf()
    const pulled = await book.pull()
    if (!pulled.ok && pulled.refusal.error === "offline") return pulled
    const { chain } = book
    if (!pulled.ok || chain.roster === null) continue
    read++
    const lacks = (): boolean =>
      chain.roster !== null && (recoveryStale(chain.roster, directory) || chain.unrecoverable.has(chain.roster.epoch))
    if (lacks() && mend) await book.rewrap()
    if (lacks()) gaps.push({ what, name, stream })
  }
  return ok({ read, unread: all.length - read, gaps })
}
