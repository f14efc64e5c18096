// A paper as plain text, for pasting into a mission's template or a telegram.
import { type Block, type Document, type Language, plainText } from "./document.ts"
import { labelled } from "./printed.ts"

export function renderText(document: Document): string {
  const marking = document.marking ? [document.marking] : []
  const text = [...marking, ...document.blocks.map((block) => blockText(block, document.language)), ...marking]
    .filter((part) => part !== "")
    .join("\n\n")
  // Spaces that do not break are for setting type; in a pasted text they only trip a search.
  return `${text.replaceAll("\u00a0", " ")}\n`
}

function blockText(block: Block, language: Language): string {
  switch (block.is) {
    case "letterhead":
      return [block.issuer, ...block.lines].join("\n")
    case "title":
      return [plainText(block.text), ...(block.under ? [plainText(block.under)] : [])].join("\n")
    case "heading":
    case "paragraph":
    case "notice":
      return plainText(block.text)
    case "list":
      return block.items.map((item, at) => `${mark(block.marks, at)} ${plainText(item)}`).join("\n")
    case "code-words":
      return block.words.map((word, at) => `${String(at + 1).padStart(2)}  ${word}`).join("\n")
    case "definitions":
      return block.rows.map(({ term, value }) => labelled(term, plainText(value), language)).join("\n")
    case "table":
      // Tabs, so that a paste into a table falls into its columns.
      return [block.head, ...block.rows.map((row) => row.map(plainText))].map((row) => row.join("\t")).join("\n")
    case "blanks":
      return block.labels.map((label) => `${label}: ____________________`).join("\n")
    case "signatures":
      return block.places.map(({ label, beside }) => `____________________ ${beside ? `${label}, ${beside}` : label}`).join("\n")
    case "page-break":
      return ""
  }
}

function mark(marks: "dash" | "number" | "box", at: number): string {
  if (marks === "number") return `${at + 1}.`
  return marks === "box" ? "[ ]" : "-"
}
