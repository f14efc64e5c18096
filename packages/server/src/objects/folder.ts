// Parts as files in the data folder: <first two letters>/<object>/<part>.<hash>. Written under a passing name and renamed, without
// fsync; `keep` fsyncs every part and every folder up to the root. Modification times are rounded down to the hour.
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm, stat, unlink, utimes } from "node:fs/promises"
import { dirname, join } from "node:path"
import { digest } from "@safe-conduct/sealing/verify"
import { type Hash, type Id, hourOf, startOfHour } from "@safe-conduct/wire"
import { type Objects, type PartAt, partName, readPartName, recent } from "./objects.ts"

/** Parts hashed or fsynced at once. */
const TOGETHER = 4

interface Held {
  readonly parts: Map<number, { hash: Hash; size: number }>
  /** Parts that this process wrote whole since it began: a crash of the machine ends it too, so these need no second hashing. */
  readonly mine: Set<string>
  /** The folder, made once. */
  made: Promise<unknown> | null
}

export async function openFolder(root: string, now: () => number): Promise<Objects> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const held = recent<Promise<Held>>(256)
  let count = 0

  const folderOf = (object: Id): string => join(root, object.slice(0, 2), object)
  const hour = (): Date => new Date(startOfHour(hourOf(now())))

  const list = async (object: Id): Promise<Held> => {
    const parts: Held["parts"] = new Map()
    const folder = folderOf(object)
    for (const name of await readdir(folder).catch(absent([] as string[]))) {
      const at = readPartName(name)
      if (at) parts.set(at.part, { hash: at.hash, size: (await stat(join(folder, name))).size })
      else await unlink(join(folder, name)).catch(absent(undefined))
    }
    return { parts, mine: new Set(), made: null }
  }
  const holding = (object: Id): Promise<Held> => {
    let found = held.get(object)
    if (!found) {
      found = list(object)
      held.set(object, found)
      found.catch(() => held.drop(object))
    }
    return found
  }
  const drop = (object: Id, part: number, hash: Hash) => unlink(join(folderOf(object), partName(part, hash))).catch(absent(undefined))

  return {
    async put(object, part, hash, bytes) {
      const has = await holding(object)
      const folder = folderOf(object)
      has.made ??= mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        has.made = null
        throw error
      })
      await has.made
      const passing = join(folder, `.${++count}`)
      const file = await open(passing, "w", 0o600).catch((error: unknown) => {
        has.made = null
        throw error
      })
      try {
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
        await file.utimes(hour(), hour())
      } catch (error) {
        await file.close()
        await unlink(passing).catch(absent(undefined))
        throw error
      }
      await file.close()
      await rename(passing, join(folder, partName(part, hash)))
      const before = has.parts.get(part)
      has.parts.set(part, { hash, size: bytes.length })
      has.mine.add(partName(part, hash))
      if (before && before.hash !== hash) await drop(object, part, before.hash)
    },
    async parts(object) {
      const { parts } = await holding(object)
      return [...parts].map(([part, at]): PartAt => ({ part, ...at })).sort((a, b) => a.part - b.part)
    },
    async keep(object, hashes) {
      const { parts, mine } = await holding(object)
      const folder = folderOf(object)
      const missing = hashes.findIndex((hash, part) => parts.get(part)?.hash !== hash)
      if (missing !== -1) return missing
      for (const [part, { hash }] of parts) {
        if (part < hashes.length) continue
        await drop(object, part, hash)
        parts.delete(part)
      }
      let damaged: number | null = null
      let next = 0
      const some = async (): Promise<void> => {
        while (next < hashes.length && damaged === null) {
          const part = next++
          const name = partName(part, hashes[part] as Hash)
          const file = await open(join(folder, name), "r")
          try {
            if (!mine.has(name) && (await digest(await readWhole(file))) !== hashes[part]) damaged = part
            else await file.sync()
          } finally {
            await file.close()
          }
        }
      }
      await Promise.all(Array.from({ length: TOGETHER }, some))
      if (damaged !== null) {
        await drop(object, damaged, hashes[damaged] as Hash)
        parts.delete(damaged)
        return damaged
      }
      await utimes(folder, hour(), hour())
      for (const path of [folder, dirname(folder), root]) await syncFolder(path)
      return null
    },
    async read(object, part) {
      const at = (await holding(object)).parts.get(part)
      return at ? readFile(join(folderOf(object), partName(part, at.hash))).catch(absent(null)) : null
    },
    async remove(object) {
      held.drop(object)
      await rm(folderOf(object), { recursive: true, force: true })
    },
  }
}

const readWhole = async (file: FileHandle): Promise<Uint8Array> => file.readFile()

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What a missing file stands for; any other error goes on. */
const absent =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return value
    throw error
  }
