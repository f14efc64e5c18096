// Builds the desk: pages, style and the vault's worker by vite, then each file once more in brotli and gzip.
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { build } from "vite"
import config from "./vite.config.ts"

const here = dirname(fileURLToPath(import.meta.url))
// Made aside and moved into place whole: a server or a second build never meets half of it.
const aside = await mkdtemp(join(here, ".building-"))
const dist = join(aside, "dist")

await build({ ...config, configFile: false, build: { ...config.build, outDir: dist } })

const html = await readFile(join(dist, "index.html"), "utf8")
if (/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/.test(html))
  throw new Error("the desk's page holds a script or a style of its own, which the server's policy forbids")

const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((one) => one.isFile())
  .map((one) => join(one.parentPath, one.name))
for (const file of files) {
  if (!/\.(html|m?js|css|json|svg|txt|ttf|otf|wasm)$/.test(file)) continue
  const bytes = await readFile(file)
  const hint = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 9 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: hint }))
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
await rm(join(here, "dist"), { recursive: true, force: true })
await rename(dist, join(here, "dist"))
await rm(aside, { recursive: true })
console.log(`desk: ${files.length} files in packages/desk/dist`)
