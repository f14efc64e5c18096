// A lawyer's folder: one code whose child codes are her clients' own, each mailbox read as its own owner would. Nobody else, the server
// included, can say which mailboxes lie in one folder.
import { type Result, no, ok } from "../result.ts"
import type { Desk, MailboxView } from "./asker-port.ts"
import { childOf } from "./code.ts"
import { openMailbox } from "./mailbox.ts"

export interface FolderRow {
  /** Place in the folder, from 0, as `submit --folder` counts. */
  readonly index: number
  readonly locator: string
  /** Null where the line broke: it is asked again with the next look. */
  readonly view: MailboxView | null
}

/** A place may be skipped, where a request was drawn up and never sent; so many in a row are the folder's end. */
const GAP = 8
/** Read beside one another. */
const BESIDE = 4
export const MOST_IN_FOLDER = 400

/** Every request that was sent under this folder, in order; each row is told as soon as it is known. */
export async function openFolder(desk: Desk, folder: Uint8Array, onRow?: (row: FolderRow) => void): Promise<Result<readonly FolderRow[]>> {
  const rows: FolderRow[] = []
  let missing = 0
  for (let from = 0; from < MOST_IN_FOLDER && missing < GAP; from += BESIDE) {
    const looks = await Promise.all(Array.from({ length: BESIDE }, (_, n) => look(desk, folder, from + n)))
    for (const one of looks) {
      if (!one.ok && one.refusal.error !== "no-mailbox") return one
      missing = one.ok ? 0 : missing + 1
      if (!one.ok) continue
      rows.push(one.value)
      onRow?.(one.value)
    }
  }
  return rows.length === 0 ? no("empty-folder", "No request was sent under this folder.") : ok(rows)
}

async function look(desk: Desk, folder: Uint8Array, index: number): Promise<Result<FolderRow>> {
  const { code, locator } = await childOf(desk, folder, index)
  const opened = await openMailbox(desk, code)
  if (!opened.ok) return opened
  const view = await opened.value.read()
  await opened.value.close()
  return ok({ index, locator, view: view.ok ? view.value : null })
}
