// Whoever builds the same sources gets the same pages to the last byte: in another folder, at another time, in another language and
// time zone, as another person. Without this nobody could say of a server that it serves what was published.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, relative, resolve } from "node:path"
import process from "node:process"
import { afterEach, beforeEach, expect, test } from "vitest"
import { sourcesHash } from "./sources.ts"

let elsewhere = ""
beforeEach(() => void (elsewhere = mkdtempSync(join(tmpdir(), "постройка в другом месте "))))
afterEach(() => rmSync(elsewhere, { recursive: true, force: true }))

/** The sources alone: nothing that was built or installed. */
function copySources(to: string): void {
  const wanted = ["packages", "programmes", "scripts", "package.json", "package-lock.json", "tsconfig.base.json"]
  for (const name of wanted)
    cpSync(name, join(to, name), {
      recursive: true,
      filter: (path) => !/(?:^|\/)(?:node_modules|dist|\.building-[^/]*)(?:\/|$)/.test(path),
    })
}

/** The installed packages, by link; our own by link to the copy, so that not one source of the first build is read by the second. */
function linkPackages(to: string): void {
  const link = (from: string, into: string, copy: (name: string) => string): void => {
    mkdirSync(into, { recursive: true })
    for (const name of readdirSync(from)) symlinkSync(copy(name), join(into, name))
  }
  const installed = resolve("node_modules")
  link(installed, join(to, "node_modules"), (name) => join(installed, name))
  rmSync(join(to, "node_modules", "@safe-conduct"))
  mkdirSync(join(to, "node_modules", "@safe-conduct"))
  for (const folder of ["packages", "programmes"])
    for (const name of readdirSync(folder)) symlinkSync(join(to, folder, name), join(to, "node_modules", "@safe-conduct", name))
  for (const name of readdirSync("packages")) {
    const own = join("packages", name, "node_modules")
    if (existsSync(own)) link(own, join(to, own), (one) => resolve(own, one))
  }
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && !one.name.startsWith("."))
  return Object.fromEntries(
    files
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

test("two builds in two places give the same bytes of every file", () => {
  for (const pages of ["portal", "desk"])
    expect([pages, readFileSync(`packages/${pages}/dist/.built-from`, "utf8")], "build first: node scripts/build.ts").toEqual([
      pages,
      sourcesHash(),
    ])
  copySources(elsewhere)
  linkPackages(elsewhere)
  // Nine years earlier, by the clock of the process and of every source.
  const shift = join(elsewhere, "earlier.mjs")
  writeFileSync(
    shift,
    `const now = Date.now, Real = Date
globalThis.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(now() - 9 * 31557600000) } static now() { return now() - 9 * 31557600000 } }
`,
  )
  for (const one of readdirSync(join(elsewhere, "packages"), { recursive: true, withFileTypes: true }))
    if (one.isFile()) utimesSync(join(one.parentPath, one.name), 1_400_000_000, 1_400_000_000)
  // As nobody, where we may become somebody else.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  if ("uid" in nobody) spawnSync("chown", ["-R", "65534:65534", elsewhere])
  const built = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", shift, "scripts/build.ts"], {
    cwd: elsewhere,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: elsewhere,
      USER: "someone",
      TZ: "Asia/Kamchatka",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NODE_ENV: "development",
    },
    ...nobody,
  })
  expect([built.status, built.status === 0 ? "" : built.stderr]).toEqual([0, ""])
  for (const pages of ["portal", "desk"]) {
    const [ours, theirs] = [hashes(`packages/${pages}/dist`), hashes(join(elsewhere, "packages", pages, "dist"))]
    expect(Object.keys(ours).length).toBeGreaterThan(50)
    // A release's signature is the one thing that a build does not make.
    delete ours["release.json"]
    delete theirs["release.json"]
    expect(theirs).toEqual(ours)
  }
}, 300_000)
