// A document that carries no seal, as a file.
import type { Document } from "@safe-conduct/paper"
import { loadFonts } from "../letters/fonts.ts"

export async function renderPdfOf(document: Document, createdOn: string): Promise<Uint8Array> {
  const [{ renderPdf }, fonts] = await Promise.all([import("@safe-conduct/paper"), loadFonts()])
  return renderPdf(document, { fonts, createdOn })
}

export async function renderDocxOf(document: Document, createdOn: string): Promise<Uint8Array> {
  const { renderDocx } = await import("@safe-conduct/paper")
  return renderDocx(document, { createdOn })
}
