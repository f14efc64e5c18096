// What a judge of entries is given and what it says; and place, which every kind of stream asks last.
import { type Directory, type EntryRead, follows, knowsHead } from "@safe-conduct/sealing/verify"
import {
  type Append,
  type Conflict,
  type Entry,
  type Hash,
  type Id,
  type PublicKey,
  type StreamKind,
  headerBytes,
  refuse,
} from "@safe-conduct/wire"
import type { Session } from "../authority.ts"
import type { Service } from "../service.ts"
import { toBytes, toText } from "../store/rows.ts"
import type { RosterRow, StreamRow } from "../store/store.ts"

export interface Judging {
  readonly service: Service
  readonly directory: Directory
  /** Null when the stream does not exist yet. */
  readonly row: StreamRow | null
  readonly stream: Id
  readonly input: Append
  readonly hashes: readonly Hash[]
  /** The bytes of each entry, read once for all that look at them. */
  readonly read: readonly EntryRead[]
  readonly session: Session | null
}

export interface Verdict {
  readonly kind: StreamKind
  /** The stream's epoch after these entries; a mailbox's intake or reply number. */
  readonly epoch: number
  /** The mailbox that writes, for its own files. */
  readonly subject?: Id
  /** The roster after these entries, where one of them changes it. */
  readonly roster?: readonly RosterRow[]
  /** For a mailbox that these entries open: its key, and the id of its answering side. */
  readonly opens?: { readonly key: PublicKey; readonly pair: Id }
  readonly envelopes: readonly { readonly epoch: number; readonly envelopes: readonly { member: Id; hash: Hash; sealed: Uint8Array }[] }[]
}

/** The bytes of an entry with its body; null when the body's text is not the one form that they have in base64. */
export function readEntry(entry: Entry): EntryRead | null {
  const text = entry.body as string
  const body = toBytes(text)
  return toText(body) === text ? { body, header: headerBytes(entry) } : null
}

export type Judged = Verdict | { readonly refusal: Conflict }
export const no = (refusal: Conflict): Judged => ({ refusal })

/** Place in the chain and in the directory: asked last, since the answer tells where the stream stands. */
export function order({ row, input, directory }: Judging): Conflict | null {
  const first = input.entries[0] as Entry
  const head = row?.head ?? { seq: -1, hash: "0".repeat(64) as Hash }
  const bad = follows(first, head)
  if (bad) return { ...bad, head }
  for (const entry of input.entries) {
    if (!knowsHead(directory, entry.dirSeq, entry.dirHash))
      return refuse("unknown-directory-head", "The entry names a directory head that this desk does not have.", "/dirHash")
  }
  if (first.dirSeq < (row?.dirSeq ?? 0)) return refuse("old-directory", "The directory head goes down along the stream.", "/dirSeq")
  return null
}
