// Plain text for pasting: every word, tables in tabs, marking at both ends.
import { expect, it } from "vitest"
import { noteAnnex } from "./note-annex.ts"
import { referral } from "./referral.ts"
import { sampleAnnex, sampleReferral } from "./testing/facts.ts"
import { renderText } from "./text.ts"

it("a table falls into its columns when pasted", () => {
  const lines = renderText(noteAnnex(sampleAnnex("en", 3))).split("\n")
  const head = lines.find((line) => line.startsWith("No.\t"))
  const rows = lines.filter((line) => /^\d\tA-\d{3}\t/.test(line))
  expect(head?.split("\t")).toHaveLength(12)
  expect(rows.map((row) => row.split("\t").length)).toEqual([12, 12, 12])
})

it("the marking stands first and last", () => {
  const text = renderText(noteAnnex(sampleAnnex("en")))
  expect(text.startsWith("PROTECTED B\n")).toBe(true)
  expect(text.endsWith("\nPROTECTED B\n")).toBe(true)
})

it("holds no space that a search would stumble on", () => {
  expect(renderText(referral(sampleReferral("fr")))).not.toMatch(/[\u00a0\u202f]/)
})

it("French sets a space before its colon", () => {
  expect(renderText(referral(sampleReferral("fr")))).toContain("Destinataire : Immigration")
})
