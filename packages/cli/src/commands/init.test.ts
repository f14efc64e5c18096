import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { createVault } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import { loadWords } from "@safe-conduct/sealing/code"
import { verifyDeskInfo } from "@safe-conduct/sealing/verify"
import type { DeskInfo } from "@safe-conduct/wire"
import { refusalOf, run, start } from "../testing/run.ts"

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
    expect(made.administrators).toEqual([made.administrator])
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

  test("two names make two administrators, each with words of her own, and the first certificates bear both approvals", async () => {
    const ran = await init("data", "root.key", "--name", "Анна", "--name", "Борис")
    expect(ran.code).toBe(0)
    const { administrator, administrators, root } = JSON.parse(ran.out)
    expect(administrators.map((one: { name: string }) => one.name)).toEqual(["Анна", "Борис"])
    expect(administrator).toEqual(administrators[0])
    expect(new Set(administrators.flatMap(({ member, passphrase }: Record<string, string>) => [member, passphrase])).size).toBe(4)

    const served = start(["serve", "--data", at("data"), "--port", "0"])
    try {
      const { url } = JSON.parse(await served.line(/^\{"url"/)) as { url: string }
      const info = (await (await fetch(`${url}/desk.json`)).json()) as DeskInfo
      for (const list of [info.intake, info.reply])
        expect(list.map(({ approvals }) => approvals.map(({ by }) => by).sort())).toEqual([
          administrators.map(({ member }: { member: string }) => member).sort(),
        ])
      expect(await verifyDeskInfo(info, { rootPrint: root })).toMatchObject({ ok: true })
      // The second signs in with words of her own, and one of the two alone can renew nothing.
      const other = createVault({ server: url, now: Date.now, programme, words: await loadWords("en") })
      expect(await other.unlock(administrators[1].passphrase)).toMatchObject({ ok: true, value: { name: "Борис", admin: true } })
      expect(await other.rotateIntake()).toMatchObject({ ok: true, value: { done: false } })
    } finally {
      served.child.kill("SIGTERM")
      await served.ended
    }
  })

  test("one name for two administrators is refused: members could not tell them apart", async () => {
    const ran = await init("data", "root.key", "--name", "Анна", "--name", "Анна")
    expect([ran.code, refusalOf(ran).error]).toEqual([2, "bad-flag"])
    expect(await readdir(folder)).toEqual([])
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
