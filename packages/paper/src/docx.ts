// The one file that knows docx: the same Document as an editable file, for what an office pastes into its own template.
// The archive is written anew by zip.ts with fixed dates, so equal papers give equal bytes; the seal is a custom property.
import type { IParagraphOptions, ISectionOptions } from "docx"
import { type Block, type Document, type Text, plainText, typeset } from "./document.ts"
import { sealProperty } from "./seal.ts"
import { readZip, writeZip } from "./zip.ts"

export interface DocxOptions {
  /** Calendar date (YYYY-MM-DD) written as the file's creation date. */
  readonly createdOn: string
}

type Docx = typeof import("docx")

const twips = 20 // in a point
const signal = "A8261C"
const quiet = "565C64"

export async function renderDocx(document: Document, options: DocxOptions): Promise<Uint8Array> {
  const docx = await import("docx")
  const file = new docx.Document({
    title: document.title,
    creator: "",
    lastModifiedBy: "",
    customProperties: document.seal ? [{ name: sealProperty, value: document.seal.json }] : [],
    styles: {
      default: {
        // A bare language: "en-CA" or "ru-RU" would name a country inside a paper that must name none.
        document: {
          run: { font: "PT Serif", size: 21, language: { value: document.language } },
          paragraph: { spacing: { after: 140, line: 290 } },
        },
        title: { run: { font: "PT Serif", size: 42, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: { run: { font: "PT Serif", size: 42, bold: true, color: "000000" }, paragraph: { spacing: { before: 120, after: 80 } } },
        heading3: {
          run: { font: "PT Serif", size: 21, bold: true, color: "000000" },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
        heading2: {
          run: { font: "PT Sans", size: 22, bold: true, color: "000000" },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "numbers",
          levels: [
            { level: 0, format: "decimal", text: "%1.", alignment: "left", style: { paragraph: { indent: { left: 400, hanging: 400 } } } },
          ],
        },
        {
          reference: "dashes",
          levels: [
            { level: 0, format: "bullet", text: "–", alignment: "left", style: { paragraph: { indent: { left: 400, hanging: 400 } } } },
          ],
        },
      ],
    },
    sections: [section(docx, document)],
  })
  const files = await readZip(await docx.Packer.pack(file, "uint8array"))
  return writeZip(
    new Map([...files].map(([name, bytes]) => [name, name === "docProps/core.xml" ? dated(bytes, options.createdOn) : bytes])),
  )
}

// docx stamps the hour of making; a letter bears its own day and nothing finer.
function dated(core: Uint8Array, day: string): Uint8Array {
  const xml = new TextDecoder().decode(core)
  return new TextEncoder().encode(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`))
}

function section(docx: Docx, document: Document): ISectionOptions {
  const foot = (children: ConstructorParameters<Docx["TextRun"]>[0][]) =>
    new docx.Paragraph({
      children: children.map((each) => new docx.TextRun(each)),
      tabStops: [{ type: "right", position: document.landscape ? 13_800 : 9_600 }],
    })
  const small = { font: "PT Sans", size: 15, color: quiet } as const
  const marking = document.marking
    ? [
        new docx.Paragraph({
          alignment: "center",
          children: [new docx.TextRun({ text: document.marking, bold: true, font: "PT Sans", size: 16 })],
        }),
      ]
    : []
  const [width, height] = [612 * twips, 792 * twips]
  const margin = document.landscape ? 44 * twips : 66 * twips
  return {
    properties: {
      page: {
        size: { width, height, orientation: document.landscape ? "landscape" : "portrait" },
        margin: { top: 58 * twips, bottom: 66 * twips, left: margin, right: margin },
      },
    },
    ...(marking.length ? { headers: { default: new docx.Header({ children: marking }) } } : {}),
    footers: {
      default: new docx.Footer({
        children: [
          ...marking,
          foot([
            { ...small, text: document.running },
            { ...small, children: ["\t", docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES] },
          ]),
        ],
      }),
    },
    children: document.blocks.flatMap((block) => blockParts(docx, block, document)),
  }
}

type Part = InstanceType<Docx["Paragraph"]> | InstanceType<Docx["Table"]>

function blockParts(docx: Docx, block: Block, document: Document): Part[] {
  const runs = (text: Text, more: { bold?: boolean; font?: string; size?: number; color?: string } = {}) =>
    (typeof text === "string" ? [{ text }] : text).map(
      (run) =>
        new docx.TextRun({
          ...more,
          text: typeset(run.text, document.language),
          ...("strong" in run && run.strong ? { bold: true } : {}),
          ...("lang" in run && run.lang ? { language: { value: run.lang } } : {}),
        }),
    )
  const paragraph = (text: Text, options: IParagraphOptions = {}, more?: Parameters<typeof runs>[1]) =>
    new docx.Paragraph({ ...options, children: runs(text, more) })
  const small = { font: "PT Sans", size: 17, color: quiet }
  switch (block.is) {
    case "letterhead":
      return [
        paragraph(block.issuer, {}, { bold: true, font: "PT Sans" }),
        ...block.lines.map((line) => paragraph(line, { alignment: "right" }, small)),
      ]
    case "title":
      return [
        paragraph(block.text, { heading: "Heading1" }),
        ...(block.under ? [paragraph(block.under, {}, { font: "PT Sans", color: quiet })] : []),
      ]
    case "heading":
      return [paragraph(block.text, { heading: block.level === 3 ? "Heading3" : "Heading2" })]
    case "paragraph":
      return [paragraph(block.text, {}, block.tone === "quiet" ? small : undefined)]
    case "notice": {
      const color = block.tone === "signal" ? signal : quiet
      return [
        paragraph(
          block.text,
          { border: { left: { style: "single", size: 18, space: 8, color } }, indent: { left: 200 } },
          { bold: true, font: "PT Sans" },
        ),
      ]
    }
    case "list":
      return block.items.map((item) =>
        block.marks === "box"
          ? new docx.Paragraph({
              indent: { left: 400, hanging: 400 },
              children: [new docx.TextRun({ text: "☐\t", font: "Segoe UI Symbol" }), ...runs(item)],
            })
          : paragraph(item, { numbering: { reference: block.marks === "number" ? "numbers" : "dashes", level: 0 } }),
      )
    case "code-words":
      return block.words.map((word) =>
        paragraph([{ text: word, lang: block.lang }], { numbering: { reference: "numbers", level: 0 } }, { size: 30 }),
      )
    case "definitions":
      return [
        table(
          docx,
          [],
          block.rows.map(({ term, value }) => [term, value]),
          [1, 2],
          document,
          runs,
        ),
        spacer(docx),
      ]
    case "table":
      return [table(docx, block.head, block.rows, block.widths ?? block.head.map(() => 1), document, runs), spacer(docx)]
    case "blanks":
      return block.labels.map((label) => paragraph(`${label}: ${"_".repeat(44)}`))
    case "signatures":
      return block.places.map(({ label, beside }) =>
        paragraph(`${"_".repeat(34)}  ${beside ? `${label}, ${beside}` : label}`, { spacing: { before: 480 } }, small),
      )
    case "page-break":
      return [new docx.Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

const spacer = (docx: Docx) => new docx.Paragraph({ spacing: { after: 60 }, children: [] })

type Runs = (text: Text, more?: { bold?: boolean; font?: string; size?: number; color?: string }) => InstanceType<Docx["TextRun"]>[]

function table(
  docx: Docx,
  head: readonly string[],
  rows: readonly (readonly Text[])[],
  weights: readonly number[],
  document: Document,
  runs: Runs,
) {
  const wide = (document.landscape ? 704 : 480) * twips
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const widths = weights.map((weight) => Math.floor((weight / total) * wide))
  const line = { style: "single", size: 4, color: "C4C8CD" } as const
  const none = { style: "none", size: 0, color: "auto" } as const
  const cell = (text: Text, at: number, header: boolean) =>
    new docx.TableCell({
      width: { size: widths[at] ?? 0, type: "dxa" },
      margins: { top: 50, bottom: 50, left: 0, right: 120 },
      children: [
        new docx.Paragraph({
          spacing: { after: 0 },
          children: runs(text, { font: "PT Sans", size: head.length > 6 ? 15 : 18, bold: header }),
        }),
      ],
    })
  return new docx.Table({
    width: { size: wide, type: "dxa" },
    columnWidths: widths,
    layout: "fixed",
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      ...(head.length
        ? [new docx.TableRow({ tableHeader: true, cantSplit: true, children: head.map((name, at) => cell(name, at, true)) })]
        : []),
      ...rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, head.length === 0 && at === 0 && plainText(text) !== "")),
          }),
      ),
    ],
  })
}
