// The published policies: none may change, and what the first one must say.
import { createHash } from "node:crypto"
import { annexRow } from "../../../../packages/domain/src/proposals/annex.ts"
import { documentOf, judge, type Policy, policyText, readDossier, roles, withInstrument } from "@safe-conduct/domain/evidence"
import { expect, test } from "vitest"
import { currentPolicy, policies } from "./index.ts"

// Streams pin a policy by this hash. A line is added for a new version; a changed line means that a pinned policy was edited.
const published: Record<string, string> = { "russia-canada/1": "926784a8a44fe4d9be032ef456070ca11a93c4610e805a479d1ed85b9b73d497" }

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

test("every published policy is as it was published", () => {
  expect(Object.fromEntries(Object.entries(policies).map(([id, policy]) => [id, sha256(policyText(policy))]))).toEqual(published)
})
test("each stands under its own id and version", () => {
  for (const [id, policy] of Object.entries(policies)) expect([policy.id, id]).toEqual([id, `russia-canada/${policy.version}`])
})
test("Canada has decided nothing yet, so what it makes is a finding", () => {
  expect(currentPolicy.instrument).toEqual({ state: "NONE", sentence: "instrument-none" })
  expect(documentOf(currentPolicy.instrument)).toBe("finding")
})
test("once in force the same policy under a new version makes the decision", () => {
  const second = withInstrument(currentPolicy, "IN_FORCE")
  expect(documentOf(second.instrument)).toBe("decision")
  expect(second).toEqual({
    ...currentPolicy,
    id: "russia-canada/2",
    version: 2,
    instrument: { state: "IN_FORCE", sentence: "instrument-in-force" },
  })
  expect(policyText(second)).not.toBe(policyText(currentPolicy))
})
test("nothing that may leave is on the never-disclose list, and no column is listed twice", () => {
  for (const policy of Object.values<Policy>(policies)) {
    for (const { columns } of Object.values(policy.annex)) {
      const keys = columns.map((column) => column.key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.filter((key) => policy.neverDisclose.includes(key))).toEqual([])
    }
  }
})
test("the note tells the United States neither relation, finding nor order", () => {
  const keys = currentPolicy.annex.note.columns.map((column) => column.key)
  for (const key of ["relation", "finding", "findingReference", "orderOn", "countryOfBirth", "nameCyrillic", "urgency"])
    expect(keys).not.toContain(key)
})
test("a voucher handed in for the annex refuses the row", () => {
  const facts = { sequence: 1, annexRef: "A-1", surname: "Orlov", given: "Pavel", born: "1990-04-03", citizenship: "RU" }
  const never = { keys: currentPolicy.neverDisclose }
  expect(annexRow(facts, currentPolicy.annex.note, never)).toEqual(facts)
  expect(annexRow({ ...facts, vouchers: "x" }, currentPolicy.annex.note, never)).toEqual({ error: "never-disclose", at: "/vouchers" })
})
test("every signature names roles that exist", () => {
  for (const able of Object.values(currentPolicy.signers)) {
    expect(able.length).toBeGreaterThan(0)
    for (const role of able) expect(roles).toContain(role)
  }
})
test("a verdict and an independent source carry a claim; a paper is the record of a refusal to serve and not of a protest", () => {
  const dossier = (kind: string, source: string) => {
    const read = readDossier({
      id: "d",
      claims: [{ id: "c", kind }],
      evidence: [
        { id: "e1", claims: ["c"], source, origin: "one", authenticity: "verified", identity: "verified", contrary: false },
        { id: "e2", claims: ["c"], source: "witness", origin: "two", authenticity: "plausible", identity: "likely", contrary: false },
      ],
      readings: ["anna", "boris"].map((reader) => ({ claim: "c", reader, finding: "established" })),
    })
    if ("error" in read) throw new Error(read.error)
    return judge(read, currentPolicy.standard).met
  }
  expect(dossier("prosecution", "official-record")).toBe(true)
  expect(dossier("refusal-to-serve", "document")).toBe(true)
  expect(dossier("protest", "document")).toBe(false)
  expect(dossier("protest", "media")).toBe(false)
})
