// An age file for somebody outside, made as it is written: to one hybrid recipient, or, where her program is too old for that, to one
// classic recipient. Never to both: whoever breaks the classic key opens the whole file.
import { Encrypter } from "age-encryption"

export type ExportKind = "hybrid" | "classic"

/** What a recipient is, by its letters; null when it is none that we seal to. */
export function exportKind(recipient: string): ExportKind | null {
  if (/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/.test(recipient)) return "hybrid"
  return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) ? "classic" : null
}

/** Throws on a recipient of another kind than `kind`: who asks has looked. */
export async function ageSealStream(
  recipient: string,
  kind: ExportKind,
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  if (exportKind(recipient) !== kind) throw new TypeError(`not a ${kind} recipient`)
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}
