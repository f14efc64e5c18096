// Where a page or a style leads. Everything that a browser would fetch by itself must be listed, and no page of ours leads to another
// host: a link that does is how a visitor is taken to a look-alike.
import type { Site } from "@safe-conduct/wire"

const inHtml = /\s(?:src|href|action|formaction|data|poster|srcset|ping|manifest)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi
const inCss = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi
const inScript = /["'`](\/?(?:desk\/)?assets\/[\w.@/-]+)["'`]/g

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match.slice(1).find((one) => one !== undefined) ?? "")

/** What the server makes out of the directory, so that no release can list its bytes: text, and nothing that a browser would run. */
const made: ReadonlySet<string> = new Set(["/paper-recipient.txt"])

/** Addresses in this file that are not of this site; empty is good. */
export function strayLinks(site: Site, address: string, type: string, text: string): string[] {
  const listed = new Set(site.files.map((file) => file.address))
  const leads = (to: string): boolean => {
    if (to === "" || to.startsWith("#") || to === "data:,") return true
    // A number to ring takes nobody to a look-alike page, and its digits are in the bytes that were released.
    if (/^tel:\+?\d+$/.test(to)) return true
    if (!/^\/(?!\/)|^\.{0,2}\/?[\w.-]/.test(to) || /^[a-z][a-z0-9+.-]*:/i.test(to)) return false
    const { origin, pathname } = new URL(to, `https://here.invalid${address}`)
    return origin === "https://here.invalid" && (made.has(pathname) || listed.has(pathname) || listed.has(pathname.replace(/\/$/, "")))
  }
  if (type.startsWith("text/html")) return found(text, inHtml).filter((to) => !leads(to))
  if (type.startsWith("text/css")) return found(text, inCss).filter((to) => !leads(to))
  if (!type.startsWith("text/javascript")) return []
  // A script names its own parts from the folder that all of them lie in.
  const base = address.startsWith("/desk/") ? "/desk/" : "/"
  return found(text, inScript).filter((to) => !leads(to.startsWith("/") ? to : base + to.replace(/^desk\//, "")))
}
