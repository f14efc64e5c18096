// The release key's word over everything that a release serves. With it a page can be held against what was built, whoever serves it.
import { type PublicKey, type Site, siteBytes } from "@safe-conduct/wire"
import { type Signing, verifySignature } from "../primitives/sign.ts"

export async function signSite(site: Site, signing: Signing): Promise<Site> {
  return { ...site, signed: { key: signing.key, signature: await signing.sign(siteBytes(site)) } }
}

/** The key among these under which the manifest is signed; null when it is unsigned, altered, or signed by somebody else. */
export async function siteSignedBy(site: Site, keys: readonly PublicKey[]): Promise<PublicKey | null> {
  const { signed } = site
  if (signed === undefined || !keys.includes(signed.key)) return null
  return (await verifySignature(signed.key, siteBytes(site), signed.signature)) ? signed.key : null
}
