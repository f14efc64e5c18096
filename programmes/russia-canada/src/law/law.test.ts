// The law as data: whole, unambiguous, and each row with its source.
import { findFacilities } from "@safe-conduct/domain/custody"
import { eventTypes } from "@safe-conduct/domain/proceeding"
import { answerFacts, type UrgencyTrigger, urgencyTriggers } from "@safe-conduct/domain/clock"
import { describe, expect, test } from "vitest"
import { law } from "./index.ts"

const ids = [
  "US.BIA.APPEAL.30", "US.BIA.APPEAL.10.IFR", "US.BIA.BRIEF.20", "US.PFR.30", "US.MTR.90", "US.RECON.30", "US.MTR.CCC", "US.ABS.180",
  "US.ABS.NOTICE_CUSTODY", "US.CF.IJ.7", "US.CF.RECON.7", "US.RP.90", "US.POCR.180", "US.ZADV.6M", "US.3C.NOTICE.24H", "US.3C.NOTICE.6H",
  "US.COUNTRY.REPLY.30", "US.VD.BOND.5B", "US.ADDR.5B", "US.I589.1Y", "CA.STCA.14", "CA.CLAIM.1Y", "CA.OYW.1Y", "CA.PSR.PAUSE",
  "SYS.CONSENT.WRITTEN", "SYS.RETAIN",
] // biome-ignore format: a list of names

describe("the rules", () => {
  test("are all there, once each", () => expect(law.rules.map((r) => r.id).toSorted()).toEqual(ids.toSorted()))

  test("each name a citation, a source and the day they were read", () => {
    for (const rule of law.rules) {
      expect(rule.citation.length, rule.id).toBeGreaterThan(5)
      expect(rule.source.length, rule.id).toBeGreaterThan(10)
      expect(rule.verifiedOn, rule.id).not.toBeNull()
    }
  })

  test("are kept by events that exist", () => {
    const known = new Set<string>([...eventTypes, "motion.filed:reopen", "motion.filed:reconsider", "motion.filed:rescind-in-absentia"])
    for (const rule of law.rules) for (const name of [...rule.metBy, ...(rule.provenBy ?? [])]) expect(known, rule.id).toContain(name)
  })

  test("the vacated ten-day rule never fires, on any day", () => {
    for (const on of ["2026-03-05", "2026-03-09", "2026-11-02", "2027-05-05"]) {
      const answer = answerFacts(
        {
          id: "v",
          asOf: "2027-06-01T12:00:00Z",
          timeZone: "America/Chicago",
          events: [{ type: "ij.decision", on, form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }],
        },
        law,
      )
      expect(JSON.stringify(answer)).not.toContain("APPEAL.10")
    }
  })

  test("briefs before the day the twenty days came into force have no such clock", () => {
    const rows = (on: string): unknown =>
      answerFacts(
        { id: "b", asOf: "2026-06-01T12:00:00Z", timeZone: "America/Chicago", events: [{ type: "bia.briefing-schedule", on }] },
        law,
      )
    expect(rows("2026-03-08")).toMatchObject({ deadlines: [] })
    expect(rows("2026-03-09")).toMatchObject({ deadlines: [{ rule: "US.BIA.BRIEF.20", nominal: "2026-03-29", hard: "2026-03-30" }] })
  })
})

describe("the facilities", () => {
  const best = (typed: string): string | undefined => findFacilities(typed, law.facilities)[0]?.facility.code

  test("have one row a code", () => expect(new Set(law.facilities.map((f) => f.code)).size).toBe(law.facilities.length))

  test.each([
    ["Меса", "IWAHOLD"],
    ["AROCC", "IWAHOLD"],
    ["Mesa", "IWAHOLD"],
    ["Отай Меса", "CCASDCA"],
    ["Меса Верде", "CACFMES"],
    ["Виннфилд", "LAWINCI"],
    ["Уинфилд", "LAWINCI"],
    ["Аделанто", "ADLNTCA"],
    ["Александрия", "JENATLA"],
    ["Такома", "CSCNWWA"],
    ["форт блисс", "EROFCB"],
    ["Basil", "BASILLA"],
    ["pine prarie", "PINEPLA"],
  ])("are found by %s", (typed, code) => expect(best(typed)).toBe(code))

  test("know where flights are gathered", () => {
    expect(law.facilities.filter((f) => f.staging).map((f) => f.code)).toEqual(expect.arrayContaining(["IWAHOLD", "JENATLA"]))
  })
})

describe("the playbooks", () => {
  test("open for every trigger, with steps in three languages", () => {
    const urgent = Object.keys(urgencyTriggers) as UrgencyTrigger[]
    const open = new Map(law.playbooks.map((p) => [p.trigger, p]))
    for (const trigger of urgent) {
      const steps = open.get(trigger)?.steps ?? []
      expect(steps.length, trigger).toBeGreaterThan(0)
      for (const { words } of steps) {
        expect(Object.values(words).every((w) => w.length > 10 && !w.includes("!"))).toBe(true)
        expect(words.ru).toMatch(/[а-я]/)
        expect(new Set(Object.values(words)).size).toBe(3)
      }
    }
  })

  test.each(["removal-within-72h", "staging-with-final-order", "final-unstayed-travel-document"] as const)(
    "%s names who files, the field office, the congressional office and publicity",
    (trigger) => {
      const ids = law.playbooks.find((book) => book.trigger === trigger)?.steps.map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(["reach-counsel", "stay-motion", "i-246", "congress", "publicity"]))
    },
  )
})
