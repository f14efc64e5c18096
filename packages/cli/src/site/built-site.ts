// The manifest of the pages as they lie here: what every address answers, by hash. Written by the build, compared by `verify-site`.
import { readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { hashOf } from "@safe-conduct/sealing/verify"
import { type PageFolders, pageFiles } from "@safe-conduct/server"
import { SITE_ADDRESS, Site, type SiteFile, inSiteOrder, read } from "@safe-conduct/wire"

export async function builtSite(folders: PageFolders, version: string): Promise<Site> {
  const files: SiteFile[] = []
  for (const { address, language, path } of await pageFiles(folders)) {
    if (address === SITE_ADDRESS) continue
    const bytes = await readFile(path)
    files.push({ address, ...(language === undefined ? {} : { language }), sha256: hashOf(bytes), size: bytes.length })
  }
  const site = read(Site, { v: 1, version, files: inSiteOrder(files) })
  if (!site.ok) throw new Error(`the pages make no manifest: ${site.refusal.message} at ${site.refusal.at}`)
  return site.value
}

export const siteText = (site: Site): string => `${JSON.stringify(site, null, 1)}\n`

/** Beside the portal's pages, where the server finds it as a file like any other. A signature over the same files stays. */
export async function writeSite(folders: PageFolders & { readonly portal: string }, version: string): Promise<Site> {
  const path = join(folders.portal, SITE_ADDRESS.slice(1))
  const [made, before] = [await builtSite(folders, version), await readSite(path)]
  if (before !== null && siteText({ ...before, signed: undefined }) === siteText(made)) return before
  await writeFile(`${path}.new`, siteText(made))
  await rename(`${path}.new`, path)
  return made
}

/** The manifest that lies beside built pages. */
export const packagedSite = (portal: string): Promise<Site | null> => readSite(join(portal, SITE_ADDRESS.slice(1)))

/** Null when there is none, or it is none. */
export async function readSite(path: string): Promise<Site | null> {
  try {
    const site = read(Site, JSON.parse(await readFile(path, "utf8")))
    return site.ok ? site.value : null
  } catch {
    return null
  }
}
