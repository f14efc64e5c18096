// Seeds under a generated passphrase: seven words of 2,048 (77 bits), Argon2id, and a locator that comes from the same
// computation, so that the server has no list of users and nothing to guess against but the whole cost.
import { type Bytes, type Id, concat, fromBase64, idBytes, idFromBytes, labels, pae, toBase64, u32be, utf8 } from "@safe-conduct/wire"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { derive, randomBytes, sha256 } from "../primitives/hash.ts"
import { FLOOR_MEMORY, WRITTEN, argon2id } from "../primitives/passphrase-hash.ts"
import { type Located, type Wrapped, readWrapped, writeWrapped } from "./wrapped.ts"

/** `words` is a list of 2,048; seven of them, each drawn without bias. */
export function newPassphrase(words: readonly string[]): string {
  if (words.length !== 2048) throw new RangeError("a passphrase draws from 2,048 words")
  const drawn = new Uint16Array(randomBytes(14).buffer)
  return [...drawn].map((n) => words[n & 2047]).join(" ")
}

/** As typed by a person: case, spacing and Unicode form do not matter. */
const normal = (typed: string): Bytes =>
  utf8(
    typed
      .normalize("NFKC")
      .toLowerCase()
      .replace(/ё/g, "е")
      .trim()
      .split(/[\s,.-]+/u)
      .join(" "),
  )

async function stretch(typed: string, desk: Id, cost: { memory: number; passes: number }): Promise<Located> {
  const out = await argon2id(normal(typed), sha256(pae(labels.wrapLocator, idBytes(desk))).subarray(0, 16), cost)
  return { locator: idFromBytes(derive(out, desk, labels.wrapLocator, 16)), key: derive(out, desk, labels.wrapKey, 32) }
}

const aad = (locator: Id, memory: number, passes: number): Bytes => pae(labels.wrapAad, idBytes(locator), u32be(memory), u32be(passes))

export async function wrapSeeds(passphrase: string, w: Wrapped): Promise<{ locator: Id; blob: string }> {
  const { locator, key } = await stretch(passphrase, w.desk, WRITTEN)
  const sealed = await aeadSeal(key, writeWrapped(w), aad(locator, WRITTEN.memory, WRITTEN.passes))
  return { locator, blob: toBase64(concat(u32be(WRITTEN.memory), u32be(WRITTEN.passes), sealed)) }
}

/** Where a passphrase's wrap is kept, and the key that opens it. About half a second and 128 MiB. */
export const locate = (passphrase: string, desk: Id): Promise<Located> => stretch(passphrase, desk, WRITTEN)

/** Null when the blob is not ours, was altered, or claims a cost below the floor. */
export async function unwrapSeeds(located: Located, desk: Id, blob: string): Promise<Wrapped | null> {
  const bytes = bytesOf(blob)
  if (bytes === null || bytes.length < 9) return null
  const view = new DataView(bytes.buffer)
  const memory = view.getUint32(0)
  if (memory < FLOOR_MEMORY) return null
  const plain = await aeadOpen(located.key, bytes.subarray(8), aad(located.locator, memory, view.getUint32(4)))
  return plain === null ? null : readWrapped(plain, desk)
}

function bytesOf(blob: string): Bytes | null {
  try {
    return fromBase64(blob)
  } catch {
    return null
  }
}
