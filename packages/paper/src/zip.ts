// The little of ZIP that a DOCX needs: read an archive's files, write one with every file stored and every date the same,
// so that equal papers give equal bytes.

/** Files by name. Throws on what is no archive, and on one that unpacks to more than `limit` bytes. */
export async function readZip(zip: Uint8Array, limit = 64 << 20): Promise<Map<string, Uint8Array>> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = directoryEnd(view)
  const files = new Map<string, Uint8Array>()
  let total = 0
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("not a zip directory")
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength))
    const body = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const bytes = await unpack(zip.subarray(body, body + packed), method, limit - total)
    total += bytes.length
    files.set(name, bytes)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error("not a zip")
}

async function unpack(bytes: Uint8Array, method: number, limit: number): Promise<Uint8Array> {
  if (method !== 0 && method !== 8) throw new Error("unknown zip method")
  const reader =
    method === 0
      ? new Blob([bytes.slice()]).stream().getReader()
      : new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length
    if (size > limit) throw new Error("zip too large")
    chunks.push(step.value)
  }
  return joined(chunks)
}

/** Every file stored, in the given order, dated 1 January 1980: ZIP's zero. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of files) {
    const label = new TextEncoder().encode(name)
    const common = fields(
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, label.length],
      [2, 0],
    )
    const local = joined([fields([4, 0x04034b50]), common, label])
    directory.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), label)
    bodies.push(local, bytes)
    offset += local.length + bytes.length
  }
  const listing = joined(directory)
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, files.size], [2, files.size], [4, listing.length], [4, offset], [2, 0])
  return joined([...bodies, listing, end])
}

/** Little-endian numbers of two or four bytes, one after the other. */
function fields(...numbers: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, number] of numbers) {
    if (size === 2) view.setUint16(at, number, true)
    else view.setUint32(at, number, true)
    at += size
  }
  return bytes
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
