// The linters in one call: formatting, type-aware rules (a promise not awaited is a bug here), and what nobody uses.
import { spawnSync } from "node:child_process"
import process from "node:process"

const steps: readonly (readonly [string, readonly string[]])[] = [
  ["formatting", ["node_modules/@biomejs/biome/bin/biome", "format", "."]],
  [
    "rules",
    [
      "node_modules/oxlint/bin/oxlint",
      "--type-aware",
      "--deny-warnings",
      "-c",
      ".oxlintrc.json",
      "packages",
      "programmes",
      "scripts",
      "e2e",
      "bench",
    ],
  ],
  ["what nobody uses", ["node_modules/knip/bin/knip.js", "--no-progress"]],
]
let failed = 0
for (const [name, [program, ...args]] of steps) {
  const done = spawnSync(process.execPath, [program as string, ...args], { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" })
  if (done.status === 0) continue
  failed++
  console.error(`Lint, ${name}:\n${done.stdout}${done.stderr}`)
}
console.log(failed === 0 ? "Lint is clean." : `Lint found something in ${failed} of ${steps.length} steps.`)
process.exit(failed === 0 ? 0 : 1)
