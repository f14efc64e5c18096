// `npm test`: makes sure of a browser, builds the pages, and runs every test; the last line is "N passed, N failed".
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import process from "node:process"
import { type RunOutcome, afterSecondLook, closingLine, toRepeat } from "./run-outcome.ts"

/** A program where it already is, else Debian's package of it where we may install one. */
function ensure(found: readonly (string | undefined)[], debian: string): string | null {
  const there = () => found.find((path) => path && existsSync(path)) ?? null
  if (there() || process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return there()
  console.error(`Installing Debian's ${debian} …`)
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"]
  for (const args of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", debian],
  ]) {
    const [program, ...rest] = [...sudo, ...args] as [string, ...string[]]
    const done = spawnSync(program, rest, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
    if (done.status !== 0) return null
  }
  return there()
}

/** The tests drive the built pages in it. */
const browser = ensure(
  [process.env["SAFE_CONDUCT_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  "chromium",
)
if (!browser) {
  console.error("The tests need Chromium: install it, or name it in SAFE_CONDUCT_CHROMIUM.")
  console.log("0 passed, 1 failed")
  process.exit(1)
}
// Strangers that must agree with us: another browser about signatures, another program about exported files. Tests say when one is missing.
for (const [found, debian] of [
  [[process.env["SAFE_CONDUCT_FIREFOX"], "/usr/bin/firefox-esr", "/usr/bin/firefox"], "firefox-esr"],
  [["/usr/bin/age"], "age"],
] as const)
  if (!ensure(found, debian)) console.error(`Without ${debian} its tests are left out.`)
const build = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/build.ts"], { stdio: "inherit" })
if (build.status !== 0) {
  console.log("0 passed, 1 failed")
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), "safe-conduct-test-"))

/** Null where the run died before its end. */
function run(...args: readonly string[]): RunOutcome | null {
  const path = join(folder, "outcome.json")
  rmSync(path, { force: true })
  spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=dot",
      "--reporter=./scripts/test-reporter.ts",
      ...args,
    ],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        SAFE_CONDUCT_CHROMIUM: browser as string,
        SAFE_CONDUCT_TEST_OUTCOME: path,
        // The command is started some hundred times: what Node compiled once it need not compile again.
        NODE_COMPILE_CACHE: resolve("node_modules/.cache/compiled"),
      },
    },
  )
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as RunOutcome) : null
}

const args = process.argv.slice(2)
let outcome = run(...args) ?? { files: [], uncaught: 1 }
// Browsers, servers and Argon2 share a few cores: a file that failed beside others is run once more from its start, by itself.
const repeat = args.length === 0 ? toRepeat(outcome) : []
if (repeat.length > 0) {
  console.log(`\nOnce more, one by one:\n${repeat.map((file) => `  ${file}\n`).join("")}`)
  const second = run("--maxWorkers=1", ...repeat)
  if (second !== null) {
    const { all, mended } = afterSecondLook(outcome, second)
    outcome = all
    if (mended.length > 0) console.log(`\nPassed only by themselves:\n${mended.map((file) => `  ${file}\n`).join("")}`)
  }
}
rmSync(folder, { recursive: true, force: true })
const { line, ok } = closingLine(outcome)
console.log(`\n${line}`)
process.exit(ok ? 0 : 1)
