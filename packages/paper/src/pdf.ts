// The one file that loads pdfkit; the folder pdf/ draws with what it opens. A Document goes in, a tagged PDF/UA comes out:
// every word stands in the structure tree, every ornament is an artifact, fonts are embedded, equal input gives equal bytes.
// The library is loaded on first use, so a page that may print does not carry it; fonts come from the caller, nothing is read.
import type { Document } from "./document.ts"
import { drawBlock } from "./pdf/block.ts"
import { openSheet, type Pdf, printable } from "./pdf/sheet.ts"
import { ink, type PaperFonts, quiet } from "./pdf/style.ts"
import { wordsOf } from "./words/index.ts"

export type { PaperFonts } from "./pdf/style.ts"

export interface PdfOptions {
  readonly fonts: PaperFonts
  /** Calendar date (YYYY-MM-DD) written into the file as its creation date, at midnight UTC: no finer. */
  readonly createdOn: string
  readonly size?: "letter" | "a4"
}

export async function renderPdf(document: Document, options: PdfOptions): Promise<Uint8Array> {
  const { default: PDFDocument } = await import("pdfkit")
  const doc = new PDFDocument({
    size: options.size === "a4" ? "A4" : "LETTER",
    layout: document.landscape ? "landscape" : "portrait",
    margins: document.landscape ? { top: 54, bottom: 58, left: 44, right: 44 } : { top: 58, bottom: 62, left: 66, right: 66 },
    pdfVersion: "1.7",
    // pdfkit knows this subset; its types do not yet.
    subset: "PDF/UA" as unknown as "PDF/A-3a",
    tagged: true,
    lang: document.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // Without this pdfkit opens Helvetica, whose metrics are a file of their own and which PDF/UA may not use unembedded.
    font: null as unknown as string,
    info: { Title: document.title, CreationDate: midnight(options.createdOn), Producer: "pdfkit", Creator: "pdfkit" },
  })
  const bytes = collected(doc)
  for (const face of ["serif", "serifBold", "sans", "sansBold"] as const) {
    const font = options.fonts[face]
    doc.registerFont(face, font.buffer.slice(font.byteOffset, font.byteOffset + font.byteLength) as ArrayBuffer)
  }
  doc.addPage()
  const sheet = openSheet(doc, document)
  for (const [at, block] of document.blocks.entries()) drawBlock(sheet, block, document.blocks.slice(at + 1))
  sheet.root.end()
  drawEdges(doc, document)
  if (document.seal) attachSeal(doc, document.seal.json)
  doc.end()
  return bytes
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

function collected(doc: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk))
    doc.on("error", reject)
    doc.on("end", () => {
      const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
      let at = 0
      for (const chunk of chunks) {
        all.set(chunk, at)
        at += chunk.length
      }
      resolve(all)
    })
  })
}

/** The seal is left uncompressed on purpose: seal.ts reads it with no PDF library and no inflate. */
function attachSeal(doc: Pdf, json: string) {
  const bytes = new TextEncoder().encode(json)
  doc.compress = false
  doc.file(bytes.buffer as ArrayBuffer, { name: "safe-conduct.json", type: "application/json", description: "safe-conduct.json" })
  doc.compress = true
}

/** Running foot, page number and marking: the same on every page, so none of them is in the reading order. */
function drawEdges(doc: Pdf, document: Document) {
  const { start, count } = doc.bufferedPageRange()
  const words = wordsOf(document.language)
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const { left, right } = doc.page.margins
    const width = doc.page.width - left - right
    const foot = doc.page.height - 42
    doc.page.margins.bottom = 0
    doc.markContent("Artifact", { type: "Pagination" })
    doc.font("sans").fontSize(7.5).fillColor(quiet)
    doc.text(printable(doc, document.running), left, foot, { width: width * 0.86, height: 20, ellipsis: true })
    doc.text(words.page(page - start + 1, count), left + width * 0.86, foot, { width: width * 0.14, align: "right", height: 10 })
    if (document.marking) {
      doc.font("sansBold").fontSize(8).fillColor(ink)
      for (const y of [26, foot + 14]) doc.text(printable(doc, document.marking), left, y, { width, align: "center", height: 11 })
    }
    doc.endMarkedContent()
  }
}
