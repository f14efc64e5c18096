// What a release serves, file by file, and what the release key signs of it. One manifest lists all: a server that answers anything
// else at one of these addresses does not serve this release.
import * as v from "valibot"
import { type Bytes, pae, u64be, utf8 } from "./bytes.ts"
import { Signature } from "./entry.ts"
import { Hash, PublicKey, hashBytes } from "./id.ts"
import { labels } from "./labels.ts"
import { languages } from "./language.ts"

/** Where the manifest is served. It is the one file that it does not list. */
export const SITE_ADDRESS = "/release.json"

export const SiteFile = v.strictObject({
  /** As it stands behind the origin; one spelling each, nothing escaped. */
  address: v.pipe(v.string(), v.maxLength(300), v.regex(/^\/(?:[\w@.-]+(?:\/[\w@.-]+)*)?$/, "not an address")),
  /** Where one address answers in the reader's language. */
  language: v.optional(v.picklist(languages)),
  /** Of the file as it lies, whatever coding it travels in. */
  sha256: Hash,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type SiteFile = v.InferOutput<typeof SiteFile>

/** The one order in which files are listed and signed. */
const place = (file: Pick<SiteFile, "address" | "language">): string => `${file.address} ${file.language ?? ""}`
export const inSiteOrder = <T extends Pick<SiteFile, "address" | "language">>(files: readonly T[]): T[] =>
  [...files].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))

export const Site = v.strictObject({
  v: v.literal(1),
  version: v.pipe(v.string(), v.regex(/^[\w.+-]{1,60}$/, "not a version")),
  files: v.pipe(
    v.array(SiteFile),
    v.maxLength(5000),
    v.check((files) => files.every((file, n) => n === 0 || place(files[n - 1] as SiteFile) < place(file)), "not in order, or one twice"),
  ),
  /** Absent as built; a release adds it. */
  signed: v.optional(v.strictObject({ key: PublicKey, signature: Signature })),
})
export type Site = v.InferOutput<typeof Site>

export const siteBytes = ({ version, files }: Pick<Site, "version" | "files">): Bytes =>
  pae(
    labels.site,
    utf8(version),
    ...files.flatMap(({ address, language, sha256, size }) => [utf8(address), utf8(language ?? ""), hashBytes(sha256), u64be(size)]),
  )
