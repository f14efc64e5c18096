// The directory as this vault proved it: folded entry by entry under the pinned root. Every recipient of an envelope and every
// author of an entry comes from here and from nowhere else.
import { type Directory, type DirectoryMember, foldDirectory, memberByKid, rootPrintOf } from "@safe-conduct/sealing/verify"
import { type DirectoryChange, type Hash, type Id, type KeyId, fromBase64, readDirectoryBody } from "@safe-conduct/wire"
import type { Api } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import { newTurn } from "../turn.ts"

export interface DirectoryBook {
  readonly now: () => Directory
  /** Every change in order, for "since you were last here". */
  readonly changes: readonly { readonly seq: number; readonly by: KeyId; readonly change: DirectoryChange }[]
  /** Reads on from the last entry. A fork or a lie leaves the old directory standing and comes back as a refusal. */
  pull(): Promise<Result<Directory>>
  /** Pulls when an entry names a directory head that is not known yet. */
  reach(seq: number): Promise<Result<Directory>>
}

/** `rootPrint`: as restored by the unlock. A server that presents another desk gets no further than this. */
export async function openDirectory(api: Api, pinned: { readonly rootPrint: string; readonly desk: Id }): Promise<Result<DirectoryBook>> {
  let directory: Directory | null = null
  const changes: { seq: number; by: KeyId; change: DirectoryChange }[] = []

  async function pull(): Promise<Result<Directory>> {
    for (;;) {
      const page = await api.directory(directory === null ? 0 : directory.head.seq + 1)
      if (!page.ok) return page
      for (const { entry } of page.value.entries) {
        const folded = await foldDirectory(directory, entry)
        if (!folded.ok) return folded
        const next: Directory = folded.value
        if (next.desk !== pinned.desk || rootPrintOf(next.root) !== pinned.rootPrint)
          return no("other-root", "This server shows another desk than the one you trust.")
        directory = next
        changes.push({ seq: entry.seq, by: entry.author, change: readDirectoryBody(fromBase64(entry.body as string)) as DirectoryChange })
      }
      if (directory === null) return no("no-directory", "The server has no directory.")
      // The head may not go down: an older directory would bring removed members back.
      if (page.value.head.seq < directory.head.seq) return no("directory-went-back", "The server shows an older directory than before.")
      if (page.value.entries.length === 0 || directory.head.seq >= page.value.head.seq) return ok(directory)
    }
  }

  const first = await pull()
  if (!first.ok) return first
  const now = (): Directory => directory as Directory
  const turn = newTurn()
  return ok({ now, changes, pull: () => turn(pull), reach: async (seq) => (now().head.seq >= seq ? ok(now()) : turn(pull)) })
}

/** The author behind an entry, judged under the directory head that the entry itself names. */
export function authorOf(
  directory: Directory,
  entry: { readonly author: KeyId; readonly dirSeq: number; readonly dirHash: Hash },
): DirectoryMember | null {
  return directory.hashes[entry.dirSeq] === entry.dirHash ? memberByKid(directory, entry.author, entry.dirSeq) : null
}
