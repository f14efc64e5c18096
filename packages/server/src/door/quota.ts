// How many bytes a subject may store. A mailbox has 25 MiB free; more only once the desk has written to it, because until then
// nobody has looked at the request. "Looked at" is the first entry on its answering side: the one sign of it that the server
// can check, signed with the desk's reply key. A file counts by its padded parts: all of them as full MiB until it is complete.
import { type Id, PART, type Refusal, refuse } from "@safe-conduct/wire"
import type { Reads } from "../store/store.ts"
import type { Limits } from "./limits.ts"

export interface Uploader {
  readonly subject: Id
  readonly mailbox: boolean
}

/** Bytes set aside for a file of so many parts. */
export const reserved = (parts: number): number => parts * PART

/** What a complete file counts: its parts without the overhead of sealing, since sizes are padded before sealing. */
export const counted = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + Math.min(size, PART), 0)

/** Inside the transaction that creates the object. */
export async function roomFor(reads: Reads, by: Uploader, answer: Id | null, parts: number, limits: Limits): Promise<Refusal | null> {
  const more = reserved(parts)
  if ((await reads.bytesInAll()) + more > limits.totalBytes) return refuse("desk-full", "This desk has no room left for files.")
  if (!by.mailbox) return null
  const opened = answer !== null && ((await reads.stream(answer))?.head.seq ?? -1) >= 0
  const limit = opened ? limits.mailboxBytes : limits.freeBytes
  if ((await reads.bytesOf(by.subject)) + more <= limit) return null
  return opened
    ? refuse("quota", "This mailbox has no room left for files.", "/parts")
    : refuse(
        "quota",
        "Before somebody at the desk has opened the request, a mailbox takes 60 MB of files. The rest can follow after.",
        "/parts",
      )
}
