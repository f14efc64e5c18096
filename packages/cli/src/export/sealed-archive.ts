// One age file with a tar archive inside, sealed to its reader before it touches a disk. Whole or not at all: what fails half-way leaves
// no file behind.
import { open, rename, rm } from "node:fs/promises"
import { type ExportKind, ageSealStream } from "@safe-conduct/sealing/seal"
import { type Refusal, refuse } from "../refusal.ts"
import { tarEnd, tarFile } from "./tar.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** `fill` puts the files; its refusal is the whole's. `file` is new, 0600, and stands under its name only when it is complete. */
export async function sealArchive<T extends object>(
  given: { readonly file: string; readonly recipient: string; readonly kind: ExportKind; readonly now: number },
  fill: (put: (path: string, bytes: Uint8Array) => Promise<void>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const half = `${given.file}.part`
  const target = await open(given.file, "wx", 0o600).catch((error: NodeJS.ErrnoException) => error)
  if (target instanceof Error)
    return {
      ok: false,
      refusal: refuse(target.code === "EEXIST" ? "file-exists" : "no-such-folder", `${given.file} cannot be made (${target.code}).`),
    }
  await target.close()
  try {
    const file = await open(half, "wx", 0o600)
    let filled: Outcome<T>
    try {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      const seconds = Math.floor(given.now / 1000)
      const filling = (async (): Promise<Outcome<T>> => {
        try {
          const done = await fill(async (path, bytes) => {
            for (const piece of tarFile(path, bytes, seconds)) await writer.write(piece)
          })
          await writer.write(tarEnd())
          await writer.close()
          return done
        } catch (error) {
          await writer.abort(error)
          throw error
        }
      })()
      // A disk that is full must also end the other side, which would wait for ever to be read.
      const sealing = seal(given, readable, (bytes) => file.write(bytes)).catch(async (error: unknown) => {
        await writer.abort(error).catch(() => undefined)
        throw error
      })
      await Promise.all([sealing, filling])
      filled = await filling
      await file.sync()
    } finally {
      await file.close()
    }
    if (!filled.ok) {
      await Promise.all([half, given.file].map((path) => rm(path, { force: true })))
      return filled
    }
    await rename(half, given.file)
    return filled
  } catch (error) {
    await Promise.all([half, given.file].map((path) => rm(path, { force: true })))
    throw error
  }
}

async function seal(
  given: { readonly recipient: string; readonly kind: ExportKind },
  plain: ReadableStream<Uint8Array>,
  write: (bytes: Uint8Array) => Promise<unknown>,
): Promise<null> {
  const reader = (await ageSealStream(given.recipient, given.kind, plain)).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return null
    await write(value)
  }
}
