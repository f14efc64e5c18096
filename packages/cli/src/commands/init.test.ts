import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { refusalOf, run } from "../testing/run.ts"

vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-init-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const init = (data: string, root: string, ...more: string[]) => run(["init", "--data", at(data), "--root", at(root), ...more])
const mode = async (path: string) => (await stat(path)).mode & 0o777

describe("init", () => {
  test("makes a desk: the root key outside the data and for its owner alone, the administrator's words shown once", async () => {
    const ran = await init("data", "root.key", "--desk", "Desk of the test", "--language", "ru")
    expect(ran.code).toBe(0)
    const made = JSON.parse(ran.out)
    expect(made).toMatchObject({ name: "Desk of the test", trial: false, root: expect.stringMatching(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/) })
    expect(made.administrator.passphrase.split(" ")).toHaveLength(7)
    expect(made.administrator.passphrase).toMatch(/^[а-яё ]+$/)
    for (const file of [at("root.key"), at("root.key.reserve")]) {
      expect(await mode(file)).toBe(0o600)
      expect((await readFile(file, "utf8")).split("\n")[0]).toBe("safe-conduct root key")
    }
    expect(await mode(at("data"))).toBe(0o700)
    expect(ran.err).not.toContain(made.administrator.passphrase)
    const seeds = await Promise.all(
      ["root.key", "root.key.reserve"].map(async (name) => /seed ([0-9a-f]{64})$/m.exec(await readFile(at(name), "utf8"))?.[1]),
    )
    expect(new Set(seeds).size).toBe(2)
    for (const name of await readdir(at("data"), { recursive: true })) {
      if (!(await stat(join(at("data"), name))).isFile()) continue
      const bytes = await readFile(join(at("data"), name))
      for (const secret of [
        ...seeds.flatMap((hex) => [Buffer.from(hex as string), Buffer.from(hex as string, "hex")]),
        Buffer.from(made.administrator.passphrase),
      ])
        expect(bytes.includes(secret)).toBe(false)
    }
  })

  test("a second desk is not made over the first, and nothing is written", async () => {
    expect((await init("data", "root.key")).code).toBe(0)
    const [before, key] = [await readdir(folder, { recursive: true }), await readFile(at("root.key"), "utf8")]
    const again = await init("data", "other.key")
    expect([again.code, again.out, refusalOf(again).error]).toEqual([2, "", "data-not-empty"])
    const sameKey = await init("data2", "root.key")
    expect([sameKey.code, refusalOf(sameKey).error]).toEqual([2, "root-exists"])
    expect(await readdir(folder, { recursive: true })).toEqual(before)
    expect(await readFile(at("root.key"), "utf8")).toBe(key)
  })

  test("a root key inside the data folder is refused, through a link too", async () => {
    await mkdir(at("data"))
    await mkdir(at("data-of-others"))
    await symlink(at("data"), at("link"))
    for (const [data, root] of [
      ["data", "data/root.key"],
      ["data", "link/root.key"],
      ["link", "data/sub/root.key"],
      ["data", "data-of-others/../data/root.key"],
      ["absent", "absent/root.key"],
    ] as const) {
      const ran = await init(data, root)
      expect([root, ran.code, refusalOf(ran).error]).toEqual([root, 2, "root-inside-data"])
    }
    expect(await readdir(folder, { recursive: true })).toHaveLength(3)
    // A folder whose name only begins like the other is another folder.
    expect((await init("data", "data-of-others/root.key")).code).toBe(0)
  })

  test("a folder that holds anything, or is a file, is refused", async () => {
    await mkdir(at("data"))
    await writeFile(at("data/letter.txt"), "")
    await writeFile(at("file"), "")
    expect(refusalOf(await init("data", "root.key")).error).toBe("data-not-empty")
    expect(refusalOf(await init("file", "root.key")).error).toBe("not-a-folder")
    expect(refusalOf(await init("data2", "nowhere/root.key")).error).toBe("no-such-folder")
    expect((await readdir(folder)).sort()).toEqual(["data", "file"])
  })
})
