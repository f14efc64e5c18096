// The command over hundreds of random triggers at once, against a calendar that shares no code with the product's, and over lines that
// are wrong in one place each.
import { factsOf, kinds, plus, reckonedAgain } from "@safe-conduct/russia-canada/second-calendar"
import { describe, expect, test } from "vitest"
import { refusalOf, run, runHere } from "../testing/run.ts"

const seed = Number(process.env["SAFE_CONDUCT_SEED"] ?? Date.now() % 1_000_000)
/** Mulberry32: a seed that a failure prints is enough to see it again. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

test(`four hundred random triggers, seed ${seed}`, async () => {
  const draw = random(seed)
  const asked = Array.from({ length: 400 }, (_, n) => {
    const kind = kinds[Math.floor(draw() * kinds.length)] as (typeof kinds)[number]
    return { id: `r${n}`, kind, on: plus("2026-04-01", Math.floor(draw() * 2_280)) }
  })
  const ran = await run(["deadlines"], { input: asked.map(({ id, kind, on }) => `${JSON.stringify(factsOf(id, kind, on))}\n`).join("") })
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" })
  const answers = ran.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; deadlines: readonly { rule: string }[] })
  expect(answers.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
  for (const [n, { kind, on }] of asked.entries()) {
    const rows = answers[n]?.deadlines.filter((row) => row.rule === kind.rule)
    expect(rows, `${kind.rule} after ${kind.event} of ${on}`).toMatchObject([{ ...reckonedAgain(kind, on), status: "running" }])
  }
})

const whole = {
  id: "a",
  asOf: "2026-11-30T15:00:00Z",
  timeZone: "America/Chicago",
  circuit: "5",
  courtState: "LA",
  events: [{ type: "ij.decision", on: "2026-11-25", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }],
}
const event = (more: object): object => ({ ...whole, events: [...whole.events, more] })

describe("a line that is wrong in one place is refused whole, by a code and the place", () => {
  test.each<[string, object, string, string]>([
    ["no id", { ...whole, id: undefined }, "missing", "/id"],
    ["no moment", { ...whole, asOf: undefined }, "missing", "/asOf"],
    ["a moment without an offset", { ...whole, asOf: "2026-11-30T15:00:00" }, "", "/asOf"],
    ["a zone that is none", { ...whole, timeZone: "Mars/Olympus" }, "bad-time-zone", "/timeZone"],
    ["a circuit that is none", { ...whole, circuit: "14" }, "", "/circuit"],
    ["a state that is none", { ...whole, courtState: "Louisiana" }, "bad-state", "/courtState"],
    ["events that are no list", { ...whole, events: {} }, "", "/events"],
    ["an event that is none", event({ type: "ij.opinion", on: "2026-11-26" }), "unknown-event-type", "/events/1/type"],
    ["an unknown key of an event", event({ type: "canada.entry", on: "2026-11-26", where: "Roxham" }), "unknown-key", "/events/1/where"],
    ["a day that does not exist", event({ type: "canada.entry", on: "2026-02-29" }), "bad-date", "/events/1/on"],
    ["a day that is missing", event({ type: "canada.entry" }), "missing", "/events/1/on"],
    ["a decision of tomorrow", event({ type: "bia.decision", on: "2026-12-24", outcome: "dismissed" }), "in-the-future", "/events/1/on"],
    ["a notice without an offset", event({ type: "third-country.notice", at: "2026-11-23T16:00" }), "", "/events/1/at"],
    ["an outcome that is none", event({ type: "bia.decision", on: "2026-11-26", outcome: "granted" }), "", "/events/1/outcome"],
    ["a number where a word belongs", event({ type: "court.order", on: "2026-11-26", kind: 3 }), "", "/events/1/kind"],
  ])("%s", async (_, facts, code, at) => {
    const ran = await runHere(["deadlines"], { input: `${JSON.stringify(whole)}\n${JSON.stringify(facts)}\n` })
    expect([ran.code, ran.out]).toEqual([2, ""])
    const said = refusalOf(ran)
    expect(said).toMatchObject({ at, line: 2, message: expect.stringMatching(/^[A-Z].+\.$/) })
    if (code !== "") expect(said.error).toBe(code)
    expect(said.error).toMatch(/^[a-z][a-z-]+$/)
  })
})
