// Draws papers so that each is sealed to its own bytes: once with a stand-in as long as the seal, for the digest, and once with the seal.
import type { LetterSeal, Paper, StandIn, Vault } from "@safe-conduct/client/member"
import type { Refusal } from "@safe-conduct/domain/refusal"
import type { Document } from "@safe-conduct/paper"
import { loadFonts } from "./fonts.ts"

export type PaperLanguage = "en" | "fr" | "ru"
export interface SealedPdf {
  readonly language: PaperLanguage
  readonly pdf: Uint8Array
  readonly document: Document
}
type Sealing = (
  papers: readonly Paper[],
) => Promise<{ readonly ok: true; readonly value: readonly LetterSeal[] } | { readonly ok: false; readonly refusal: Refusal }>

export type Papers = { readonly ok: true; readonly papers: readonly SealedPdf[] } | { readonly ok: false; readonly refusal: Refusal }

/** One paper to be made: `draw` puts a seal into its document. */
export interface Drawing {
  readonly language: PaperLanguage
  readonly draw: (seal: StandIn) => Document
}

/** Seals come back in the order of the papers. `createdOn`: the day that they bear. */
export async function sealedPapers(
  vault: Pick<Vault, "digest">,
  drawings: readonly Drawing[],
  createdOn: string,
  standIn: StandIn,
  seal: Sealing,
): Promise<Papers> {
  const [{ renderPdf, withoutSeal }, fonts] = await Promise.all([import("@safe-conduct/paper"), loadFonts()])
  const papers: Paper[] = []
  for (const { language, draw } of drawings) {
    const blank = withoutSeal(await renderPdf(draw(standIn), { fonts, createdOn }))
    if (blank === null) throw new Error("a paper was drawn without a place for its seal")
    papers.push({ language, digest: await vault.digest(blank) })
  }
  const sealed = await seal(papers)
  if (!sealed.ok) return sealed
  const made: SealedPdf[] = []
  for (const [at, { language, draw }] of drawings.entries()) {
    const found = sealed.value[at]
    const meant = papers[at]?.digest
    if (found?.language !== language) throw new Error(`no seal came back for paper ${at} in ${language}`)
    const document = draw({ json: found.json, short: found.short })
    const pdf = await renderPdf(document, { fonts, createdOn })
    const blank = withoutSeal(pdf)
    if (blank === null || (await vault.digest(blank)) !== meant) throw new Error("the sealed paper differs from the one that was hashed")
    made.push({ language, pdf, document })
  }
  return { ok: true, papers: made }
}
