// A sheet that any guard may read and that may travel home in a man's luggage: it names no organisation, product, country,
// code or person, and carries no ornament that would tie it to us.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { listed } from "./facts.ts"
import { cellEn } from "./words/en.ts"
import { cellRu } from "./words/ru.ts"

export const CellPaperFacts = v.strictObject({
  language: v.picklist(["en", "ru"]),
  /** The lawyer's telephone, digits and signs only. */
  phone: v.optional(v.pipe(v.string(), v.regex(/^[0-9 +().-]{5,30}$/))),
})
export type CellPaperFacts = v.InferInput<typeof CellPaperFacts>

export function cellPaper(given: CellPaperFacts): Document {
  const facts = listed(CellPaperFacts, given)
  const words = facts.language === "ru" ? cellRu : cellEn
  return {
    kind: "cell-paper",
    language: facts.language,
    title: words.title,
    running: "",
    blocks: [
      { is: "title", text: words.title },
      { is: "heading", text: words.say },
      { is: "list", items: words.sayItems, marks: "dash" },
      { is: "heading", text: words.doNot },
      { is: "list", items: words.doNotItems, marks: "dash" },
      { is: "heading", text: words.ask },
      { is: "list", items: words.askItems, marks: "dash" },
      { is: "heading", text: words.writeDown },
      { is: "blanks", labels: facts.phone ? words.blanks : [words.phone, ...words.blanks] },
      ...(facts.phone ? [{ is: "paragraph", text: [{ text: `${words.phone}: ${facts.phone}`, strong: true }] } as const] : []),
      { is: "paragraph", text: words.send, tone: "quiet" },
    ],
  }
}
