// `npm test`: makes sure of a browser, builds the pages, and runs every test; the last line is "N passed, N failed".
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import process from "node:process"

/** Debian's Chromium, installed where we may; the tests drive the built pages in it. */
function ensureBrowser(): string | null {
  const found = [process.env["SAFE_CONDUCT_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path && existsSync(path),
  )
  if (found) return found
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return null
  console.error("No Chromium found; installing Debian's …")
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"]
  for (const args of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [program, ...rest] = [...sudo, ...args] as [string, ...string[]]
    const done = spawnSync(program, rest, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
    if (done.status !== 0) return null
  }
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : null
}

const browser = ensureBrowser()
if (!browser) {
  console.error("The tests need Chromium: install it, or name it in SAFE_CONDUCT_CHROMIUM.")
  console.log("0 passed, 1 failed")
  process.exit(1)
}
const build = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/build.ts"], { stdio: "inherit" })
if (build.status !== 0) {
  console.log("0 passed, 1 failed")
  process.exit(1)
}
const run = spawnSync(
  process.execPath,
  [
    "--disable-warning=ExperimentalWarning",
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=./scripts/test-reporter.ts",
    ...process.argv.slice(2),
  ],
  {
    stdio: "inherit",
    env: { ...process.env, SAFE_CONDUCT_CHROMIUM: browser },
  },
)
process.exit(run.status ?? 1)
