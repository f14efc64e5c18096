// What the portal weighs over the wire, by its own measure of the built pages; built first where they are not.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import process from "node:process"

const run = (script: string): string => {
  const done = spawnSync(process.execPath, [script], { encoding: "utf8" })
  if (done.error) throw done.error
  return done.stdout
}

/** KiB of the first page, alone and with a notice that two members say to everybody, and of the form with its cryptography beyond it, in the heaviest language. */
export function portal(): Record<string, number> {
  if (!existsSync("packages/portal/dist/assets")) run("packages/portal/build.ts")
  const lines = [
    ...run("packages/portal/measure.ts").matchAll(
      /first page ([\d.]+) KiB of 60, ([\d.]+) KiB with a notice +form and cryptography ([\d.]+) KiB/g,
    ),
  ]
  if (lines.length !== 3) throw new Error("the portal's measure speaks of other than three languages")
  return {
    "first page KiB": Math.max(...lines.map((line) => Number(line[1]))),
    "first page with a notice KiB": Math.max(...lines.map((line) => Number(line[2]))),
    "form and cryptography KiB more": Math.max(...lines.map((line) => Number(line[3]))),
  }
}

if (import.meta.main) console.log(JSON.stringify(portal(), null, 2))
