// A folder of each test run's own, for what its files share: begun before the first, gone after the last.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    runFolder: string
  }
}

export default function begin({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "safe-conduct-run-"))
  provide("runFolder", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
