// A tar archive (POSIX ustar), made as it is written. Paths are our own: short, plain letters, no folder above.
import { utf8 } from "@safe-conduct/wire"

const BLOCK = 512

function header(path: string, size: number, seconds: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (at: number, text: string): void => block.set(utf8(text), at)
  const octal = (at: number, length: number, value: number): void => put(at, `${value.toString(8).padStart(length - 1, "0")}\0`)
  const cut = path.length <= 100 ? -1 : path.lastIndexOf("/", 155)
  put(0, path.slice(cut + 1))
  octal(100, 8, 0o600)
  octal(108, 8, 0)
  octal(116, 8, 0)
  octal(124, 12, size)
  octal(136, 12, seconds)
  put(148, "        ")
  put(156, "0")
  put(257, "ustar\0" + "00")
  if (cut > 0) put(345, path.slice(0, cut))
  const sum = block.reduce((all, byte) => all + byte, 0)
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `)
  return block
}

/** One file with its padding. `seconds` since 1970. Throws on a path that is not one of ours. */
export function tarFile(path: string, bytes: Uint8Array, seconds: number): readonly Uint8Array[] {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(path) || path.length > 200)
    throw new TypeError(`not a path of ours: ${path}`)
  const rest = bytes.length % BLOCK
  return [header(path, bytes.length, seconds), bytes, ...(rest === 0 ? [] : [new Uint8Array(BLOCK - rest)])]
}

export const tarEnd = (): Uint8Array => new Uint8Array(2 * BLOCK)
