// A paper for a cell is read by guards there and perhaps by others at an airport: it must tell them nothing.
import { describe, expect, it } from "vitest"
import { cellPaper } from "./cell-paper.ts"
import { renderDocx } from "./docx.ts"
import { renderPdf } from "./pdf.ts"
import { sampleFonts as fonts } from "./testing/fonts.ts"
import { renderText } from "./text.ts"
import { readZip } from "./zip.ts"

const telling =
  /canad|канад|russia|росси|united states|сша|safe.?conduct|охранн|грамот|asylum|убежищ|working group|групп|embass|посольств|13|code\b|(?<!\p{L})код/iu

describe.each(["en", "ru"] as const)("in %s", (language) => {
  it("names no organisation, product, country or code", () => {
    const document = cellPaper({ language, phone: "+1 318 555 0100" })
    expect(`${renderText(document)} ${document.title} ${document.running}`.replace("+1 318 555 0100", "")).not.toMatch(telling)
    expect(document.guilloche).toBeUndefined()
    expect(document.seal).toBeUndefined()
  })

  it("does not name them in the files' properties either", async () => {
    const document = cellPaper({ language })
    const pdf = Buffer.from(await renderPdf(document, { fonts, createdOn: "2026-11-22" })).toString("latin1")
    expect(pdf).not.toMatch(/canad|safe.?conduct/i)
    for (const [name, bytes] of await readZip(await renderDocx(document, { createdOn: "2026-11-22" }))) {
      expect(name).not.toMatch(/canad|safe.?conduct/i)
      // "en-CA" would do it too: a language tag names a country.
      expect(/canad|safe.?conduct|"en-CA"|"ru-RU"/i.exec(new TextDecoder().decode(bytes)), name).toBeNull()
    }
  })
})

it("takes a telephone and no words beside it", () => {
  expect(() => cellPaper({ language: "en", phone: "ask for the committee" })).toThrow()
})
