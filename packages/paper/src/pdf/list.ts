// Lists, boxes to tick, and the thirteen words.
import type { Block } from "../document.ts"
import { artifact, type Element, gap, group, room, rule, said, type Sheet, tall, write } from "./sheet.ts"
import { ink, style } from "./style.ts"

export function drawList(sheet: Sheet, block: Extract<Block, { is: "list" }>) {
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
export function drawCodeWords(sheet: Sheet, block: Extract<Block, { is: "code-words" }>) {
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
