// One block on the page, and how much of what follows must stay with it.
import type { Block } from "../document.ts"
import { drawCodeWords, drawList } from "./list.ts"
import { artifact, gap, room, rule, said, type Sheet, tall, write } from "./sheet.ts"
import { ink, quiet, signal, style } from "./style.ts"
import { drawDefinitions, drawTable, tableHeights } from "./table.ts"

export function drawBlock(sheet: Sheet, block: Block, rest: readonly Block[]) {
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
