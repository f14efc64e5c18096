// The built pages, served as they lie in their folders, in the reader's language and packed where the browser takes it.
import { readFile } from "node:fs/promises"
import type { Context } from "hono"
import { type PageFolders, pageFiles, pageFinder } from "./page-files.ts"

export type Pages = (c: Context) => Promise<Response>

export async function servePages(folders: PageFolders): Promise<Pages> {
  const find = pageFinder(await pageFiles(folders))
  return async (c) => {
    const found = find({
      path: c.req.path,
      chosen: c.req.query("lang"),
      languages: c.req.header("accept-language"),
      codings: c.req.header("accept-encoding"),
    })
    if (found === null) return c.text("There is nothing here.\n", 404)
    return c.body((await readFile(found.path)) as Uint8Array<ArrayBuffer>, 200, { ...found.headers })
  }
}
