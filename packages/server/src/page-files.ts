// Which built file answers which address. Names are listed once, so no address reaches outside the folders; what is served, what the
// release's manifest lists and what is compared with it later are this one list.
import { readdir } from "node:fs/promises"
import { extname, join, relative, sep } from "node:path"
import { chooseLanguage, isLanguage, type Language } from "@safe-conduct/wire"

export interface PageFolders {
  /** Holds <language>/{index,ask,mailbox,folder,paper,safety,self-help,take}.html, assets/ and release.json. */
  readonly portal?: string
  /** Holds index.html and assets/. */
  readonly desk?: string
}

export interface PageFile {
  readonly address: string
  /** Where one address answers in the reader's language. */
  readonly language?: Language
  readonly path: string
  /** The same content, packed. */
  readonly packed: { readonly br?: string; readonly gzip?: string }
}

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

/** A page of the portal by its file: the address has no language in it, the reader's own decides. */
function portalPlace(name: string): Pick<PageFile, "address" | "language"> {
  const [, language, page] = /^(\w\w)\/(index|ask|mailbox|folder|paper|safety|self-help|take)\.html$/.exec(name) ?? []
  return page !== undefined && isLanguage(language) ? { address: page === "index" ? "/" : `/${page}`, language } : { address: `/${name}` }
}
const deskPlace = (name: string): Pick<PageFile, "address"> => ({ address: name === "index.html" ? "/desk" : `/desk/${name}` })

async function listed(folder: string | undefined, place: (name: string) => Pick<PageFile, "address" | "language">): Promise<PageFile[]> {
  if (folder === undefined) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = new Set(entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)))
  const packed = (path: string, ending: string) => (paths.has(path + ending) ? path + ending : undefined)
  return [...paths]
    .map((path) => ({ path, name: relative(folder, path).split(sep).join("/") }))
    .filter(({ path, name }) => !/(?:^|\/)\./.test(name) && !(/\.(?:br|gz)$/.test(name) && paths.has(path.slice(0, -3))))
    .map(({ path, name }) => {
      const [br, gzip] = [packed(path, ".br"), packed(path, ".gz")]
      return { ...place(name), path, packed: { ...(br === undefined ? {} : { br }), ...(gzip === undefined ? {} : { gzip }) } }
    })
}

/** Every file that is served, in the order of its addresses. */
export async function pageFiles(folders: PageFolders): Promise<PageFile[]> {
  const files = (await Promise.all([listed(folders.portal, portalPlace), listed(folders.desk, deskPlace)])).flat()
  return files.sort((a, b) => (a.address + (a.language ?? "") < b.address + (b.language ?? "") ? -1 : 1))
}

export interface Asked {
  /** Without the query. */
  readonly path: string
  readonly chosen?: string | undefined
  readonly languages?: string | undefined
  readonly codings?: string | undefined
}
export interface Found {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export const contentTypeOf = ({ address, language }: Pick<PageFile, "address" | "language">): string =>
  types[language !== undefined || address === "/desk" ? ".html" : extname(address)] ?? "application/octet-stream"

/** Looks an address up; null where there is nothing. */
export function pageFinder(files: readonly PageFile[]): (asked: Asked) => Found | null {
  const byPlace = new Map(files.map((file) => [`${file.address} ${file.language ?? ""}`, file]))
  const spoken = new Set(files.filter((file) => file.language !== undefined).map((file) => file.address))

  function find(path: string, asked: Asked): PageFile | undefined {
    if (spoken.has(path)) {
      const language = chooseLanguage(asked.languages, asked.chosen)
      return byPlace.get(`${path} ${language}`) ?? byPlace.get(`${path} en`)
    }
    const file = byPlace.get(`${path} `)
    // Addresses inside the desk are its own; what looks like a file is not.
    return file ?? (/^\/desk\/(?!assets(?:\/|$))[^.]*$/.test(path) ? byPlace.get("/desk ") : undefined)
  }

  return (asked) => {
    const file = find(asked.path.length > 1 ? asked.path.replace(/\/$/, "") : "/", asked)
    if (file === undefined) return null
    const accepted = new Set((asked.codings ?? "").split(",").map((coding) => (coding.split(";")[0] ?? "").trim()))
    const coding = (["br", "gzip"] as const).find((one) => accepted.has(one) && file.packed[one] !== undefined)
    return {
      path: coding === undefined ? file.path : (file.packed[coding] as string),
      headers: {
        "content-type": contentTypeOf(file),
        "cache-control": /^(?:\/desk)?\/assets\//.test(file.address) ? "public, max-age=31536000, immutable" : "no-cache",
        vary: file.language === undefined ? "accept-encoding" : "accept-encoding, accept-language",
        ...(file.language === undefined ? {} : { "content-language": file.language }),
        ...(coding === undefined ? {} : { "content-encoding": coding }),
      },
    }
  }
}
