// One contract for both places where files lie: a folder and a bucket.
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { randomId } from "@safe-conduct/sealing/seal"
import { digest } from "@safe-conduct/sealing/verify"
import type { Hash } from "@safe-conduct/wire"
import fc from "fast-check"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { startS3, type S3Here } from "../testing/s3-here.ts"
import { openFolder } from "./folder.ts"
import type { Objects } from "./objects.ts"
import { openS3 } from "./s3.ts"

let folder = ""
let bucket: S3Here
const now = () => Date.UTC(2026, 10, 22, 17, 20, 31)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-objects-"))
  bucket = await startS3()
})
afterAll(async () => {
  await bucket.stop()
  await rm(folder, { recursive: true })
})

const openedHere: Objects[] = []
afterAll(async () => {
  for (const objects of openedHere) await objects.rest()
})

const places = [
  {
    name: "a folder",
    async open(): Promise<Objects> {
      const objects = await openFolder(folder, now)
      openedHere.push(objects)
      return objects
    },
  },
  {
    name: "a bucket",
    open: async (): Promise<Objects> =>
      openS3({ endpoint: bucket.endpoint, region: "eu", accessKeyId: "key", secretAccessKey: "secret", prefix: "desk/" }),
  },
]

const bytes = (text: string) => new TextEncoder().encode(text)
const put = async (objects: Objects, id: ReturnType<typeof randomId>, part: number, text: string): Promise<Hash> => {
  await objects.put(id, part, [bytes(text)])
  return digest(bytes(text))
}
const readText = async (objects: Objects, id: ReturnType<typeof randomId>, part: number) => {
  const read = await objects.read(id, part)
  return read && Buffer.from(read).toString()
}

describe.each(places)("objects in $name", ({ open }) => {
  test("come back as they were put, in any order, also to another process", async () => {
    const [objects, id] = [await open(), randomId()]
    const hashes: Hash[] = []
    for (const part of [4, 0, 2, 3, 1]) hashes[part] = await put(objects, id, part, `part ${part}`)
    const other = await open()
    expect((await other.parts(id)).map((p) => [p.part, p.hash, p.size])).toEqual(hashes.map((hash, part) => [part, hash, 6]))
    expect(await other.keep(id, hashes)).toEqual({ sizes: hashes.map(() => 6) })
    expect(await Promise.all(hashes.map((_, part) => readText(other, id, part)))).toEqual(hashes.map((_, part) => `part ${part}`))
    expect(await other.read(id, 9)).toBeNull()
  })

  test("name the first part that is missing or is not the one that was sent", async () => {
    const [objects, id] = [await open(), randomId()]
    const first = await put(objects, id, 0, "one")
    expect(await objects.keep(id, [first, await digest(bytes("two"))])).toEqual({ missing: 1 })
    await put(objects, id, 1, "another")
    expect(await objects.keep(id, [first, await digest(bytes("two"))])).toEqual({ missing: 1 })
  })

  test("keep the part that `complete` names where one was sent twice, and nothing beyond", async () => {
    const [objects, id] = [await open(), randomId()]
    await put(objects, id, 0, "old")
    const hash = await put(objects, id, 0, "new")
    await put(objects, id, 1, "beyond")
    expect(await objects.keep(id, [hash])).toEqual({ sizes: [3] })
    expect(await (await open()).parts(id)).toEqual([{ part: 0, hash, size: 3 }])
    expect(await readText(objects, id, 0)).toBe("new")
  })

  test("are gone when removed, and removing twice is no error", async () => {
    const [objects, id] = [await open(), randomId()]
    await put(objects, id, 0, "x")
    await objects.remove(id)
    await objects.remove(id)
    expect([await objects.parts(id), await objects.read(id, 0)]).toEqual([[], null])
  })

  test("hold exactly what was sent last, whatever the order of sends", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.string({ minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 12 }),
        async (sends) => {
          const [objects, id] = [await open(), randomId()]
          const last = new Map<number, string>()
          for (const [part, text] of sends) {
            await put(objects, id, part, text)
            last.set(part, text)
          }
          const whole = [...Array(4).keys()].findIndex((part) => !last.has(part))
          const count = whole === -1 ? 4 : whole
          const hashes = await Promise.all(Array.from({ length: count }, (_, part) => digest(bytes(last.get(part) as string))))
          expect(await objects.keep(id, hashes)).toEqual({ sizes: hashes.map((_, part) => Buffer.byteLength(last.get(part) as string)) })
          for (let part = 0; part < count; part++) expect(await readText(objects, id, part)).toBe(last.get(part))
          await objects.remove(id)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe("a folder", () => {
  const opened: { root: string; objects: Objects[] }[] = []
  const fresh = async (): Promise<{ root: string; open: () => Promise<Objects> }> => {
    const root = await mkdtemp(join(tmpdir(), "safe-conduct-objects-"))
    const here = { root, objects: [] as Objects[] }
    opened.push(here)
    return {
      root,
      async open() {
        const objects = await openFolder(root, now)
        here.objects.push(objects)
        return objects
      },
    }
  }
  afterEach(async () => {
    for (const { root, objects } of opened.splice(0)) {
      for (const each of objects) await each.rest()
      await rm(root, { recursive: true })
    }
  })
  const fileOf = (root: string, id: string) => join(root, id.slice(0, 2), id)

  test("holds an object in one file, and tells no time finer than the hour of it or of what it lies in", async () => {
    const { root, open } = await fresh()
    const [objects, id] = [await open(), randomId()]
    const hashes = [await put(objects, id, 0, "x"), await put(objects, id, 1, "y")]
    const hour = Date.UTC(2026, 10, 22, 17)
    await objects.rest()
    expect((await stat(fileOf(root, id))).mtimeMs).toBe(hour)
    await objects.keep(id, hashes)
    expect(await readdir(join(root, id.slice(0, 2)))).toEqual([id])
    for (const path of [fileOf(root, id), join(root, id.slice(0, 2))]) expect((await stat(path)).mtimeMs).toBe(hour)
    await objects.remove(id)
    expect((await stat(join(root, id.slice(0, 2)))).mtimeMs).toBe(hour)
  })

  test("hashes again what an earlier process wrote, and refuses what a crash has torn", async () => {
    const { root, open } = await fresh()
    const [before, id] = [await open(), randomId()]
    const hashes = [await put(before, id, 0, "first"), await put(before, id, 1, "whole"), await put(before, id, 2, "third")]
    const path = fileOf(root, id)
    const bytes = await readFile(path)
    bytes.fill(0, bytes.indexOf("whole"), bytes.indexOf("whole") + 5)
    await writeFile(path, bytes)
    const after = await open()
    expect((await after.parts(id)).map(({ part }) => part)).toEqual([0, 1, 2])
    expect(await after.keep(id, hashes)).toEqual({ missing: 1 })
    expect((await after.parts(id)).map(({ part }) => part)).toEqual([0, 2])
    await put(after, id, 1, "whole")
    expect(await after.keep(id, hashes)).toEqual({ sizes: [5, 5, 5] })
  })

  test("does not call a part its own whose bytes were cut off, or that somebody shortened", async () => {
    const { root, open } = await fresh()
    const [before, id] = [await open(), randomId()]
    const hashes = [await put(before, id, 0, "first"), await put(before, id, 1, "second")]
    await truncate(fileOf(root, id), (await stat(fileOf(root, id))).size - 1)
    const after = await open()
    expect(await after.keep(id, hashes)).toEqual({ missing: 1 })
    expect((await after.parts(id)).map(({ part }) => part)).toEqual([0])
  })

  test("takes a part in pieces, and says what the disk says when it takes none", async () => {
    const { root, open } = await fresh()
    const [objects, id] = [await open(), randomId()]
    await objects.put(id, 0, ["a pa", "", "rt in ", "pieces"].map(bytes))
    expect(await objects.keep(id, [await digest(bytes("a part in pieces"))])).toEqual({ sizes: [16] })
    await objects.rest()
    // A device that is always full stands where the object's file would.
    const full = randomId()
    await mkdir(join(root, full.slice(0, 2)), { recursive: true })
    await symlink("/dev/full", fileOf(root, full))
    await expect(put(objects, full, 0, "x")).rejects.toMatchObject({ code: "ENOSPC" })
    expect(await put(objects, id, 1, "the next one is taken")).toBeTruthy()
  })

  test("takes the whole of one of two who send one part at the same time, and more files than it holds open", async () => {
    const { open } = await fresh()
    const objects = await open()
    const [one, two] = ["one ".repeat(50_000), "other ".repeat(30_000)]
    const ids = Array.from({ length: 140 }, () => randomId())
    await Promise.all(ids.flatMap((id, n) => (n < 4 ? [put(objects, id, 0, one), put(objects, id, 0, two)] : [put(objects, id, 0, "x")])))
    for (const id of ids) {
      const [at] = await objects.parts(id)
      const text = (await readText(objects, id, 0)) as string
      expect([one, two, "x"]).toContain(text)
      expect(at?.hash).toBe(await digest(bytes(text)))
      expect(await objects.keep(id, [at?.hash as Hash])).toEqual({ sizes: [text.length] })
    }
  })
})

describe("a bucket", () => {
  test("is asked again when it stumbles, and an error that stays is an error", async () => {
    const [objects, id] = [await (places[1] as (typeof places)[1]).open(), randomId()]
    bucket.faults.push(503, 500)
    const hash = await put(objects, id, 0, "x")
    expect(await objects.keep(id, [hash])).toEqual({ sizes: [1] })
    bucket.faults.push(403)
    await expect(objects.read(id, 0)).rejects.toThrow("403")
  })
})
