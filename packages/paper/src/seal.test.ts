// A letter carries its seal inside; it is found offline, and only in a file as we wrote it.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import JSZip from "jszip"
import { codeCard } from "./code-card.ts"
import { renderDocx } from "./docx.ts"
import { finding } from "./finding.ts"
import { renderPdf } from "./pdf.ts"
import { sampleCodeCard, sampleFinding } from "./testing/facts.ts"
import { sampleFonts as fonts } from "./testing/fonts.ts"
import { readDocxSeal, readSeal, withoutSeal } from "./seal.ts"

const createdOn = "2026-11-22"
const sealed = (json: string) => finding({ ...sampleFinding("ru"), seal: { json, short: "F-1 ABCD" } })
const awkward = ['{"a":"</w:p>&amp;\\"<x>\'"}', '{"a":"endstream\\nendobj ) >> 5 0 obj"}', '{"кто":"Рябинин","e":"𝌆"}', "x".repeat(20_000)]

describe("in a PDF", () => {
  it.each([sampleFinding("ru").seal.json, ...awkward])("what was placed is what is found: %.40s", async (json) => {
    expect(readSeal(await renderPdf(sealed(json), { fonts, createdOn }))).toBe(json)
  })

  it("a reader of PDFs finds it as an attachment too", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs")
    const loading = getDocument({ data: await renderPdf(sealed('{"v":1}'), { fonts, createdOn }), verbosity: 0 })
    const attachments = await (await loading.promise).getAttachments()
    const list = (attachments instanceof Map ? [...attachments.values()] : Object.values(attachments ?? {})) as { filename: string }[]
    expect(list.map(({ filename }) => filename)).toEqual(["safe-conduct.json"])
    await loading.destroy()
  })

  it("a paper without a seal has none", async () => {
    expect(readSeal(await renderPdf(codeCard(sampleCodeCard("en")), { fonts, createdOn }))).toBeNull()
  })

  it("a file to which something was added after we wrote it has none", async () => {
    const pdf = await renderPdf(sealed('{"v":1}'), { fonts, createdOn })
    const more = new TextEncoder().encode("9 0 obj\n<< >>\nendobj\nstartxref\n1\n%%EOF\n")
    expect(readSeal(new Uint8Array([...pdf, ...more]))).toBeNull()
  })

  it("bytes of any kind, and our own cut or bent, are read without a throw", async () => {
    const pdf = await renderPdf(sealed('{"v":1}'), { fonts, createdOn })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readSeal(bytes) === null),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.nat(pdf.length - 1), fc.nat(255), (at, byte) => {
        const bent = pdf.slice()
        bent[at] = byte
        readSeal(bent)
        readSeal(pdf.subarray(0, at))
      }),
      { numRuns: 60 },
    )
  })
})

describe("what a seal binds", () => {
  const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("hex")

  it("is the same before and after sealing, so the seal can carry its hash", async () => {
    const [standIn, signed] = await Promise.all(
      ['{"v":1,"s":"0000"}', '{"v":1,"s":"7fk2"}'].map((json) => renderPdf(sealed(json), { fonts, createdOn })),
    )
    expect(standIn && signed && hex(withoutSeal(standIn)) === hex(withoutSeal(signed))).toBe(true)
  })

  it("changes with every byte outside the seal, and with every fact", async () => {
    const pdf = await renderPdf(sealed('{"v":1}'), { fonts, createdOn })
    const bound = hex(withoutSeal(pdf))
    const seal = Buffer.from(pdf).indexOf('{"v":1}')
    fc.assert(
      fc.property(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        fc.pre(at < seal - 400 || at > seal + 20)
        const bent = pdf.slice()
        bent[at] = (bent[at] ?? 0) ^ change
        expect(hex(withoutSeal(bent))).not.toBe(bound)
      }),
      { numRuns: 40 },
    )
    const other = finding({ ...sampleFinding("ru"), seal: { json: '{"v":1}', short: "F-1 ABCD" }, issuedOn: "2026-11-23" })
    expect(hex(withoutSeal(await renderPdf(other, { fonts, createdOn })))).not.toBe(bound)
  })
})

describe("in a DOCX", () => {
  it.each([sampleFinding("ru").seal.json, ...awkward])("what was placed is what is found: %.40s", async (json) => {
    expect(await readDocxSeal(await renderDocx(sealed(json), { createdOn }))).toBe(json)
  })

  it("it is found again after another program has compressed the file", async () => {
    const zip = await JSZip.loadAsync(await renderDocx(sealed('{"v":1}'), { createdOn }))
    expect(await readDocxSeal(await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" }))).toBe('{"v":1}')
  })

  it("what is no archive has none, and nothing throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => (await readDocxSeal(bytes)) === null),
      { numRuns: 100 },
    )
    expect(await readDocxSeal(await renderDocx(codeCard(sampleCodeCard("en")), { createdOn }))).toBeNull()
  })
})
