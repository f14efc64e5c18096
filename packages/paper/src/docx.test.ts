// The editable twin: the same words, headings that are headings, a table head that repeats, equal bytes.
import JSZip from "jszip"
import { describe, expect, it } from "vitest"
import { plainText } from "./document.ts"
import { renderDocx } from "./docx.ts"
import { finding } from "./finding.ts"
import { noteAnnex } from "./note-annex.ts"
import { noteVerbale } from "./note-verbale.ts"
import { sampleAnnex, sampleFinding, sampleNote } from "./testing/facts.ts"

const createdOn = "2026-11-22"
// Read by another library than the one that wrote it.
const part = async (bytes: Uint8Array, name: string) => (await (await JSZip.loadAsync(bytes)).file(name)?.async("string")) ?? ""
const words = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")

describe.each([
  ["finding", finding(sampleFinding("ru"))],
  ["note", noteVerbale(sampleNote("fr"))],
  ["annex", noteAnnex(sampleAnnex("en", 30))],
] as const)("a %s", (_, document) => {
  it("holds every word, in order", async () => {
    const text = words(await part(await renderDocx(document, { createdOn }), "word/document.xml"))
    let at = -1
    for (const block of document.blocks) {
      if (block.is !== "title" && block.is !== "heading" && block.is !== "paragraph") continue
      const next = text.indexOf(plainText(block.text).replaceAll("\u00a0", " "), at + 1)
      expect(next, plainText(block.text)).toBeGreaterThan(at)
      at = next
    }
  })

  it("has headings and table heads that a reader can move by", async () => {
    const xml = await part(await renderDocx(document, { createdOn }), "word/document.xml")
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
    const tables = document.blocks.filter(({ is }) => is === "table").length
    expect(xml.match(/<w:tblHeader/g)?.length ?? 0).toBe(tables)
  })

  it("gives equal bytes for equal facts and bears its day, not its hour", async () => {
    const [once, again] = [await renderDocx(document, { createdOn }), await renderDocx(document, { createdOn })]
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
    const core = await part(once, "docProps/core.xml")
    expect(core.match(/2026-11-22T00:00:00Z/g)).toHaveLength(2)
  })
})
