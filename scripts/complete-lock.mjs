// Some tools list one binary package a platform, and npm writes into the lockfile only those it could see on the machine that
// wrote it; elsewhere `npm ci` then fails. This adds the missing optional entries, os and cpu read from the name.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const oses = ["linux", "darwin", "win32", "freebsd", "openbsd", "netbsd", "android", "sunos", "aix", "openharmony"]
const cpus = ["x64", "arm64", "arm", "ia32", "riscv64", "ppc64", "s390x", "loong64", "mips64el", "wasm32"]

/** Entries that the lockfile's packages name as optional and that it does not hold: path → entry. */
export function missingOptionals(lock) {
  const missing = {}
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => place.replace(/^\//, "") in lock.packages)
      if (found || !/^\d/.test(version)) continue
      const parts = name.split(/[-/_]/)
      const os = oses.filter((o) => parts.includes(o))
      const cpu = cpus.filter((c) => parts.includes(c))
      const libc = parts.some((part) => part.startsWith("musl")) ? ["musl"] : []
      missing[`node_modules/${name}`] = {
        version,
        optional: true,
        ...(os.length ? { os } : {}),
        ...(cpu.length ? { cpu } : {}),
        ...(libc.length ? { libc } : {}),
      }
    }
  }
  return missing
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"))
  const missing = missingOptionals(lock)
  Object.assign(lock.packages, missing)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} optional entries added.`)
}
