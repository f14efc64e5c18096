// The one file that knows pdfkit. A Document goes in, a tagged PDF/UA comes out: every word stands in the structure tree,
// every ornament is an artifact, fonts are embedded, and equal input gives equal bytes.
// pdfkit is loaded on first use, so a page that may print does not carry it; fonts come from the caller, nothing is read.
import { type Block, type Document, type Language, type Run, type Text, plainText, typeset } from "./document.ts"
import { guillochePath } from "./guilloche.ts"
import { wordsOf } from "./words/index.ts"

/** TrueType bytes. PT Serif and PT Sans carry Latin, Cyrillic and its extensions. */
export interface PaperFonts {
  readonly serif: Uint8Array
  readonly serifBold: Uint8Array
  readonly sans: Uint8Array
  readonly sansBold: Uint8Array
}

export interface PdfOptions {
  readonly fonts: PaperFonts
  /** Calendar date (YYYY-MM-DD) written into the file as its creation date, at midnight UTC: no finer. */
  readonly createdOn: string
  readonly size?: "letter" | "a4"
}

type Face = keyof PaperFonts
type Pdf = PDFKit.PDFDocument
type Element = ReturnType<Pdf["struct"]>

interface Style {
  readonly face: Face
  readonly strongFace: Face
  readonly size: number
  readonly lead: number
  readonly colour: string
}

// Paper, ink, one signal colour.
const ink = "#1a1d21"
const quiet = "#565c64"
const hairline = "#c4c8cd"
const signal = "#a8261c"
const weave = "#9db4b5"

const style = {
  body: { face: "serif", strongFace: "serifBold", size: 10, lead: 2.4, colour: ink },
  quiet: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 2, colour: quiet },
  title: { face: "serifBold", strongFace: "serifBold", size: 20, lead: 2, colour: ink },
  under: { face: "sans", strongFace: "sansBold", size: 10, lead: 2, colour: quiet },
  heading: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2, colour: ink },
  subheading: { face: "serifBold", strongFace: "serifBold", size: 10, lead: 2.5, colour: ink },
  issuer: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2, colour: ink },
  term: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 2.6, colour: quiet },
  head: { face: "sansBold", strongFace: "sansBold", size: 8, lead: 1.2, colour: ink },
  cell: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 1.6, colour: ink },
  notice: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2.5, colour: ink },
  word: { face: "serif", strongFace: "serifBold", size: 17, lead: 0, colour: ink },
  number: { face: "sans", strongFace: "sansBold", size: 9, lead: 0, colour: quiet },
} as const satisfies Record<string, Style>

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

interface Sheet {
  readonly doc: Pdf
  readonly root: Element
  readonly language: Language
  /** 1, or less on a compact paper. */
  readonly scale: number
  readonly left: number
  readonly width: number
  readonly bottom: () => number
}

function openSheet(doc: Pdf, document: Document): Sheet {
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

function artifact(doc: Pdf, draw: () => void) {
  doc.markContent("Artifact", { type: "Layout" })
  draw()
  doc.endMarkedContent()
}

/** An element whose words are drawn at once, because its parent already hangs in the tree. */
function said(sheet: Sheet, parent: Element, type: string, draw: () => void, options: Record<string, unknown> = {}) {
  const element = sheet.doc.struct(type, options)
  parent.add(element)
  element.add(draw)
  element.end()
}

function group(sheet: Sheet, parent: Element, type: string, fill: (element: Element) => void, attributes?: Record<string, unknown>) {
  const element = sheet.doc.struct(type)
  if (attributes) (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes
  parent.add(element)
  fill(element)
  element.end()
}

function tall(sheet: Sheet, text: Text, how: Style, width: number): number {
  const face = typeof text !== "string" && text.some((run) => run.strong) ? how.strongFace : how.face
  sheet.doc.font(face).fontSize(how.size * sheet.scale)
  return sheet.doc.heightOfString(printable(sheet.doc, typeset(plainText(text), sheet.language)), {
    width,
    lineGap: how.lead * sheet.scale,
  })
}

function write(sheet: Sheet, text: Text, how: Style, x: number, y: number, width: number, more: { align?: "right" | "center" } = {}) {
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
function printable(doc: Pdf, text: string): string {
  const font = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font.font
  return Array.from(text.replaceAll("\u202f", "\u00a0"), (sign) => {
    const point = sign.codePointAt(0) ?? 0
    return point < 32 || font.hasGlyphForCodePoint(point) ? sign : `[U+${point.toString(16).toUpperCase().padStart(4, "0")}]`
  }).join("")
}

/** True when it had to open a new page. */
function room(sheet: Sheet, height: number): boolean {
  if (sheet.doc.y + height + 2 <= sheet.bottom()) return false
  sheet.doc.addPage()
  return true
}

function rule(sheet: Sheet, y: number, weight: number, colour: string, x = sheet.left, width = sheet.width) {
  artifact(sheet.doc, () =>
    sheet.doc
      .lineWidth(weight)
      .strokeColor(colour)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(),
  )
}

function drawBlock(sheet: Sheet, block: Block, rest: readonly Block[]) {
  const { doc, root, left, width } = sheet
  switch (block.is) {
    case "letterhead": {
      room(sheet, 80)
      const top = doc.y
      const half = width * 0.56
      said(sheet, root, "P", () => write(sheet, block.issuer, style.issuer, left, top, half - 12))
      const foot = doc.y
      doc.y = top
      for (const line of block.lines) {
        const y = doc.y
        said(sheet, root, "P", () => write(sheet, line, style.quiet, left + half, y, width - half, { align: "right" }))
      }
      doc.y = Math.max(foot, doc.y) + 8 * sheet.scale
      rule(sheet, doc.y, 0.8, ink)
      gap(sheet, 22)
      return
    }
    case "title": {
      room(sheet, 90)
      said(sheet, root, "H1", () => write(sheet, block.text, style.title, left, doc.y, width))
      const { under } = block
      gap(sheet, 3)
      if (under) said(sheet, root, "P", () => write(sheet, under, style.under, left, doc.y, width))
      gap(sheet, 14)
      return
    }
    case "heading": {
      const how = block.level === 3 ? style.subheading : style.heading
      // A heading never stands alone at the foot of a page.
      const kept = rest.slice(0, block.keep ?? 0).reduce((sum, next) => sum + whole(sheet, next), 0)
      room(sheet, kept ? kept + whole(sheet, block) : reach(sheet, [block, ...rest]))
      gap(sheet, 8)
      said(sheet, root, block.level === 3 ? "H3" : "H2", () => write(sheet, block.text, how, left, doc.y, width))
      gap(sheet, 5)
      return
    }
    case "paragraph": {
      const how = block.tone === "quiet" ? style.quiet : style.body
      const height = tall(sheet, block.text, how, width)
      room(sheet, Math.min(height, 90))
      said(sheet, root, "P", () => write(sheet, block.text, how, left, doc.y, width))
      gap(sheet, 7)
      return
    }
    case "notice": {
      const inner = width - 16
      const height = tall(sheet, block.text, style.notice, inner)
      room(sheet, height + 12)
      const top = doc.y
      said(sheet, root, "P", () => write(sheet, block.text, style.notice, left + 14, top + 4, inner))
      artifact(doc, () => doc.rect(left, top, 3, height + 6).fill(block.tone === "signal" ? signal : quiet))
      doc.y = top + height + 6 + 16 * sheet.scale
      return
    }
    case "list":
      return drawList(sheet, block)
    case "code-words":
      return drawCodeWords(sheet, block)
    case "definitions":
      return drawDefinitions(sheet, block)
    case "table":
      return drawTable(sheet, block)
    case "blanks":
      for (const label of block.labels) {
        room(sheet, 34)
        const y = doc.y + 12
        said(sheet, root, "P", () => write(sheet, label, style.quiet, left, y, width * 0.34))
        rule(sheet, y + 11, 0.5, quiet, left + width * 0.36, width * 0.64)
        doc.y = Math.max(doc.y, y + 16)
      }
      gap(sheet, 12)
      return
    case "signatures": {
      room(sheet, 64 + (block.places.length > 2 ? 60 : 0))
      for (let at = 0; at < block.places.length; at += 2) {
        room(sheet, 64)
        const top = doc.y + 34
        const half = (width - 24) / 2
        let foot = top
        for (const [column, place] of block.places.slice(at, at + 2).entries()) {
          const x = left + column * (half + 24)
          rule(sheet, top, 0.6, ink, x, half)
          const text = place.beside ? `${place.label} · ${place.beside}` : place.label
          said(sheet, root, "P", () => write(sheet, text, style.quiet, x, top + 5, half))
          foot = Math.max(foot, doc.y)
        }
        doc.y = foot + 4
      }
      gap(sheet, 8)
      return
    }
    case "page-break":
      doc.addPage()
      return
  }
}

/** The height that must stand together: a heading, what introduces, and the first of what it heads. */
function reach(sheet: Sheet, blocks: readonly Block[]): number {
  const [block, ...rest] = blocks
  if (!block) return 0
  if (block.is === "heading") return tall(sheet, block.text, style.heading, sheet.width) + 18 + reach(sheet, rest)
  if (block.is === "paragraph") {
    const height = tall(sheet, block.text, block.tone === "quiet" ? style.quiet : style.body, sheet.width)
    return rest[0]?.is === "table" ? height + 8 + reach(sheet, rest) : Math.min(height, 48)
  }
  if (block.is === "table") return tableHeights(sheet, block).together
  return block.is === "signatures" ? 90 : 44
}

/** The height of a whole block, for the few kinds that are kept together. */
function whole(sheet: Sheet, block: Block): number {
  const { scale, width } = sheet
  switch (block.is) {
    case "heading":
      return tall(sheet, block.text, style.heading, width) + 13 * scale
    case "paragraph":
      return tall(sheet, block.text, block.tone === "quiet" ? style.quiet : style.body, width) + 7 * scale
    case "list":
      return block.items.reduce((sum, item) => sum + tall(sheet, item, style.body, width - 22) + 4 * scale, 5 * scale)
    case "definitions":
      return block.rows.reduce((sum, row) => sum + tall(sheet, row.value, style.body, width * 0.6) + 6, 14 * scale)
    case "signatures":
      return Math.ceil(block.places.length / 2) * 64 + 8
    default:
      return 60
  }
}

const gap = (sheet: Sheet, points: number) => {
  sheet.doc.y += points * sheet.scale
}

function drawList(sheet: Sheet, block: Extract<Block, { is: "list" }>) {
  const { doc, root, left, width } = sheet
  const indent = block.marks === "box" ? 22 : 18
  const numbering = block.marks === "number" ? "Decimal" : block.marks === "box" ? "None" : "Disc"
  const items = (list: Element) => {
    for (const [at, item] of block.items.entries()) {
      const height = tall(sheet, item, style.body, width - indent)
      room(sheet, Math.min(height, 90))
      const top = doc.y
      if (block.marks === "box")
        artifact(doc, () =>
          doc
            .lineWidth(0.8)
            .strokeColor(ink)
            .rect(left + 1, top + 2.5, 9.5, 9.5)
            .stroke(),
        )
      group(sheet, list, "LI", (li) => {
        const mark = block.marks === "number" ? `${at + 1}.` : block.marks === "box" ? "" : "–"
        if (mark) said(sheet, li, "Lbl", () => write(sheet, mark, style.body, left, top, indent))
        said(sheet, li, "LBody", () => write(sheet, item, style.body, left + indent, top, width - indent))
      })
      gap(sheet, 4)
    }
  }
  group(sheet, root, "L", items, { O: "List", ListNumbering: numbering })
  gap(sheet, 5)
}

// Two columns, read downwards: the left one is read to its end first, on paper and in the tree alike.
function drawCodeWords(sheet: Sheet, block: Extract<Block, { is: "code-words" }>) {
  const { doc, root, left, width } = sheet
  const perColumn = Math.ceil(block.words.length / 2)
  const pitch = 31
  room(sheet, perColumn * pitch + 30)
  const top = doc.y + 14
  const column = width / 2
  rule(sheet, top - 10, 0.8, ink)
  const items = (list: Element) => {
    for (const [at, word] of block.words.entries()) {
      const x = left + Math.floor(at / perColumn) * column
      const y = top + (at % perColumn) * pitch
      group(sheet, list, "LI", (li) => {
        said(sheet, li, "Lbl", () => write(sheet, `${at + 1}`, style.number, x, y + 8, 18, { align: "right" }))
        said(sheet, li, "LBody", () => write(sheet, [{ text: word, lang: block.lang }], style.word, x + 30, y, column - 34))
      })
    }
  }
  group(sheet, root, "L", items, { O: "List", ListNumbering: "Decimal" })
  rule(sheet, top + perColumn * pitch + 2, 0.8, ink)
  doc.y = top + perColumn * pitch + 18
}

function drawDefinitions(sheet: Sheet, block: Extract<Block, { is: "definitions" }>) {
  const { doc, root, left, width } = sheet
  const term = Math.min(150, width * 0.34)
  const value = width - term - 12
  const rows = (table: Element) => {
    for (const row of block.rows) {
      const height = Math.max(tall(sheet, row.term, style.term, term), tall(sheet, row.value, style.body, value))
      room(sheet, height + 8)
      const top = doc.y
      group(sheet, table, "TR", (tr) => {
        said(sheet, tr, "TH", () => write(sheet, row.term, style.term, left, top + 4.6, term), { scope: "Row" })
        said(sheet, tr, "TD", () => write(sheet, row.value, style.body, left + term + 12, top + 3, value))
      })
      doc.y = top + height + 6
      rule(sheet, doc.y, 0.4, hairline)
    }
  }
  tableElement(sheet, root, block.caption, rows)
  gap(sheet, 14)
}

function tableElement(sheet: Sheet, parent: Element, summary: string, fill: (table: Element) => void) {
  group(sheet, parent, "Table", fill, { O: "Table", Summary: new String(summary) })
}

type Table = Extract<Block, { is: "table" }>
const gutter = 8
/** Tables up to this height are not divided between pages. */
const undivided = 300

function tableColumns(sheet: Sheet, block: Table): { x: number; width: number }[] {
  const weights = block.widths ?? block.head.map(() => 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let x = sheet.left
  return weights.map((weight) => {
    const width = (weight / total) * sheet.width
    x += width
    return { x: x - width, width: width - gutter }
  })
}

function tableHeights(sheet: Sheet, block: Table) {
  const columns = tableColumns(sheet, block)
  const height = (cells: readonly Text[], how: Style) =>
    Math.max(...cells.map((cell, at) => tall(sheet, cell, how, columns[at]?.width ?? 0)))
  const head = height(block.head, style.head)
  const rows = block.rows.map((row) => height(row, style.cell))
  const [first, ...others] = rows
  const whole = head + 5 + rows.reduce((sum, row) => sum + row + 7, 0)
  return { columns, head, rows, together: whole <= undivided ? whole : head + 12 + (first ?? 0) + (others[0] ?? 0) }
}

function drawTable(sheet: Sheet, block: Table) {
  const { doc, root, left } = sheet
  const { columns, head: headHeight, rows, together } = tableHeights(sheet, block)
  const cell = (text: Text, how: Style, at: number, y: number) =>
    write(sheet, text, how, columns[at]?.x ?? left, y, columns[at]?.width ?? 0)
  const underHead = (top: number) => {
    doc.y = top + headHeight + 4
    rule(sheet, doc.y, 0.8, ink)
    doc.y += 1
  }
  room(sheet, together)
  tableElement(sheet, root, block.caption, (table) => {
    const top = doc.y
    group(sheet, table, "THead", (head) =>
      group(sheet, head, "TR", (tr) => {
        for (const [at, name] of block.head.entries()) said(sheet, tr, "TH", () => cell(name, style.head, at, top), { scope: "Column" })
      }),
    )
    underHead(top)
    group(sheet, table, "TBody", (body) => {
      for (const [line, row] of block.rows.entries()) {
        const rowHeight = rows[line] ?? 0
        if (room(sheet, rowHeight + 7)) {
          // Said once in the tree, seen again on every page.
          const again = doc.y
          artifact(doc, () => {
            for (const [at, name] of block.head.entries()) cell(name, style.head, at, again)
          })
          underHead(again)
        }
        const y = doc.y + 3
        group(sheet, body, "TR", (tr) => {
          for (const [at, text] of row.entries()) {
            const header = at === block.rowHeader
            said(sheet, tr, header ? "TH" : "TD", () => cell(text, style.cell, at, y), header ? { scope: "Row" } : {})
          }
        })
        doc.y = y + rowHeight + 3
        rule(sheet, doc.y, 0.4, hairline)
      }
    })
  })
  gap(sheet, 14)
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
