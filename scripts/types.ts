// Type-checks every package under its own tsconfig (wire and domain without DOM or Node types), then all tests and scripts.
import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import process from "node:process"

const projects = ["packages", "programmes"]
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((folder) => existsSync(join(folder, "tsconfig.json")))
projects.push("tsconfig.tests.json")

const check = (project: string): Promise<{ project: string; output: string; ok: boolean }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], { stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (output += String(piece)))
    child.on("exit", (code) => resolve({ project, output, ok: code === 0 }))
  })

const failed = []
for (const project of projects) {
  const result = await check(project)
  if (!result.ok) failed.push(result)
}
for (const { project, output } of failed) console.error(`${project}\n${output}`)
console.log(
  failed.length === 0 ? `Types hold in ${projects.length} projects.` : `Types fail in ${failed.length} of ${projects.length} projects.`,
)
process.exit(failed.length === 0 ? 0 : 1)
