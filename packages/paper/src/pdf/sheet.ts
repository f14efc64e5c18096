// The pen: writes words into the structure tree, draws ornaments as artifacts, and opens a new page when there is no room.
// It holds an open pdfkit document and knows it by type only; pdf.ts is where the library comes in.
import { type Document, type Language, plainText, type Run, type Text, typeset } from "../document.ts"
import { guillochePath } from "../guilloche.ts"
import { type Style, weave } from "./style.ts"

export type Pdf = PDFKit.PDFDocument
export type Element = ReturnType<Pdf["struct"]>

export interface Sheet {
  readonly doc: Pdf
  readonly root: Element
  readonly language: Language
  /** 1, or less on a compact paper. */
  readonly scale: number
  readonly left: number
  readonly width: number
  readonly bottom: () => number
}

export function openSheet(doc: Pdf, document: Document): Sheet {
  if (document.guilloche !== undefined) {
    const [width, seed] = [doc.page.width, document.guilloche]
    artifact(doc, () => {
      doc.save().translate(0, 14).lineWidth(0.22).strokeColor(weave)
      doc
        .path(guillochePath({ shape: "band", width, height: 34, strands: 27, waves: 15, seed }))
        .stroke()
        .restore()
    })
    doc.y = 68
  }
  const root = doc.struct("Document")
  doc.addStructure(root)
  const { left, right } = doc.page.margins
  return {
    doc,
    root,
    language: document.language,
    scale: document.compact ? 0.94 : 1,
    left,
    width: doc.page.width - left - right,
    bottom: () => doc.page.height - doc.page.margins.bottom,
  }
}

export function artifact(doc: Pdf, draw: () => void) {
  doc.markContent("Artifact", { type: "Layout" })
  draw()
  doc.endMarkedContent()
}

/** An element whose words are drawn at once, because its parent already hangs in the tree. */
export function said(sheet: Sheet, parent: Element, type: string, draw: () => void, options: Record<string, unknown> = {}) {
  const element = sheet.doc.struct(type, options)
  parent.add(element)
  element.add(draw)
  element.end()
}

export function group(sheet: Sheet, parent: Element, type: string, fill: (element: Element) => void, attributes?: Record<string, unknown>) {
  const element = sheet.doc.struct(type)
  if (attributes) (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes
  parent.add(element)
  fill(element)
  element.end()
}

export function tall(sheet: Sheet, text: Text, how: Style, width: number): number {
  const face = typeof text !== "string" && text.some((run) => run.strong) ? how.strongFace : how.face
  sheet.doc.font(face).fontSize(how.size * sheet.scale)
  return sheet.doc.heightOfString(printable(sheet.doc, typeset(plainText(text), sheet.language)), {
    width,
    lineGap: how.lead * sheet.scale,
  })
}

export function write(
  sheet: Sheet,
  text: Text,
  how: Style,
  x: number,
  y: number,
  width: number,
  more: { align?: "right" | "center" } = {},
) {
  const { doc } = sheet
  const runs: readonly Run[] = typeof text === "string" ? [{ text }] : text
  const lead = how.lead * sheet.scale
  doc.x = x
  doc.y = y
  for (const [at, run] of runs.entries()) {
    const face = run.figures ? (run.strong ? "sansBold" : "sans") : run.strong ? how.strongFace : how.face
    doc
      .font(face)
      .fontSize(how.size * sheet.scale)
      .fillColor(how.colour)
    const other = run.lang && run.lang !== sheet.language ? run.lang : null
    if (other) doc.markContent("Span", { lang: other })
    doc.text(printable(doc, typeset(run.text, sheet.language)), { width, lineGap: lead, continued: at < runs.length - 1, ...more })
    if (other) doc.endMarkedContent()
  }
}

// A sign that the font lacks would be an empty box that no reader can name: its code is printed instead.
export function printable(doc: Pdf, text: string): string {
  const font = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font.font
  return Array.from(text.replaceAll("\u202f", "\u00a0"), (sign) => {
    const point = sign.codePointAt(0) ?? 0
    return point < 32 || font.hasGlyphForCodePoint(point) ? sign : `[U+${point.toString(16).toUpperCase().padStart(4, "0")}]`
  }).join("")
}

/** True when it had to open a new page. */
export function room(sheet: Sheet, height: number): boolean {
  if (sheet.doc.y + height + 2 <= sheet.bottom()) return false
  sheet.doc.addPage()
  return true
}

export function rule(sheet: Sheet, y: number, weight: number, colour: string, x = sheet.left, width = sheet.width) {
  artifact(sheet.doc, () =>
    sheet.doc
      .lineWidth(weight)
      .strokeColor(colour)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(),
  )
}

export const gap = (sheet: Sheet, points: number) => {
  sheet.doc.y += points * sheet.scale
}
