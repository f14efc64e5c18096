// A PDF as a screen reader meets it: words in the order of the structure tree, and what stands outside it. For tests.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

export interface Read {
  readonly pages: number
  readonly title: string
  readonly language: string
  readonly marked: boolean
  /** Every element that carries words, in reading order over all pages. */
  readonly said: readonly { readonly role: string; readonly text: string; readonly page: number }[]
  /** Words of artifacts: running feet, repeated heads. */
  readonly artifacts: string
  /** Words in neither the tree nor an artifact. There must be none. */
  readonly stray: string
  readonly text: string
}

interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  const said: { role: string; text: string; page: number }[] = []
  let artifacts = ""
  let stray = ""
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const words = new Map<string, string>()
    const open: (string | null)[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ("str" in item) {
        const text = item.str + (item.hasEOL ? " " : "")
        const id = open.findLast((each) => each !== null && each !== "artifact")
        if (open.includes("artifact")) artifacts += text
        else if (id) words.set(id, (words.get(id) ?? "") + text)
        else stray += text.trim()
      } else if (item.type === "endMarkedContent") open.pop()
      else open.push((item as { tag?: string }).tag === "Artifact" ? "artifact" : (item.id ?? null))
    }
    const walk = (node: Node, role: string) => {
      if (node.type === "content" && node.id) {
        const text = (words.get(node.id) ?? "").trim()
        words.delete(node.id)
        if (text) said.push({ role, text, page: number })
      }
      for (const child of node.children ?? []) walk(child, node.role ?? role)
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) walk(tree, "Root")
    stray += [...words.values()].join("").trim()
  }
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null
  const read = {
    pages: pdf.numPages,
    title: String(info.Title),
    language: String(info.Language),
    marked: marks?.get("Marked") === true,
    said,
    artifacts,
    stray,
    text: said.map(({ text }) => text).join("\n"),
  }
  await loading.destroy()
  return read
}
