// Builds the pages: the portal (per language, prerendered) and the desk. Skips what stands and is newer than its sources.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import process from "node:process"

/** SHA-256 over every source that can change a built page. */
function sourcesHash(): string {
  const hash = createHash("sha256")
  for (const file of globSync([
    "packages/*/src/**/*",
    "packages/*/*.{ts,json,html}",
    "packages/{portal,desk}/public/**/*",
    "programmes/*/src/**/*",
    "package-lock.json",
  ]).sort()) {
    if (!/\.[a-z]+$/i.test(file)) continue
    hash.update(file)
    hash.update(readFileSync(file))
  }
  return hash.digest("hex")
}

const now = sourcesHash()
for (const pages of ["portal", "desk"]) {
  const stamp = `packages/${pages}/dist/.built-from`
  if (!process.argv.includes("--force") && existsSync(stamp) && readFileSync(stamp, "utf8") === now) continue
  const done = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", `packages/${pages}/build.ts`], { stdio: "inherit" })
  if (done.status !== 0) {
    console.error(`Building the ${pages} failed.`)
    process.exit(1)
  }
  writeFileSync(stamp, now)
}
