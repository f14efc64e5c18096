// Builds the portal: scripts and style by vite, every page as HTML in three languages, and each file once more in brotli and gzip.
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import process from "node:process"
import { fileURLToPath, pathToFileURL } from "node:url"
import { selfHelpText } from "@safe-conduct/domain/request"
import { currentPolicy, selfHelp } from "@safe-conduct/russia-canada"
import { build, type Manifest } from "vite"
import { madeAside } from "../../scripts/pages/aside.ts"
import { compress } from "../../scripts/pages/compressed.ts"
import { notices } from "../../scripts/pages/notices.ts"
import type { renderPages } from "./src/pages/prerender.tsx"
import config from "./vite.config.ts"

const here = dirname(fileURLToPath(import.meta.url))
// Libraries choose by it what goes into a page; the same pages come out whatever stood there before.
process.env["NODE_ENV"] = "production"
const rendering = join(here, "node_modules", `.rendering-${process.pid}`)

/** The page renderer is TSX, which Node does not read: vite makes it one plain module, used here and thrown away. */
async function renderer(): Promise<typeof renderPages> {
  await build({
    ...config,
    configFile: false,
    build: { ssr: join(here, "src/pages/prerender.tsx"), outDir: rendering, emptyOutDir: true, target: "node24" },
    ssr: { noExternal: true },
  })
  const file = (await readdir(rendering)).find((name) => name.startsWith("prerender"))
  if (!file) throw new Error("the page renderer was not built")
  const module = (await import(pathToFileURL(join(rendering, file)).href)) as { renderPages: typeof renderPages }
  return module.renderPages
}

await madeAside(here, async (dist) => {
  await build({ ...config, configFile: false, build: { ...config.build, outDir: dist } })
  const manifest = JSON.parse(await readFile(join(dist, "manifest.json"), "utf8")) as Manifest
  const fileOf = (source: string) => {
    const chunk = manifest[source]
    if (!chunk) throw new Error(`${source} is not in the build's manifest`)
    return chunk
  }
  const style = Object.values(manifest).find((chunk) => chunk.file.endsWith(".css"))
  if (!style) throw new Error("the style is not in the build's manifest")

  /** A module and all it imports at once. */
  function withImports(source: string, seen = new Set<string>()): Set<string> {
    const chunk = fileOf(source)
    if (seen.has(chunk.file)) return seen
    seen.add(chunk.file)
    for (const one of chunk.imports ?? []) withImports(one, seen)
    return seen
  }

  const entries = { ask: "src/ask/main.tsx", mailbox: "src/mailbox/main.tsx", folder: "src/folder/main.tsx" } as const
  const trial = `/${fileOf("src/pages/trial.ts").file}`
  const pages = (await renderer())(
    {
      style: `/${style.file}`,
      script: {
        index: `/${fileOf("src/pages/home.main.ts").file}`,
        safety: trial,
        ask: `/${fileOf(entries.ask).file}`,
        mailbox: `/${fileOf(entries.mailbox).file}`,
        folder: `/${fileOf(entries.folder).file}`,
        "self-help": `/${fileOf("src/pages/self-help.main.ts").file}`,
        take: `/${fileOf("src/pages/take.main.ts").file}`,
      },
      preload: (page, language) => {
        if (page !== "ask" && page !== "mailbox" && page !== "folder") return []
        const own = fileOf(entries[page]).file
        const wanted = new Set([...withImports(entries[page]), ...withImports(`../words/src/portal/${language}.ts`)])
        return [...wanted].filter((file) => file !== own).map((file) => `/${file}`)
      },
    },
    // What the first page says about Canada is what Canada's own act says, and changes with it alone.
    {
      instrument: currentPolicy.instrument.state,
      help: selfHelp,
      readAs: createHash("sha256").update(selfHelpText(selfHelp), "utf8").digest("hex"),
    },
  )
  for (const { file, html } of pages) {
    await mkdir(dirname(join(dist, file)), { recursive: true })
    await writeFile(join(dist, file), html)
  }
  await rm(join(dist, "manifest.json"))
  await writeFile(join(dist, "notices.txt"), notices(here, ["@expo-google-fonts/pt-sans", "@expo-google-fonts/pt-serif"]))

  await compress(dist)
  console.log(`portal: ${pages.length} pages in packages/portal/dist`)
})
await rm(rendering, { recursive: true, force: true })
