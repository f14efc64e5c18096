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
type Sealing = (papers: readonly Paper[]) => Promise<{ readonly ok: true; readonly value: readonly LetterSeal[] } | { readonly ok: false; readonly refusal: Refusal }>

export type Papers = { readonly ok: true; readonly papers: readonly SealedPdf[] } | { readonly ok: false; readonly refusal: Refusal }

/** `draw` makes one language's document around a seal. `createdOn`: the day that the paper bears. */
export async function sealedPapers(
  vault: Pick<Vault, "digest">,
  languages: readonly PaperLanguage[],
  createdOn: string,
  standIn: StandIn,
  draw: (language: PaperLanguage, seal: StandIn) => Document,
  seal: Sealing,
): Promise<Papers> {
  const [{ renderPdf, withoutSeal }, fonts] = await Promise.all([import("@safe-conduct/paper"), loadFonts()])
  const papers: Paper[] = []
  for (const language of languages) {
    const blank = withoutSeal(await renderPdf(draw(language, standIn), { fonts, createdOn }))
    if (blank === null) throw new Error("a paper was drawn without a place for its seal")
    papers.push({ language, digest: await vault.digest(blank) })
  }
  const sealed = await seal(papers)
  if (!sealed.ok) return sealed
  const made: SealedPdf[] = []
  for (const { language, digest: meant } of papers) {
    const found = sealed.value.find((one) => one.language === language)
    if (found === undefined) throw new Error(`no seal came back for ${language}`)
    const document = draw(language, { json: found.json, short: found.short })
    const pdf = await renderPdf(document, { fonts, createdOn })
    const blank = withoutSeal(pdf)
    if (blank === null || (await vault.digest(blank)) !== meant) throw new Error("the sealed paper differs from the one that was hashed")
    made.push({ language, pdf, document })
  }
  return { ok: true, papers: made }
}
