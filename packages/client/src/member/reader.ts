// A member's view of a desk as it is served, without a vault: what `verify` reads to check it for itself. Nothing is opened or written.
import type { Directory } from "@safe-conduct/sealing/verify"
import { Checkpoint, type DeskInfo, type HeadRow, type Id, LEAVES_AT_ONCE, type Page, Purges, type SignedPurge } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import { type UnlockEnv, unlockByPassphrase } from "./unlock.ts"

export interface Reader {
  readonly info: DeskInfo
  /** Folded and proved under the root that the words brought along. */
  readonly directory: Directory
  /** Every stream that she may read. */
  heads(): Promise<Result<readonly HeadRow[]>>
  page(stream: Id, from: number): Promise<Result<Page>>
  /** By whose word entries of a stream are gone. */
  purges(stream: Id): Promise<Result<readonly SignedPurge[]>>
  /** Null before the first round. */
  checkpoint(): Promise<Result<Checkpoint | null>>
  /** The first `size` leaves of the log, 32 bytes each. */
  leaves(size: number): Promise<Result<readonly Uint8Array[]>>
  end(): Promise<void>
}

export async function openReader(env: UnlockEnv, words: string): Promise<Result<Reader>> {
  const opened = await unlockByPassphrase(env, words)
  if (!opened.ok) return opened
  const { inside, info } = opened.value
  const { api } = inside
  return ok({
    info,
    directory: inside.directory.now(),
    async heads() {
      const rows: HeadRow[] = []
      for (let since = 0; ; ) {
        const page = await api.heads(since)
        if (!page.ok) return page
        rows.push(...page.value.rows)
        if (!page.value.more) return ok(rows)
        since = page.value.cursor
      }
    },
    page: (stream, from) => api.page(stream, from),
    async purges(stream) {
      const answer = await api.ask(Purges, `/api/streams/${stream}/purges`)
      return answer.ok ? ok(answer.value.purges.map(({ hour: _hour, ...signed }) => signed)) : answer
    },
    async checkpoint() {
      const answer = await api.ask(Checkpoint, "/api/log")
      return !answer.ok && answer.refusal.error === "log-empty" ? ok(null) : answer
    },
    async leaves(size) {
      const all: Uint8Array[] = []
      for (let from = 0; from < size; from += LEAVES_AT_ONCE) {
        const to = Math.min(size, from + LEAVES_AT_ONCE)
        const answer = await api.leaves(from, to)
        if (!answer.ok) return answer
        if (answer.value.length !== (to - from) * 32) return no("bad-answer", "The server's answer cannot be read.")
        for (let at = 0; at < answer.value.length; at += 32) all.push(answer.value.subarray(at, at + 32))
      }
      return ok(all)
    },
    end: () => api.signOut(),
  })
}
