// The licences of everything that others wrote and that goes out with ours: whoever gets our files gets these words too.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs"
import { dirname, join } from "node:path"

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: string | { readonly url?: string }
  readonly dependencies?: Readonly<Record<string, string>>
}
interface Part {
  readonly folder: string
  readonly manifest: Manifest
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest

/** Where a package lies as seen from a folder, as Node would find it. */
function find(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name)
    if (existsSync(join(folder, "package.json"))) return realpathSync(folder)
    if (dirname(at) === at) throw new Error(`${name} is not installed`)
  }
}

/** A package, and all that it needs to run. */
function walk(folder: string, seen: Map<string, Part>): void {
  const manifest = readManifest(folder)
  const key = `${manifest.name}@${manifest.version}`
  if (seen.has(key)) return
  seen.set(key, { folder, manifest })
  for (const name of Object.keys(manifest.dependencies ?? {})) walk(find(name, folder), seen)
}

const isLicence = (name: string): boolean => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|ts|json|map)$/.test(name)

/** Licences of the package itself and of what it carries in folders: fonts, decoders. */
function licences(folder: string): string[] {
  const at = (place: string): string[] =>
    readdirSync(place)
      .filter((name) => isLicence(name) && statSync(join(place, name)).isFile())
      .map((name) => join(place, name))
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== "node_modules")
    .flatMap((one) => at(join(folder, one.name)))
  const texts = [...at(folder), ...inside].sort().map((path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim())
  return [...new Set(texts)]
}

const source = ({ repository }: Manifest): string =>
  (typeof repository === "string" ? repository : (repository?.url ?? "")).replace(/^git\+/, "").replace(/\.git$/, "")

/**
 * `home`: one of our packages; `also`: packages that are only copied from, as fonts are. Each text stands once, under all that it is
 * for. The same installed packages give the same bytes.
 */
export function notices(home: string, also: readonly string[] = []): string {
  const seen = new Map<string, Part>()
  walk(realpathSync(home), seen)
  for (const name of also) walk(find(name, home), seen)
  const theirs = [...seen].filter(([key]) => !key.startsWith("@safe-conduct/")).sort(([a], [b]) => (a < b ? -1 : 1))
  const byText = new Map<string, string[]>()
  const lines: string[] = []
  for (const [key, { folder, manifest }] of theirs) {
    lines.push(`${key}  ${manifest.license ?? "see below"}  ${source(manifest)}`.trimEnd())
    const texts = licences(folder)
    if (texts.length === 0 && manifest.license === undefined) throw new Error(`${key} says nothing of its licence`)
    for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), key])
  }
  const rule = "-".repeat(80)
  return [
    "Safe Conduct is free software under the GNU Affero General Public License, version 3 or later.",
    "With it come these works of others, under their own licences:",
    "",
    ...lines,
    ...[...byText].flatMap(([text, keys]) => ["", rule, keys.join(", "), rule, "", text]),
    "",
  ].join("\n")
}
