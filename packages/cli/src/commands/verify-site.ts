// `verify-site`: does a site serve what was released. Fetched over the line as visitors fetch it, compared with the signed manifest.
import { resolve } from "node:path"
import { releaseKeys, releasePrintOf, siteSignedBy, verifyDeskInfo } from "@safe-conduct/sealing/verify"
import { DeskInfo, type PublicKey, SITE_ADDRESS, Site, read } from "@safe-conduct/wire"
import type { GenericSchema, InferOutput } from "valibot"
import type { Command, Host } from "../command.ts"
import { builtPages } from "../desk/pages.ts"
import type { Flags } from "../flags.ts"
import { type Refusal, refuse } from "../refusal.ts"
import { readOrigin } from "../sending/meet-desk.ts"
import { builtSite, packagedSite, readSite, siteText } from "../site/built-site.ts"
import { compareSite } from "../site/compared.ts"
import { type Visitor, fetchAs, visitors } from "../site/visitor.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: refuse(error, message),
})

export const verifySite: Command = {
  name: "verify-site",
  about: "tells whether a site serves the pages that were released",
  takes: ["URL"],
  help: `
Fetches every page and asset over the line as browsers do, in three languages and several codings, and compares bytes and headers with
the release's manifest: that of this installed package, or FILE. Says which release it is and who signed it; on a difference it names
the first on standard error, all of them in "differences", and ends with 1. A page or asset that no manifest lists, a link to another
host and a header that makes a browser do more than our pages ask for are differences too.

It sees what the server shows to this machine at this moment. A server that shows something else to one visitor is not found by it:
run it from several places, or have others run it.

  safe-conduct verify-site https://desk.example.org --key 0123-4567-89ab-cdef-0123-4567-89ab-cdef`,
  flags: {
    manifest: { value: "FILE", about: "a release's manifest (release.json) instead of this package's own; it must be signed" },
    key: { value: "FINGERPRINT", about: "the release key, as its holders tell it; the manifest must be signed by it" },
  },
  async run(given, host) {
    const origin = readOrigin(given.must("URL"))
    if (origin === null) return refuse("bad-server", "A site's address is written as https://desk.example.org, with nothing behind it.")
    const site = await manifestOf(given, host)
    if (!site.ok) return site.refusal
    const desk = await shown(origin, "/desk.json", DeskInfo)
    if (!desk.ok) return desk.refusal
    const papers = await verifyDeskInfo(desk.value)
    if (!papers.ok) return refuse(papers.refusal.error, papers.refusal.message)
    const other = await otherRelease(origin, site.value.site)
    if (other !== null) return other
    const { asked, differences } = await compareSite(site.value.site, origin, {
      trial: papers.value.trial,
      tls: origin.startsWith("https:"),
    })
    const first = differences[0]
    const { version, files } = site.value.site
    await host.out(
      `${JSON.stringify({ same: first === undefined, version, signedBy: site.value.signedBy, root: papers.value.rootPrint, files: files.length, asked, differences })}\n`,
    )
    return first === undefined ? null : refuse("site-differs", `${first.address} (${first.asked}): ${first.what}.`, first.address)
  },
}

interface Trusted {
  readonly site: Site
  /** The release key's fingerprint; null for a package that nobody signed, which is trusted as it was installed. */
  readonly signedBy: string | null
}

async function manifestOf(given: Flags, host: Host): Promise<Outcome<Trusted>> {
  const file = given.text("manifest")
  const site = file === undefined ? await ownSite() : await siteIn(resolve(host.cwd, file))
  if (!site.ok) return site
  const print = given.text("key")
  const wanted = print?.toLowerCase().replace(/[\s:-]/g, "")
  if (wanted !== undefined && !/^[0-9a-f]{32}$/.test(wanted))
    return no("bad-key", "A release key's fingerprint is 32 hexadecimal letters, in groups or not.")
  const { signed } = site.value
  const candidates: readonly PublicKey[] =
    wanted === undefined
      ? releaseKeys
      : signed !== undefined && releasePrintOf(signed.key).replaceAll("-", "") === wanted
        ? [signed.key]
        : []
  const key = await siteSignedBy(site.value, candidates)
  // A manifest from elsewhere proves nothing by itself; this package's own was installed together with the command that reads it.
  if (key === null && (file !== undefined || wanted !== undefined || releaseKeys.length > 0))
    return no("not-signed", "The manifest is not signed by the release key that is asked for.")
  return { ok: true, value: { site: site.value, signedBy: key === null ? null : releasePrintOf(key) } }
}

async function siteIn(path: string): Promise<Outcome<Site>> {
  const site = await readSite(path)
  return site === null ? no("bad-manifest", `${path} holds no manifest of a release.`) : { ok: true, value: site }
}

/** This package's manifest, once it is sure that the package's own files are those that it lists. */
async function ownSite(): Promise<Outcome<Site>> {
  const pages = builtPages()
  const site = pages.portal === undefined || pages.desk === undefined ? null : await packagedSite(pages.portal)
  if (site === null) return no("no-pages", "This package carries no pages. Build them with `npm run build`, or name a manifest.")
  const here = await builtSite(pages, site.version)
  return siteText(here) === siteText({ ...site, signed: undefined })
    ? { ok: true, value: site }
    : no("package-altered", "The pages in this package are not those that its own manifest lists. Install it anew.")
}

/** What the site says it is. A different release is one difference and not three hundred. */
async function otherRelease(origin: string, site: Site): Promise<Refusal | null> {
  const told = await shown(origin, SITE_ADDRESS, Site)
  if (!told.ok) return told.refusal.error === "offline" ? told.refusal : null
  return told.value.version === site.version
    ? null
    : refuse("other-release", `The site says that it serves release ${told.value.version}; this manifest is of ${site.version}.`)
}

async function shown<S extends GenericSchema>(origin: string, path: string, schema: S): Promise<Outcome<InferOutput<S>>> {
  const got = await fetchAs(visitors[0] as Visitor, origin, path)
  if (!got.ok) return no("offline", `${origin} does not answer (${got.why}).`)
  let json: unknown = null
  try {
    json = JSON.parse(got.value.bytes.toString("utf8"))
  } catch {
    // No JSON is none of ours.
  }
  const value = read(schema, json)
  return value.ok ? value : no("no-desk", `${origin}${path} shows nothing of a desk.`)
}
