// The note speaks in the third person and of nobody by name; the annex holds the narrow row and nothing beside it.
import { describe, expect, it } from "vitest"
import { FactsRefused } from "./facts.ts"
import { type AnnexFacts, noteAnnex } from "./note-annex.ts"
import { type NoteFacts, noteVerbale } from "./note-verbale.ts"
import { sampleAnnex, sampleNote, sampleRow } from "./testing/facts.ts"
import { renderText } from "./text.ts"

const refusedAt = (make: () => unknown) => {
  try {
    make()
    return null
  } catch (error) {
    return error instanceof FactsRefused ? error.at : "bug"
  }
}

describe("the note", () => {
  it("has the form of a note verbale in English", () => {
    const text = renderText(noteVerbale(sampleNote("en")))
    for (const part of [
      "Note No. 17/2026",
      "The Embassy of Canada presents its compliments to the Department of State of the United States of America and has the honour to",
      "avails itself of this opportunity to renew to the Department of State of the United States of America the assurances of its highest consideration.",
      "Washington, D.C., 24 November 2026",
      "Annex A: 2 persons; marked separately",
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/\b(I|we|our|my)\b/i)
  })

  it("has the form of a note verbale in French", () => {
    const text = renderText(noteVerbale(sampleNote("fr")))
    expect(text).toContain("L’Ambassade du Canada présente ses compliments au Département d’État des États-Unis d’Amérique et a l’honneur")
    expect(text).toContain(
      "saisit cette occasion pour renouveler au Département d’État des États-Unis d’Amérique les assurances de sa très haute considération",
    )
    expect(text).not.toMatch(/(?<!\p{L})(nous|notre|nos|je)(?!\p{L})/iu)
  })

  it("has no place for a person", () => {
    expect(refusedAt(() => noteVerbale({ ...sampleNote("en"), people: [sampleRow("A-1")] } as unknown as NoteFacts))).toBe("/people")
  })

  it("says that Canada is prepared to receive only while the instrument is in force", () => {
    const note = sampleNote("en")
    expect(renderText(noteVerbale(note))).not.toContain("is prepared to receive")
    const ready = renderText(noteVerbale({ ...note, readiness: { state: "IN_FORCE", reference: "PP-25.2/001" } }))
    expect(ready).toContain("is prepared to receive 2 persons, listed in Annex A to this note (authority: PP-25.2/001)")
  })

  it("carries its marking, and says while it is a draft", () => {
    expect(renderText(noteVerbale(sampleNote("en")))).toContain("PROTECTED B · DRAFT, not sent")
    expect(renderText(noteVerbale({ ...sampleNote("en"), draft: false }))).not.toContain("DRAFT")
  })
})

describe("the annex", () => {
  it.each(["claim", "evidence", "affiliations", "vouchers", "relativesInRussia", "diagnosis", "counsel", "health", "patronymic"])(
    "refuses a row's %s",
    (key) => {
      const facts = sampleAnnex("en")
      const rows = [{ ...facts.rows[0], family: undefined, [key]: "secret" }]
      expect(refusedAt(() => noteAnnex({ ...facts, rows } as unknown as AnnexFacts))).toBe(`/rows/0/${key}`)
    },
  )

  it("says that care is needed and never why", () => {
    const rows = [{ ...sampleRow("A-1"), family: undefined, needs: ["medical"] }]
    expect(renderText(noteAnnex({ ...sampleAnnex("en"), rows } as unknown as AnnexFacts))).toContain("medical: yes")
    const why = [{ ...sampleRow("A-1"), family: undefined, needs: ["diabetes"] }]
    expect(refusedAt(() => noteAnnex({ ...sampleAnnex("en"), rows: why } as unknown as AnnexFacts))).toBe("/rows/0/needs/0")
  })

  it("refuses a family code that stands alone, for it tells of somebody who is not listed", () => {
    const facts = sampleAnnex("en")
    expect(refusedAt(() => noteAnnex({ ...facts, rows: [{ ...sampleRow("A-1"), family: "F1" }] }))).toBe("/rows")
    expect(refusedAt(() => noteAnnex(facts))).toBeNull()
  })

  it("counts its rows at the end, so that none can be added unseen", () => {
    expect(renderText(noteAnnex(sampleAnnex("en", 7)))).toContain("This annex ends here: 7 rows.")
    expect(renderText(noteAnnex(sampleAnnex("fr", 7)))).toContain("L’annexe prend fin ici : 7 lignes.")
  })
})
