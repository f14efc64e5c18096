// Tables and definitions: heads with a scope, rows that never break, a head that is seen again on every page and said once.
import { type Block, type Text } from "../document.ts"
import { artifact, type Element, gap, group, room, rule, said, type Sheet, tall, write } from "./sheet.ts"
import { hairline, ink, type Style, style } from "./style.ts"

export function drawDefinitions(sheet: Sheet, block: Extract<Block, { is: "definitions" }>) {
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

export function tableHeights(sheet: Sheet, block: Table) {
  const columns = tableColumns(sheet, block)
  const height = (cells: readonly Text[], how: Style) =>
    Math.max(...cells.map((cell, at) => tall(sheet, cell, how, columns[at]?.width ?? 0)))
  const head = height(block.head, style.head)
  const rows = block.rows.map((row) => height(row, style.cell))
  const [first, ...others] = rows
  const whole = head + 5 + rows.reduce((sum, row) => sum + row + 7, 0)
  return { columns, head, rows, together: whole <= undivided ? whole : head + 12 + (first ?? 0) + (others[0] ?? 0) }
}

export function drawTable(sheet: Sheet, block: Table) {
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
