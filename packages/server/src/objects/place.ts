// Where a part lies in its object's file: at its number times a fixed length, so that parts come in any order and the file is flushed
// once. Before the bytes stands a mark that names them; both go in one write. A process that is killed may leave a mark before half
// its bytes: so a mark says what was meant, and only a hash says that it is there. What a short part leaves is a hole.
//   mark = "part" ‖ u32be(size) ‖ SHA-256(bytes) ‖ 24 zero bytes
import type { FileHandle } from "node:fs/promises"
import { hashInto } from "@safe-conduct/sealing/verify"
import { type Hash, MAX_PART_BYTES } from "@safe-conduct/wire"
import { type PartAt, type Pieces, sizeOf } from "./objects.ts"

const MARK = 64
const PAGE = 4096
/** Bytes from one part to the next. */
const STEP = Math.ceil((MARK + MAX_PART_BYTES) / PAGE) * PAGE
const NAME = Buffer.from("part")

type Marked = Pick<PartAt, "hash" | "size">

export async function markOf(file: FileHandle, part: number): Promise<Marked | null> {
  const read = await readAt(file, part * STEP, 40)
  if (read === null || !read.subarray(0, 4).equals(NAME)) return null
  const size = read.readUInt32BE(4)
  return size > 0 && size <= MAX_PART_BYTES ? { size, hash: read.toString("hex", 8, 40) as Hash } : null
}

/** All parts that are there, in order. */
export async function marks(file: FileHandle): Promise<PartAt[]> {
  const { size } = await file.stat()
  const all = await Promise.all(Array.from({ length: Math.ceil(size / STEP) }, (_, part) => markOf(file, part)))
  return all.flatMap((at, part) => (at ? [{ part, ...at }] : []))
}

/** The mark and its bytes, whole or with an error. */
export async function writePart(file: FileHandle, part: number, pieces: Pieces): Promise<PartAt> {
  const size = sizeOf(pieces)
  const mark = new Uint8Array(MARK)
  mark.set(NAME)
  new DataView(mark.buffer).setUint32(4, size)
  const hash = await hashInto(pieces, { fd: file.fd, position: part * STEP, mark, hashAt: 8 })
  return { part, hash, size }
}

/** Null where the file ends too soon. */
export const readPart = (file: FileHandle, part: number, size: number): Promise<Buffer | null> => readAt(file, part * STEP + MARK, size)

export const eraseMark = (file: FileHandle, part: number): Promise<void> => writeAt(file, part * STEP, Buffer.alloc(MARK))

/** Where the file ends when this is its last part. */
export const endOf = (last: Pick<PartAt, "part" | "size"> | undefined): number => (last ? last.part * STEP + MARK + last.size : 0)

async function writeAt(file: FileHandle, position: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) return null
    at += bytesRead
  }
  return bytes
}
