// The log of the database is held open once, however many flush it first, and by nobody afterwards.
import { mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { afterEach, beforeEach, expect, test } from "vitest"
import { logOf } from "./sqlite.ts"

let folder = ""
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "safe-conduct-log-"))))
afterEach(() => rm(folder, { recursive: true }))

/** Files of the folder that this process holds open. */
async function held(): Promise<number> {
  const links = await Promise.all((await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")))
  return links.filter((link) => link.startsWith(folder)).length
}

test.skipIf(process.platform !== "linux")("one handle serves all who flush at once, and closing leaves none", async () => {
  const path = join(folder, "desk.sqlite")
  await writeFile(`${path}-wal`, "frames")
  const log = logOf(path)
  await Promise.all(Array.from({ length: 8 }, () => log.flush()))
  expect(await held()).toBe(1)
  await log.close()
  expect(await held()).toBe(0)
})

test("a log that could not be opened is tried again", async () => {
  const path = join(folder, "desk.sqlite")
  const log = logOf(path)
  await expect(log.flush()).rejects.toThrow("ENOENT")
  await log.close()
  await writeFile(`${path}-wal`, "frames")
  await log.flush()
  await log.close()
})
