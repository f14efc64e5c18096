// Builds the desk: pages, style and the vault's worker by vite, then each file once more in brotli and gzip.
import { readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { madeAside } from "../../scripts/pages/aside.ts"
import { compress, filesBelow } from "../../scripts/pages/compressed.ts"
import { notices } from "../../scripts/pages/notices.ts"
import { buildPush } from "./push-build.ts"
import config from "./vite.config.ts"

const here = dirname(fileURLToPath(import.meta.url))
// Libraries choose by it what goes into a page; the same pages come out whatever stood there before.
process.env["NODE_ENV"] = "production"

await madeAside(here, async (dist) => {
  await build({ ...config, configFile: false, build: { ...config.build, outDir: dist } })
  await buildPush(dist)
  const html = await readFile(join(dist, "index.html"), "utf8")
  if (/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/.test(html))
    throw new Error("the desk's page holds a script or a style of its own, which the server's policy forbids")
  await writeFile(join(dist, "notices.txt"), notices(here, ["@expo-google-fonts/pt-sans", "@expo-google-fonts/pt-serif"]))
  const made = (await filesBelow(dist)).length
  await compress(dist)
  console.log(`desk: ${made} files in packages/desk/dist`)
})
