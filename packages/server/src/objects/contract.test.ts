// One contract for both places where files lie: a folder and a bucket.
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { randomId } from "@safe-conduct/sealing/seal"
import { digest } from "@safe-conduct/sealing/verify"
import type { Hash } from "@safe-conduct/wire"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
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

const places = [
  { name: "a folder", open: (): Promise<Objects> => openFolder(folder, now) },
  {
    name: "a bucket",
    open: async (): Promise<Objects> =>
      openS3({ endpoint: bucket.endpoint, region: "eu", accessKeyId: "key", secretAccessKey: "secret", prefix: "desk/" }),
  },
]

const bytes = (text: string) => new TextEncoder().encode(text)
const put = async (objects: Objects, id: ReturnType<typeof randomId>, part: number, text: string): Promise<Hash> => {
  const hash = await digest(bytes(text))
  await objects.put(id, part, hash, bytes(text))
  return hash
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
    expect(await other.keep(id, hashes)).toBeNull()
    expect(await Promise.all(hashes.map((_, part) => readText(other, id, part)))).toEqual(hashes.map((_, part) => `part ${part}`))
    expect(await other.read(id, 9)).toBeNull()
  })

  test("name the first part that is missing or is not the one that was sent", async () => {
    const [objects, id] = [await open(), randomId()]
    const first = await put(objects, id, 0, "one")
    expect(await objects.keep(id, [first, await digest(bytes("two"))])).toBe(1)
    await put(objects, id, 1, "another")
    expect(await objects.keep(id, [first, await digest(bytes("two"))])).toBe(1)
  })

  test("keep the part that `complete` names where one was sent twice, and nothing beyond", async () => {
    const [objects, id] = [await open(), randomId()]
    await put(objects, id, 0, "old")
    const hash = await put(objects, id, 0, "new")
    await put(objects, id, 1, "beyond")
    expect(await objects.keep(id, [hash])).toBeNull()
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
          expect(await objects.keep(id, hashes)).toBeNull()
          for (let part = 0; part < count; part++) expect(await readText(objects, id, part)).toBe(last.get(part))
          await objects.remove(id)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe("a folder", () => {
  test("tells no time finer than the hour, and leaves no passing file behind", async () => {
    const root = await mkdtemp(join(tmpdir(), "safe-conduct-objects-"))
    const [objects, id] = [await openFolder(root, now), randomId()]
    const hash = await put(objects, id, 0, "x")
    await objects.keep(id, [hash])
    const place = join(root, id.slice(0, 2), id)
    expect(await readdir(place)).toEqual([`0.${hash}`])
    for (const path of [join(place, `0.${hash}`), place]) expect((await stat(path)).mtimeMs).toBe(Date.UTC(2026, 10, 22, 17))
    await rm(root, { recursive: true })
  })

  test("hashes again what an earlier process wrote, and refuses what a crash has torn", async () => {
    const root = await mkdtemp(join(tmpdir(), "safe-conduct-objects-"))
    const id = randomId()
    const hash = await put(await openFolder(root, now), id, 0, "whole")
    const path = join(root, id.slice(0, 2), id, `0.${hash}`)
    await writeFile(path, Buffer.alloc((await readFile(path)).length))
    const after = await openFolder(root, now)
    expect(await after.keep(id, [hash])).toBe(0)
    expect(await after.parts(id)).toEqual([])
    await rm(root, { recursive: true })
  })
})

describe("a bucket", () => {
  test("is asked again when it stumbles, and an error that stays is an error", async () => {
    const [objects, id] = [await (places[1] as (typeof places)[1]).open(), randomId()]
    bucket.faults.push(503, 500)
    const hash = await put(objects, id, 0, "x")
    expect(await objects.keep(id, [hash])).toBeNull()
    bucket.faults.push(403)
    await expect(objects.read(id, 0)).rejects.toThrow("403")
  })
})
