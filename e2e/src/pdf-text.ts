// The words of a PDF in the order of its pages, by the viewer's own library.
import { readFileSync } from "node:fs"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

export async function pdfText(file: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 })
  const document = await loading.promise
  let text = ""
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent()
    text += content.items.map((item) => ("str" in item ? item.str : "")).join(" ")
  }
  await loading.destroy()
  return text.replace(/\s+/g, " ")
}
