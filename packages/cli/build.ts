// Makes the package that can be installed: the command as plain JavaScript with everything it needs, and the built pages beside it.
// Node runs no TypeScript under node_modules, and our workspaces are on no registry. `npm install -g packages/cli/dist` installs it.
import { existsSync } from "node:fs"
import { chmod, cp, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { notices } from "../../scripts/pages/notices.ts"
import { writeSite } from "./src/site/built-site.ts"

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, "dist")

await build({
  configFile: false,
  root: here,
  logLevel: "warn",
  build: {
    ssr: join(here, "src/main.ts"),
    outDir: dist,
    emptyOutDir: true,
    target: "node24",
    minify: false,
    // All in one folder: what asks for its own address finds the pages beside it.
    rollupOptions: { output: { chunkFileNames: "[name]-[hash].js" } },
  },
  // The native driver of PostgreSQL is optional and asked for only by name.
  ssr: { noExternal: true, external: ["pg-native"] },
})
for (const pages of ["portal", "desk"]) {
  const built = join(here, "..", pages, "dist")
  if (!existsSync(built)) throw new Error(`Build the ${pages} first: npm run build`)
  await cp(built, join(dist, "pages", pages), { recursive: true, filter: (path) => !path.endsWith(".built-from") })
}
const { version, license } = JSON.parse(await readFile(join(here, "package.json"), "utf8")) as { version: string; license: string }
await writeSite({ portal: join(dist, "pages", "portal"), desk: join(dist, "pages", "desk") }, version)
const launcher = await readFile(join(here, "bin", "safe-conduct.mjs"), "utf8")
await writeFile(join(dist, "safe-conduct.mjs"), launcher)
await chmod(join(dist, "safe-conduct.mjs"), 0o755)
await cp(join(here, "bin", "node-flags.mjs"), join(dist, "node-flags.mjs"))
await writeFile(
  join(dist, "package.json"),
  `${JSON.stringify({ name: "safe-conduct", version, license, type: "module", engines: { node: ">=24" }, bin: { "safe-conduct": "./safe-conduct.mjs" } }, null, 2)}\n`,
)
await cp(join(here, "..", "..", "LICENSE"), join(dist, "LICENSE"))
await writeFile(join(dist, "notices.txt"), notices(here, ["@expo-google-fonts/pt-sans", "@expo-google-fonts/pt-serif"]))
console.log("cli: an installable package in packages/cli/dist")
