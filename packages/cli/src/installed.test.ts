// The installable package, far from its sources and from any node_modules.
import { spawnSync } from "node:child_process"
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test, vi } from "vitest"

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const cli = fileURLToPath(new URL("..", import.meta.url))
let folder: string
beforeAll(async () => {
  const built = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(cli, "build.ts")], { encoding: "utf8" })
  if (built.status !== 0) throw new Error(built.stderr)
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-installed-"))
  await cp(join(cli, "dist"), join(folder, "package"), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (argv: readonly string[], input = "") =>
  spawnSync(process.execPath, [join(folder, "package", "safe-conduct.mjs"), ...argv], { cwd: folder, input, encoding: "utf8" })

test("the installed command works out deadlines, makes a desk and refuses what the other does", () => {
  const facts = { id: "a", asOf: "2026-11-30T15:00:00Z", timeZone: "America/Chicago", events: [] }
  const ran = run(["deadlines"], JSON.stringify(facts))
  expect([ran.status, ran.stderr, JSON.parse(ran.stdout).id]).toEqual([0, "", "a"])
  expect(JSON.parse(run(["deadlines"], "{").stderr)).toMatchObject({ error: "not-json", line: 1 })
  const made = run(["init", "--data", "data", "--root", "root.key", "--language", "fr"])
  expect([made.status, JSON.parse(made.stdout).administrator.passphrase.split(" ").length]).toEqual([0, 7])
  expect(JSON.parse(run(["serve", "--data", "data", "--trial"]).stderr)).toMatchObject({ error: "real-desk" })
})

test("it carries our licence and those of others, for itself and for the pages", async () => {
  const read = (name: string) => readFile(join(folder, "package", name), "utf8")
  expect(await read("LICENSE")).toContain("GNU AFFERO GENERAL PUBLIC LICENSE")
  expect(await read("notices.txt")).toMatch(/^hono@/m)
  // What opens files from outside stands with the pages that use it.
  expect(await read("pages/desk/notices.txt")).toContain("GNU LESSER GENERAL PUBLIC LICENSE")
  expect(await read("pages/portal/notices.txt")).toMatch(/^preact@/m)
})

test("it carries the pages in three languages, and no TypeScript", async () => {
  expect((await readdir(join(folder, "package", "pages"))).sort()).toEqual(["desk", "portal"])
  for (const language of ["en", "fr", "ru"])
    expect(await readdir(join(folder, "package", "pages", "portal", language))).toContain("ask.html")
  expect((await readdir(join(folder, "package"), { recursive: true })).filter((name) => name.endsWith(".ts"))).toEqual([])
})
