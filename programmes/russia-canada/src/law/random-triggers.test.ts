// Hundreds of random triggers against a second calendar (testing/second-calendar.ts).
import { answerFacts, type Deadline } from "@safe-conduct/domain/clock"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { law } from "./index.ts"
import { factsOf, kinds, reckonedAgain, text, time } from "./testing/second-calendar.ts"

const dates = fc.integer({ min: time("2026-04-01"), max: time("2032-06-30") }).map(text)

test("no rule that counts is left out", () => {
  const counting = law.rules.filter((rule) => rule.offset !== null && rule.status === "IN_FORCE").map((rule) => rule.id)
  expect([...new Set(kinds.map((kind) => kind.rule))].sort()).toEqual(counting.sort())
})

describe("a random trigger", () => {
  for (const kind of kinds) {
    test(`${kind.rule} after ${kind.event}`, () => {
      fc.assert(
        fc.property(dates, (on) => {
          const answer = answerFacts(factsOf("r", kind, on), law)
          if ("error" in answer) throw new Error(answer.message)
          const rows = answer.deadlines.filter((d: Deadline) => d.rule === kind.rule)
          expect(rows).toMatchObject([{ ...reckonedAgain(kind, on), status: "running" }])
        }),
        { numRuns: 120 },
      )
    })
  }
})
