// What the built pages were built from, as one hash: a build that stands is used again while nothing of it has changed.
import { createHash } from "node:crypto"
import { globSync, readFileSync } from "node:fs"

/** SHA-256 over every source that can change a built page. */
export function sourcesHash(): string {
  const hash = createHash("sha256")
  for (const file of globSync([
    "packages/*/src/**/*",
    "packages/*/*.{ts,json,html}",
    "packages/{portal,desk}/public/**/*",
    "scripts/pages/*.ts",
    "programmes/*/src/**/*",
    "package-lock.json",
  ]).sort()) {
    if (!/\.[a-z]+$/i.test(file)) continue
    hash.update(file)
    hash.update(readFileSync(file))
  }
  return hash.digest("hex")
}
