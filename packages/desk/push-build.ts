// The worker that a browser keeps for Web Push: one script without imports, at an address that stays, since browsers ask for it again.
import { fileURLToPath } from "node:url"
import { build } from "vite"
import config from "./vite.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export async function buildPush(dist: string): Promise<void> {
  await build({
    configFile: false,
    root: here("."),
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: config.build?.target,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: here("src/push.worker.ts"), output: { format: "iife", entryFileNames: "push.js" } },
    },
  } as Parameters<typeof build>[0])
}
