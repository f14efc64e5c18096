// Where the built pages lie. A desk without them serves its API alone.
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { PageFolders } from "@safe-conduct/server"

function folderOf(name: string): string | undefined {
  // In the installed package the pages lie beside the command.
  const beside = join(dirname(fileURLToPath(import.meta.url)), "pages", name)
  if (existsSync(beside)) return beside
  try {
    const dist = join(dirname(fileURLToPath(import.meta.resolve(`@safe-conduct/${name}/package.json`))), "dist")
    return existsSync(dist) ? dist : undefined
  } catch {
    return undefined
  }
}

export function builtPages(): PageFolders {
  const [portal, desk] = [folderOf("portal"), folderOf("desk")]
  return { ...(portal === undefined ? {} : { portal }), ...(desk === undefined ? {} : { desk }) }
}
