// A paper must be as good by ear as by eye, and the same today as tomorrow.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { consentScopes } from "./consent-scope.ts"
import { decision } from "./decision.ts"
import { type Document, plainText } from "./document.ts"
import { finding } from "./finding.ts"
import { cellPaper, codeCard, consentForm, noteAnnex, noteVerbale, referral, situation } from "./index.ts"
import { renderPdf } from "./pdf.ts"
import { labelled } from "./printed.ts"
import * as sample from "./testing/facts.ts"
import { sampleFonts as fonts } from "./testing/fonts.ts"
import { readPdf } from "./testing/read-pdf.ts"
import { wordsOf } from "./words/index.ts"

const createdOn = "2026-11-22"
const pdf = (document: Document) => renderPdf(document, { fonts, createdOn })
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")

const papers: Record<string, Document> = {
  ...Object.fromEntries(
    (["en", "fr", "ru"] as const).flatMap((language) => [
      [`finding ${language}`, finding(sample.sampleFinding(language))],
      [`decision ${language}`, decision(sample.sampleDecision(language))],
      [`code card ${language}`, codeCard(sample.sampleCodeCard(language))],
      [`consent ${language}`, consentForm(sample.sampleConsent(language))],
    ]),
  ),
  ...Object.fromEntries(
    (["en", "fr"] as const).flatMap((language) => [
      [`referral ${language}`, referral(sample.sampleReferral(language))],
      [`note ${language}`, noteVerbale(sample.sampleNote(language))],
      [`annex ${language}`, noteAnnex(sample.sampleAnnex(language))],
      [`situation ${language}`, situation(sample.sampleSituation(language))],
    ]),
  ),
  "cell paper en": cellPaper(sample.sampleCell("en")),
  "cell paper ru": cellPaper(sample.sampleCell("ru")),
}

describe.each(Object.entries(papers))("%s", (_, document) => {
  it("is a tagged PDF/UA file that says its language and its title", async () => {
    const bytes = await pdf(document)
    const read = await readPdf(bytes)
    expect(read.marked).toBe(true)
    expect(read.language).toBe(document.language)
    expect(read.title).toBe(document.title)
    const file = raw(bytes)
    for (const part of ["/StructTreeRoot", "/MarkInfo", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>", "/ParentTree"])
      expect(file).toContain(part)
  })

  it("holds every word in the structure tree or in an artifact, and begins with one H1", async () => {
    const read = await readPdf(await pdf(document))
    expect(read.stray).toBe("")
    expect(read.said.filter(({ role }) => role === "H1")).toHaveLength(1)
    expect(new Set(read.said.map(({ role }) => role))).toSatisfy((roles: Set<string>) => [...roles].every((role) => known.includes(role)))
  })

  it("reads in the order of its blocks", async () => {
    const { text } = await readPdf(await pdf(document))
    let at = -1
    for (const words of landmarks(document)) {
      const next = squeezed(text).indexOf(squeezed(words), at + 1)
      expect(next, words).toBeGreaterThan(at)
      at = next
    }
  })

  it("gives every table header a scope and embeds every font", async () => {
    const file = raw(await pdf(document))
    const headers = file.match(/\/S \/TH\b[\s\S]*?endobj/g) ?? []
    for (const header of headers) expect(header).toMatch(/\/Scope \/(Row|Column)/)
    const tables = document.blocks.filter(({ is }) => is === "table" || is === "definitions")
    expect(file.match(/\/S \/Table\b/g)?.length ?? 0).toBe(tables.length)
    if (tables.length) expect(headers.length).toBeGreaterThan(0)
    expect(file.match(/\/Type \/FontDescriptor/g)?.length).toBe(file.match(/\/FontFile2 /g)?.length)
    expect(file).not.toMatch(/\/BaseFont \/Helvetica/)
  })
})

const known = ["P", "H1", "H2", "H3", "TH", "TD", "Lbl", "LBody", "Span"]
const squeezed = (text: string) => text.replace(/\s+/g, "")

function landmarks(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.is === "title" || block.is === "heading" || block.is === "paragraph" || block.is === "notice") return [plainText(block.text)]
    if (block.is === "list") return block.items.map(plainText)
    if (block.is === "definitions") return block.rows.flatMap(({ term, value }) => [term, plainText(value)])
    if (block.is === "table") return [...block.head, ...block.rows.flatMap((row) => row.map(plainText))]
    return block.is === "code-words" ? [...block.words] : []
  })
}

describe("bytes", () => {
  it("are equal for equal facts and differ for another day", async () => {
    const document = finding(sample.sampleFinding("ru"))
    const [once, again] = await Promise.all([pdf(document), pdf(document)])
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
    const other = await renderPdf(document, { fonts, createdOn: "2026-11-23" })
    expect(Buffer.from(once).equals(Buffer.from(other))).toBe(false)
    expect(raw(once)).toContain("(D:20261122000000Z)")
  })

  it("say nothing of the person in the file's properties", async () => {
    const file = raw(await pdf(finding(sample.sampleFinding("en"))))
    expect(file).not.toMatch(/RIABININ|087654321/i)
  })
})

describe("long papers", () => {
  it("a hundred rows repeat their head on every page and say it once", async () => {
    const read = await readPdf(await pdf(noteAnnex(sample.sampleAnnex("en", 100))))
    expect(read.pages).toBeGreaterThan(5)
    expect(read.said.filter(({ role, text }) => role === "TH" && text === "Surname")).toHaveLength(1)
    expect(read.artifacts.match(/Surname/g)).toHaveLength(read.pages - 1)
    const refs = read.said.map(({ text }) => text).filter((text) => /^A-\d{3}$/.test(text))
    expect(refs).toEqual(Array.from({ length: 100 }, (_, at) => `A-${String(at + 1).padStart(3, "0")}`))
  })

  it("a passage longer than a page goes on, word for word", async () => {
    const reason = Array.from({ length: 260 }, (_, at) => `слово${at}`).join(" ")
    const facts = { ...sample.sampleDecision("ru"), reasons: [reason, reason, reason] }
    const read = await readPdf(await pdf(decision(facts)))
    expect(read.stray).toBe("")
    expect(squeezed(read.text).split(squeezed(reason))).toHaveLength(4)
  })

  it("any Cyrillic name is printed whole, however long", async () => {
    const letters = [..."абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқңө"]
    const name = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 150 }).map((all) => all.join(""))
    await fc.assert(
      fc.asyncProperty(name, name, async (surname, given) => {
        const facts = sample.sampleFinding("en")
        const person = { ...facts.person, name: { ...facts.person.name, cyrillic: { surname, given } } }
        const read = await readPdf(await pdf(finding({ ...facts, person })))
        expect(squeezed(read.text)).toContain(squeezed(`${surname}${given}`).normalize("NFC"))
      }),
      { numRuns: 8 },
    )
  })

  it("a sign that the font lacks is printed as its code, never dropped", async () => {
    const facts = sample.sampleFinding("en")
    const person = { ...facts.person, name: { latin: [{ surname: "Əliyev", given: "Rəşad" }] } }
    const { text } = await readPdf(await pdf(finding({ ...facts, person })))
    expect(text).toContain("[U+018F]liyev, R[U+0259]şad")
  })
})

it.each(consentScopes)("the yes to %s, its question and the signatures stand on one page", async (scope) => {
  for (const language of ["en", "fr", "ru"] as const) {
    const { said, pages } = await readPdf(await pdf(consentForm({ ...sample.sampleConsent(language), child: true, scope })))
    const { consent } = wordsOf(language)
    const page = (words: string) => said.find(({ text }) => squeezed(text).includes(squeezed(words)))?.page
    expect(pages).toBeLessThanOrEqual(2)
    const signed = page(consent.sign.assent)
    expect(signed).toBeDefined()
    expect(page(consent.yes)).toBe(signed)
    expect(page(labelled(consent.answer, consent.scope[scope].title, language))).toBe(signed)
    expect(said.findLast(({ text }) => text.includes("RIABININ"))?.page).toBe(signed)
  }
})

it("A4 and Letter carry the same words", async () => {
  const document = codeCard(sample.sampleCodeCard("ru"))
  const [letter, a4] = await Promise.all(
    (["letter", "a4"] as const).map(async (size) => readPdf(await renderPdf(document, { fonts, createdOn, size }))),
  )
  expect(squeezed(a4?.text ?? "")).toBe(squeezed(letter?.text ?? ""))
})
