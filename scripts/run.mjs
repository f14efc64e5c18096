// One door for every command, in plain JavaScript for Node 18 and newer: installs what the lockfile asks for,
// finds the Node this product runs on (24, pinned from npm), and hands over with signals passed on.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { compileCache, nodeFlags } from "../packages/cli/bin/node-flags.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, "node_modules", ".safe-conduct-installed")
const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")

/** Installs only when the tree differs from the lockfile; exact versions, no install scripts. */
function install() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return
  console.error("Installing the packages the lockfile names …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2] })
  if (done.status !== 0) {
    console.error("Installing failed. Is the npm registry reachable? Run `npm ci` to see why.")
    process.exit(done.status ?? 1)
  }
  writeFileSync(stamp, lockHash())
}

/** The pinned Node 24 by path (npm makes no usable link when two platforms are listed), or our own if it is new enough. */
function findNode() {
  const pinned = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node")
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath
  console.error(
    `Safe Conduct runs on Node 24. There is no packaged one for ${process.platform}-${process.arch}; please install Node 24 or newer.`,
  )
  process.exit(1)
}

const [command = "help", ...rest] = process.argv.slice(2)
install()
const node = findNode()
const target = {
  start: ["scripts/start.ts"],
  test: ["scripts/test.ts"],
  build: ["scripts/build.ts"],
  lint: ["scripts/lint.ts"],
  types: ["scripts/types.ts"],
  format: ["scripts/format.ts"],
  bench: ["bench/run.ts"],
  "safe-conduct": ["packages/cli/src/main.ts"],
}[command]
if (!target) {
  console.error(`Unknown command "${command}". Known: start, test, build, lint, types, format, bench, safe-conduct.`)
  process.exit(2)
}
const child = spawn(node, [...nodeFlags, join(root, ...target), ...rest], {
  // `npm run safe-conduct` starts in the root; relative paths given by a person mean the folder they stood in.
  cwd: command === "safe-conduct" ? (process.env.INIT_CWD ?? process.cwd()) : root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    ...(["start", "safe-conduct", "bench"].includes(command) ? { NODE_COMPILE_CACHE: compileCache(root) } : {}),
  },
})
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
