// Looks for words in bytes as a thief would: plain, in UTF-16, in base64 at each of its three offsets, in hex, and inside gzip.
import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"

/** The spellings of one word that are looked for. */
export function spellings(word: string): Buffer[] {
  const plain = Buffer.from(word, "utf8")
  const wide = Buffer.from(word, "utf16le")
  const swapped = Buffer.from(wide).swap16()
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), plain]).toString("base64")
    // Letters that also depend on the neighbours are left off at both ends.
    return Buffer.from(text.slice(Math.ceil((offset * 8) / 6), text.length - (text.endsWith("==") ? 3 : text.endsWith("=") ? 2 : 0)))
  })
  const hex = plain.toString("hex")
  const escaped = Buffer.from(
    JSON.stringify(word)
      .slice(1, -1)
      .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  )
  return [plain, wide, swapped, ...base64, Buffer.from(hex), Buffer.from(hex.toUpperCase()), escaped, Buffer.from(encodeURIComponent(word))]
}

/** Every gzip member that begins anywhere in the bytes, opened where it opens. */
function unzipped(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf("1f8b08", 0, "hex"); at !== -1; at = bytes.indexOf("1f8b08", at + 3, "hex")) {
    try {
      found.push(gunzipSync(bytes.subarray(at), { finishFlush: 2 }))
    } catch {
      // Not a gzip member after all.
    }
  }
  return found
}

/** Which words stand in which of the named bytes. */
export function hits(words: readonly string[], places: readonly { readonly name: string; readonly bytes: Buffer }[]): string[] {
  const found: string[] = []
  for (const { name, bytes } of places)
    for (const part of [bytes, ...unzipped(bytes)])
      for (const word of words)
        if (spellings(word).some((spelling) => spelling.length > 3 && part.includes(spelling))) found.push(`${word} in ${name}`)
  return found
}

/** Every file below a folder. */
export const filesBelow = (folder: string): { name: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }))
