// The worked situations in test-vectors/deadlines, answered by the shipped law.
import { readdirSync, readFileSync } from "node:fs"
import { answerFacts } from "@safe-conduct/domain/clock"
import { expect, test } from "vitest"
import { law } from "./index.ts"

interface Vector {
  readonly why: string
  readonly input: unknown
  readonly expected: Readonly<Record<string, unknown>>
  readonly absent: { readonly rules: readonly string[] }
}

const folder = new URL("../../../../test-vectors/deadlines/", import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith(".json"))

/** Every named part is there; an empty list means nothing is. */
function holds(expected: unknown, answer: unknown): boolean {
  if (Array.isArray(expected)) {
    const rows = answer as readonly unknown[]
    return expected.length === 0 ? rows.length === 0 : expected.every((one) => rows.some((row) => holds(one, row)))
  }
  if (typeof expected !== "object" || expected === null) return expected === answer
  return Object.entries(expected).every(([key, value]) => holds(value, (answer as Record<string, unknown>)[key]))
}

test("there are situations to answer", () => expect(names.length).toBeGreaterThan(15))

for (const name of names) {
  const vector = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector
  test(`${name.replace(".json", "").replaceAll("-", " ")}`, () => {
    const answer = answerFacts(vector.input, law)
    if ("error" in answer) throw new Error(JSON.stringify(answer))
    for (const [key, value] of Object.entries(vector.expected)) {
      expect(
        holds(value, answer[key as keyof typeof answer]),
        `${key}: ${JSON.stringify(answer[key as keyof typeof answer], null, 1)}`,
      ).toBe(true)
    }
    const bound = answer.deadlines.filter((d) => d.status !== "void").map((d) => d.rule)
    for (const rule of vector.absent.rules) expect(bound).not.toContain(rule)
  })
}
