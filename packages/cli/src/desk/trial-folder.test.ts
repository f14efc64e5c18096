import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { readyTrial } from "./trial-folder.ts"

let data: string
let told: string[]
let made: number
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), "safe-conduct-trial-")), "data")
  told = []
  made = 0
})
afterEach(() => rm(join(data, ".."), { recursive: true, force: true }))

const make = async (folder: string): Promise<object> => {
  made++
  await mkdir(join(folder, "objects"), { recursive: true })
  await writeFile(join(folder, "desk.sqlite"), `trial ${made}`)
  await writeFile(join(folder, "objects", "part"), "")
  return { members: [made] }
}
const ready = (today: string, by = make) => readyTrial({ data, today, make: by, tell: (line) => void told.push(line) })
const database = () => readFile(join(data, "desk.sqlite"), "utf8")

describe("the trial's folder", () => {
  test("is made once and used again on the same day", async () => {
    expect(await ready("2026-11-22")).toMatchObject({ ok: true, value: { made: "now" } })
    const again = await ready("2026-11-22")
    expect(again).toMatchObject({ ok: true, value: { made: "before" } })
    expect(JSON.parse((again.ok && again.value.notes) || "")).toEqual({ members: [1], made: "2026-11-22" })
    expect((await readdir(data)).sort()).toEqual(["desk.sqlite", "objects", "trial.json"])
    expect([made, told]).toEqual([1, []])
  })

  test("of another day is laid aside, told of, and made anew", async () => {
    await ready("2026-11-22")
    await ready("2026-11-23")
    expect([made, await database()]).toEqual([2, "trial 2"])
    expect(told).toHaveLength(1)
    expect(await readFile(join(data, "earlier", "2026-11-22", "desk.sqlite"), "utf8")).toBe("trial 1")
    // A clock that was set back is another day too.
    await ready("2026-11-22")
    await ready("2026-11-23")
    expect((await readdir(join(data, "earlier"))).sort()).toEqual(["2026-11-22", "2026-11-22-2", "2026-11-23"])
  })

  test("a start that died while it was made, or while it was moved into place, leaves nothing behind", async () => {
    await expect(
      ready("2026-11-22", async (folder) => {
        await make(folder)
        throw new Error("died")
      }),
    ).rejects.toThrow("died")
    expect(existsSync(join(data, "desk.sqlite"))).toBe(false)
    await mkdir(join(data, "objects"), { recursive: true })
    await writeFile(join(data, "objects", "stale"), "")
    await writeFile(join(data, "trial.json"), "{}")
    await ready("2026-11-22")
    expect(await readdir(join(data, "objects"))).toEqual(["part"])
    expect(existsSync(join(data, ".making"))).toBe(false)
  })

  test("a desk that somebody made is never made anew", async () => {
    await mkdir(data)
    await writeFile(join(data, "desk.sqlite"), "theirs")
    expect(await ready("2026-11-22")).toEqual({ ok: true, value: { made: "before", notes: null } })
    expect([made, await database()]).toEqual([0, "theirs"])
    await rm(join(data, "desk.sqlite"))
    await mkdir(join(data, "objects"))
    expect(await ready("2026-11-22")).toMatchObject({ ok: false, refusal: { error: "not-a-trial" } })
  })
})
