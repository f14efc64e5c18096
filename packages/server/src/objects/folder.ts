// Files of the data folder: <first two letters>/<object>, one for each object, every part at its own place in it (place.ts). Parts are
// written without fsync, in any order; `keep` flushes the file and the folders above it. When an upload is let go its modification
// time is rounded down to the hour. The folder belongs to one process; the next one finds what a killed one left.
import { type FileHandle, mkdir, open, unlink, utimes } from "node:fs/promises"
import { join } from "node:path"
import { digest } from "@safe-conduct/sealing/verify"
import { type Hash, type Id, hourOf, startOfHour } from "@safe-conduct/wire"
import { hoard } from "./hoard.ts"
import type { Kept, Objects, PartAt, Pieces } from "./objects.ts"
import { endOf, eraseMark, markOf, marks, readPart, writePart } from "./place.ts"

/** Files held open at once. */
const OPEN = 128

interface Held {
  readonly file: FileHandle
  /**
   * Parts that this process hashed and wrote from the same memory. They need no second hashing at `keep`: what would
   * tear them before they are flushed, a crash of the machine, ends this process too. What an earlier process left is hashed again.
   */
  readonly mine: Map<number, PartAt>
  /** The write under way to each part: two senders of one part go one after the other. */
  readonly turns: Map<number, Promise<void>>
  written: boolean
}

export async function openFolder(root: string, now: () => number): Promise<Objects> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  /** Shelves whose own place in the root is on the disk. */
  const settled = new Set<string>()

  const hour = (): Date => new Date(startOfHour(hourOf(now())))
  const held = hoard<Held>(OPEN, async ({ file, written }) => {
    if (written) await file.utimes(hour(), hour())
    await file.close()
  })
  const shelfOf = (object: Id): string => join(root, object.slice(0, 2))
  const pathOf = (object: Id): string => join(shelfOf(object), object)
  const opened = async (object: Id, flags: "r+" | "wx+"): Promise<Held> => ({
    file: await open(pathOf(object), flags, 0o600),
    mine: new Map(),
    turns: new Map(),
    written: false,
  })

  const openOrMake = async (object: Id): Promise<Held> => {
    const there = await opened(object, "r+").catch(absent(null))
    if (there) return there
    await mkdir(shelfOf(object), { recursive: true, mode: 0o700 })
    return opened(object, "wx+")
  }
  /** Works with an object's file, or answers `none` where there is no such file. */
  const within = <T>(object: Id, work: (has: Held) => Promise<T>, none: T): Promise<T> =>
    held.use(object, () => opened(object, "r+"), work).catch(absent(none))

  const write = async (has: Held, part: number, pieces: Pieces): Promise<void> => {
    has.mine.delete(part)
    has.written = true
    const at = await writePart(has.file, part, pieces).catch(async (error: unknown) => {
      // A full disk: what stands there is not the part, and should not be taken for it until `keep` looks.
      await eraseMark(has.file, part).catch(() => undefined)
      throw error
    })
    has.mine.set(part, at)
  }

  const settle = async (object: Id): Promise<void> => {
    const shelf = shelfOf(object)
    await utimes(shelf, hour(), hour())
    await syncFolder(shelf)
    if (settled.has(shelf)) return
    await syncFolder(root)
    settled.add(shelf)
  }

  const keepOpen = async (has: Held, object: Id, hashes: readonly Hash[]): Promise<Kept> => {
    const { file, mine } = has
    const known = hashes.every((hash, part) => mine.get(part)?.hash === hash)
    const there = known ? mine : new Map((await marks(file)).map((at) => [at.part, at]))
    const missing = hashes.findIndex((hash, part) => there.get(part)?.hash !== hash)
    if (missing !== -1) return { missing }
    const kept = hashes.map((_, part) => there.get(part) as PartAt)
    for (const { part, hash, size } of kept) {
      if (mine.get(part)?.hash === hash) continue
      const bytes = await readPart(file, part, size)
      if (bytes !== null && (await digest(bytes)) === hash) continue
      await eraseMark(file, part)
      return { missing: part }
    }
    await file.truncate(endOf(kept.at(-1)))
    await file.utimes(hour(), hour())
    has.written = false
    await Promise.all([file.datasync(), settle(object)])
    return { sizes: kept.map(({ size }) => size) }
  }

  return {
    put: (object, part, pieces) =>
      held.use(
        object,
        () => openOrMake(object),
        async (has) => {
          const before = has.turns.get(part)?.catch(() => undefined)
          const turn = (before ?? Promise.resolve()).then(() => write(has, part, pieces))
          has.turns.set(part, turn)
          try {
            await turn
          } finally {
            if (has.turns.get(part) === turn) has.turns.delete(part)
          }
        },
      ),
    parts: (object) => within(object, ({ file }) => marks(file), []),
    async keep(object, hashes) {
      const kept = await within<Kept>(object, (has) => keepOpen(has, object, hashes), { missing: 0 })
      if ("sizes" in kept) await held.drop(object)
      return kept
    },
    read: (object, part) =>
      within(
        object,
        async ({ file }) => {
          const at = await markOf(file, part)
          return at && readPart(file, part, at.size)
        },
        null,
      ),
    async remove(object) {
      await held.drop(object)
      await unlink(pathOf(object)).catch(absent(undefined))
      await utimes(shelfOf(object), hour(), hour()).catch(absent(undefined))
    },
    rest: held.rest,
  }
}

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
