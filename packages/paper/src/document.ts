// A paper as plain blocks: what a letter says, with nothing about how it is drawn.
// Makers (finding.ts, note-verbale.ts …) return it; pdf.ts, docx.ts and text.ts render it.

export type Language = "en" | "fr" | "ru"

/** A piece of a line. `lang` marks words in another language than the paper's, so a screen reader changes voice. */
export interface Run {
  readonly text: string
  readonly lang?: Language
  readonly strong?: boolean
  /** Digits to be compared by eye: digests, the seal's short form. */
  readonly figures?: boolean
}
export type Text = string | readonly Run[]

export interface Definition {
  readonly term: string
  readonly value: Text
}

export type Block =
  | { readonly is: "letterhead"; readonly issuer: string; readonly lines: readonly string[] }
  | { readonly is: "title"; readonly text: Text; readonly under?: Text }
  /** `keep`: how many of the next blocks may not be parted from this heading by a page's end. */
  | { readonly is: "heading"; readonly text: Text; readonly level?: 2 | 3; readonly keep?: number }
  | { readonly is: "paragraph"; readonly text: Text; readonly tone?: "plain" | "quiet" }
  | { readonly is: "notice"; readonly text: Text; readonly tone: "signal" | "quiet" }
  | { readonly is: "list"; readonly items: readonly Text[]; readonly marks: "dash" | "number" | "box" }
  | { readonly is: "code-words"; readonly words: readonly string[]; readonly lang: Language }
  | { readonly is: "definitions"; readonly caption: string; readonly rows: readonly Definition[] }
  | {
      readonly is: "table"
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
      /** Relative widths, one a column; equal when left out. */
      readonly widths?: readonly number[]
      /** The column whose cells name their row. */
      readonly rowHeader: number
    }
  | { readonly is: "blanks"; readonly labels: readonly string[] }
  | { readonly is: "signatures"; readonly places: readonly { readonly label: string; readonly beside?: string }[] }
  | { readonly is: "page-break" }

export interface Document {
  readonly kind: string
  readonly language: Language
  /** Goes into the file's properties, so it holds a kind and a number and never a person's name. */
  readonly title: string
  /** Printed small at the foot of every page, beside the page's number. */
  readonly running: string
  /** A security marking, at the head and foot of every page. */
  readonly marking?: string
  readonly landscape?: boolean
  /** Set closer, for papers that must stand on one page: what is signed and its signature. */
  readonly compact?: boolean
  /** Only letters and the code card carry a guilloche; the number makes each one's its own. */
  readonly guilloche?: number
  readonly seal?: { readonly json: string }
  readonly blocks: readonly Block[]
}

export function plainText(text: Text): string {
  return typeof text === "string" ? text : text.map((run) => run.text).join("")
}

/** French high punctuation and guillemets keep their space on the same line. For type, not for text that is pasted. */
export function typeset(text: string, language: Language): string {
  return language === "fr" ? text.replace(/ ([:;?!»%])/g, "\u00a0$1").replace(/« /g, "«\u00a0") : text
}
