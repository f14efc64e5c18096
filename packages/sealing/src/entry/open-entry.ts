// Opens entries. Whatever is not exactly where it says it is, is refused; nothing leaves before the whole is verified.
import { type Entry, type Refusal, entryAad, fromBase64, fromUtf8, refuse } from "@safe-conduct/wire"
import { unpad } from "../padding.ts"
import { aeadOpen } from "../primitives/aead.ts"
import { type Identity, ageOpen } from "../primitives/age.ts"
import { type Placed, entryKey } from "./seal-entry.ts"

export type Opened<T = unknown> = { readonly ok: true; readonly plain: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string): { ok: false; refusal: Refusal } => ({ ok: false, refusal: refuse(error, message) })

function parse(padded: Uint8Array | null): Opened {
  const bytes = padded && unpad(padded)
  if (!bytes) return no("does-not-open", "The entry does not open with this key.")
  try {
    return { ok: true, plain: JSON.parse(fromUtf8(bytes)) }
  } catch {
    return no("malformed-body", "The opened body is not readable text.")
  }
}

/** A sealed entry of a shared stream, with the key of its epoch. `bytes`: of its body, read already. */
export async function openEntry(entry: Entry, epochKey: Uint8Array, bytes?: Uint8Array): Promise<Opened> {
  if (entry.body === null) return no("purged", "The body was destroyed.")
  return parse(await aeadOpen(entryKey(entry.desk, epochKey), bytes ?? fromBase64(entry.body), entryAad(entry)))
}

async function openPlaced(entry: Entry, kind: "ask" | "answer", identity: Identity): Promise<Opened> {
  if (entry.body === null) return no("purged", "The body was destroyed.")
  const opened = parse(await ageOpen(identity, fromBase64(entry.body)))
  if (!opened.ok) return opened
  const placed = opened.plain as Partial<Placed<unknown>> | null
  if (
    placed?.v !== 1 ||
    placed.kind !== kind ||
    placed.desk !== entry.desk ||
    placed.stream !== entry.stream ||
    placed.author !== entry.author
  )
    return no("misplaced-body", "The sealed body was made for another place.")
  return { ok: true, plain: placed.body }
}

export const openAsk = (entry: Entry, identity: Identity): Promise<Opened> => openPlaced(entry, "ask", identity)
export const openAnswer = (entry: Entry, identity: Identity): Promise<Opened> => openPlaced(entry, "answer", identity)
