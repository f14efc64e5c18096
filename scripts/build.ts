// Builds the pages: the portal (per language, prerendered) and the desk, and lists what they serve. Skips what stands and is newer
// than its sources.
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import { sourcesHash } from "./pages/sources.ts"

const now = sourcesHash()
let built = !existsSync("packages/portal/dist/release.json")
for (const pages of ["portal", "desk"]) {
  const stamp = `packages/${pages}/dist/.built-from`
  if (!process.argv.includes("--force") && existsSync(stamp) && readFileSync(stamp, "utf8") === now) continue
  const done = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", `packages/${pages}/build.ts`], { stdio: "inherit" })
  if (done.status !== 0) {
    console.error(`Building the ${pages} failed.`)
    process.exit(1)
  }
  writeFileSync(stamp, now)
  built = true
}
if (built) {
  const { writeSite } = await import("../packages/cli/src/site/built-site.ts")
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
  await writeSite({ portal: "packages/portal/dist", desk: "packages/desk/dist" }, version)
}
