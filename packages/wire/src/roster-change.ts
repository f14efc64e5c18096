// Who may write and read a shared stream: a signed entry in the same chain that the server can read, so both fold one roster.
// Stored body = PAE("safe-conduct/roster/1", UTF-8 JSON). A sealed body never begins so (2⁻⁹⁶ by chance), hence no kind field.
import * as v from "valibot"
import { type Bytes, concat, fromUtf8, pae, startsWith, u32be, utf8 } from "./bytes.ts"
import { u32 } from "./entry.ts"
import { Hash, Id, KeyId, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const RosterMember = v.strictObject({ id: Id, kid: KeyId })
export type RosterMember = v.InferOutput<typeof RosterMember>

/**
 * Opens epoch `epoch` (1 at genesis, then one up each time). `keyHash` proves the key inside each envelope;
 * `envelopesHash` fixes which envelopes belong to it.
 */
export const RosterChange = v.strictObject({
  epoch: v.pipe(u32, v.minValue(1)),
  members: v.pipe(v.array(RosterMember), v.minLength(1), v.maxLength(200)),
  keyHash: Hash,
  envelopesHash: Hash,
})
export type RosterChange = v.InferOutput<typeof RosterChange>

const prefix = concat(utf8(labels.roster), new Uint8Array(1))

export const rosterBody = (change: RosterChange): Bytes => pae(labels.roster, utf8(JSON.stringify(change)))

export const isRosterBody = (body: Uint8Array): boolean => startsWith(body, prefix)

/** The change in a roster body, or null when the bytes are not one. */
export function readRosterBody(body: Uint8Array): RosterChange | null {
  return readJsonBody(prefix, RosterChange, body)
}

/** JSON behind a label and one length; null when anything is off, trailing bytes included. */
export function readJsonBody<S extends v.GenericSchema>(labelled: Uint8Array, schema: S, body: Uint8Array): v.InferOutput<S> | null {
  if (!startsWith(body, labelled)) return null
  const text = body.subarray(labelled.length + 4)
  if (!startsWith(body.subarray(labelled.length), u32be(text.length))) return null
  try {
    const read = v.safeParse(schema, JSON.parse(fromUtf8(text)))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** One member's epoch key, sealed for her: stored beside the roster entry, so that a purge can remove it. `sealed` is base64 age. */
export const Envelope = v.strictObject({ member: Id, sealed: v.pipe(v.string(), v.maxLength(12_000)) })
export type Envelope = v.InferOutput<typeof Envelope>

/** The bytes whose SHA-256 is `envelopesHash`: member ‖ SHA-256(sealed) in roster order. */
export const envelopesBytes = (envelopes: readonly { readonly member: Id; readonly hash: Hash }[]): Bytes =>
  pae(labels.envelopes, ...envelopes.map((e) => concat(idBytes(e.member), hashBytes(e.hash))))

/** The bytes whose SHA-256 is `keyHash`. */
export const epochKeyBytes = (desk: Id, stream: Id, epoch: number, key: Uint8Array): Bytes =>
  pae(labels.epochKeyHash, idBytes(desk), idBytes(stream), u32be(epoch), key)
