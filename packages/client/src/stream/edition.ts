// Whether a line that begins an edition was signed by the release key: asked once, where the line is opened, so that folds stay pure.
import { editionSigned } from "@safe-conduct/sealing/verify"
import type { Inside } from "../member/inside.ts"

/** Empty for every other line. */
export async function signedIn(inside: Pick<Inside, "releaseKeys">, plain: unknown): Promise<{ readonly editionSigned?: boolean }> {
  const said = plain as { readonly does?: unknown; readonly input?: { readonly edition?: unknown; readonly signature?: unknown } } | null
  if (typeof said !== "object" || said?.does !== "begin-edition") return {}
  return { editionSigned: await editionSigned(inside.releaseKeys, said.input?.edition, said.input?.signature) }
}
