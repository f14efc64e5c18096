// The built pages, served as they lie in their folders: names are listed once at the start, so no address reaches outside them.
// Precompressed neighbours (.br, .gz) are sent where the browser takes them.
import { readFile, readdir } from "node:fs/promises"
import { extname, join, relative, sep } from "node:path"
import { chooseLanguage } from "@safe-conduct/wire"
import type { Context } from "hono"

export interface PageFolders {
  /** Holds <language>/{index,ask,mailbox,safety}.html and assets/. */
  readonly portal?: string
  /** Holds index.html and assets/. */
  readonly desk?: string
}

export type Pages = (c: Context) => Promise<Response>

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
}

/** Files of a folder by their address, the root's own being "". */
async function listing(folder: string | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (folder === undefined) return found
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    found.set(relative(folder, path).split(sep).join("/"), path)
  }
  return found
}

const PORTAL: Readonly<Record<string, string>> = { "/": "index", "/ask": "ask", "/mailbox": "mailbox", "/safety": "safety" }

export async function servePages(folders: PageFolders): Promise<Pages> {
  const [portal, desk] = await Promise.all([listing(folders.portal), listing(folders.desk)])

  const send = async (c: Context, files: Map<string, string>, name: string, headers: Record<string, string>): Promise<Response | null> => {
    const path = files.get(name)
    if (path === undefined) return null
    const accepts = new Set((c.req.header("accept-encoding") ?? "").split(",").map((e) => (e.split(";")[0] ?? "").trim()))
    const packed = (
      [
        ["br", ".br"],
        ["gzip", ".gz"],
      ] as const
    ).find(([encoding, ending]) => accepts.has(encoding) && files.has(name + ending))
    const bytes = await readFile(packed ? (files.get(name + packed[1]) as string) : path)
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      vary: "accept-encoding",
      ...headers,
      ...(packed ? { "content-encoding": packed[0] } : {}),
    })
  }

  return async (c) => {
    const path = c.req.path.length > 1 ? c.req.path.replace(/\/$/, "") : "/"
    const page = PORTAL[path]
    let answer: Response | null = null
    if (page !== undefined) {
      const language = chooseLanguage(c.req.header("accept-language"), c.req.query("lang"))
      const headers = { "cache-control": "no-cache", "content-language": language, vary: "accept-encoding, accept-language" }
      answer =
        (await send(c, portal, `${language}/${page}.html`, headers)) ??
        (await send(c, portal, `en/${page}.html`, { ...headers, "content-language": "en" }))
    } else if (path === "/desk" || path.startsWith("/desk/")) {
      const name = path.slice("/desk/".length)
      const fixed = name.startsWith("assets/")
      answer = await send(c, desk, name, { "cache-control": fixed ? "public, max-age=31536000, immutable" : "no-cache" })
      // Addresses inside the desk are its own; files are not.
      if (!answer && !fixed) answer = await send(c, desk, "index.html", { "cache-control": "no-cache" })
    } else {
      const name = path.slice(1)
      answer = await send(c, portal, name, {
        "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      })
    }
    return answer ?? c.text("There is nothing here.\n", 404)
  }
}
