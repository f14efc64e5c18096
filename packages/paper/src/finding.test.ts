// While no instrument is in force, nothing that leaves this desk may look like a government's act.
import { describe, expect, it } from "vitest"
import { plainText } from "./document.ts"
import { FactsRefused } from "./facts.ts"
import { type FindingFacts, finding } from "./finding.ts"
import { wordOfDecision } from "./forbidden-words.ts"
import { sampleDecision, sampleFinding } from "./testing/facts.ts"
import { renderText } from "./text.ts"
import { wordsOf } from "./words/index.ts"

const refused = (facts: unknown) => {
  try {
    finding(facts as FindingFacts)
  } catch (error) {
    if (error instanceof FactsRefused) return { error: error.error, at: error.at }
    throw error
  }
  return null
}

describe.each(["en", "fr", "ru"] as const)("a finding in %s", (language) => {
  const { disclaimer } = wordsOf(language).finding
  const document = finding(sampleFinding(language))

  it("says first what it is not", () => {
    const [first] = document.blocks
    expect(first?.is === "notice" && plainText(first.text)).toBe(disclaimer)
    expect(renderText(document).startsWith(disclaimer)).toBe(true)
    expect(document.running).toContain(disclaimer)
  })

  it("has no word of a government's act outside that one sentence", () => {
    const rest = `${renderText(document)} ${document.title} ${document.running}`.replaceAll(disclaimer, "")
    expect(wordOfDecision(rest)).toBeNull()
    // The guard is awake: it finds the word in the sentence itself.
    expect(wordOfDecision(disclaimer)).not.toBeNull()
  })

  it("names the person in both scripts and each kind of source, and no voucher", () => {
    const text = renderText(document)
    for (const part of ["RIABININ, Arkadii", "Рябинин Аркадий Мефодьевич", "A 087-654-321"]) expect(text).toContain(part)
    const { requirement, source } = wordsOf(language).letter
    for (const each of Object.values(requirement)) expect(text).toContain(each)
    expect(text).toContain(`${source.publication} × 2`)
  })
})

it("says in English what it is not, word for word", () => {
  expect(wordsOf("en").finding.disclaimer).toBe("This is not a decision of the Government of Canada and does not stop removal.")
})

describe("what a finding refuses", () => {
  const facts = sampleFinding("en")
  const [claim] = facts.claims

  it("an instrument in force, which makes a decision instead", () => {
    // @ts-expect-error the type has no such state either
    const inForce: FindingFacts = { ...facts, instrument: "IN_FORCE" }
    expect(refused(inForce)).toEqual({ error: "bad-fact", at: "/instrument" })
    expect(refused(sampleDecision("en"))).not.toBeNull()
  })

  it.each([
    ["Canada granted him protection", "en"],
    ["Décision favorable du ministre", "fr"],
    ["Канада приняла решение о допуске", "ru"],
    ["Ему предоставлена защита", "ru"],
    ["Protection accordée", "fr"],
  ])("a claim that speaks of an outcome: %s", (statement) => {
    const claims = [{ ...claim, statement }]
    expect(refused({ ...facts, claims })).toEqual({ error: "word-of-a-decision", at: "/claims/0/statement" })
  })

  it("an outcome hidden behind a decomposed or invisible letter", () => {
    expect(refused({ ...facts, claims: [{ ...claim, statement: "Une de\u0301cision" }] })).not.toBeNull()
    expect(refused({ ...facts, issuer: "Decision\u200b office" })).not.toBeNull()
  })

  it("any fact that is not on the list, wherever it hides", () => {
    for (const [extra, at] of [
      [{ ...facts, outcome: "favourable" }, "/outcome"],
      [{ ...facts, vouchers: ["Ivan"] }, "/vouchers"],
      [{ ...facts, person: { ...facts.person, relativesInRussia: ["mother"] } }, "/person/relativesInRussia"],
      [{ ...facts, claims: [{ ...claim, evidence: ["e1"] }] }, "/claims/0/evidence"],
      [
        { ...facts, claims: [{ ...claim, ladder: [{ requirement: "primary-record", by: ["witness"], name: "Ivan" }] }] },
        "/claims/0/ladder/0/name",
      ],
    ] as const)
      expect(refused(extra)).toEqual({ error: "unlisted-fact", at })
  })

  it("one member in both parts, or one part missing", () => {
    const [recommends, approves] = facts.signers
    expect(refused({ ...facts, signers: [recommends, { ...approves, member: recommends?.member }] })).toEqual({
      error: "bad-fact",
      at: "/signers",
    })
    expect(refused({ ...facts, signers: [recommends, { ...approves, role: "recommends" }] })).toEqual({ error: "bad-fact", at: "/signers" })
    expect(refused({ ...facts, signers: [recommends] })).not.toBeNull()
  })

  it("and its refusal never repeats what was refused", () => {
    try {
      finding({ ...facts, claims: [{ ...claim, statement: "granted to RIABININ" }] } as FindingFacts)
      expect.unreachable()
    } catch (error) {
      expect(String(error)).not.toContain("RIABININ")
    }
  })
})

it("a mark that turns the direction of writing cannot make a name read otherwise", () => {
  const facts = sampleFinding("en")
  const person = { ...facts.person, name: { latin: [{ surname: "RIA\u202eNINIB", given: "A" }] } }
  expect(renderText(finding({ ...facts, person }))).not.toContain("\u202e")
})

it("a surname may be Grant", () => {
  const facts = sampleFinding("en")
  expect(renderText(finding({ ...facts, person: { name: { latin: [{ surname: "GRANT" }] } } }))).toContain("GRANT")
})
