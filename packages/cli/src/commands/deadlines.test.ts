import { describe, expect, test } from "vitest"
import { refusalOf, run } from "../testing/run.ts"

const facts = (id: string, more: object = {}) => ({
  id,
  asOf: "2026-11-30T15:00:00Z",
  timeZone: "America/Chicago",
  circuit: "5",
  events: [{ type: "ij.decision", on: "2026-11-25", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }],
  ...more,
})
const lines = (...rows: readonly unknown[]) => rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join("")

describe("deadlines", () => {
  test("answers a line for a line, in order, and counts an appeal from the day of an oral decision", async () => {
    const ran = await run(["deadlines"], { input: lines(facts("a"), "", facts("b", { events: [] })) })
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" })
    const [a, b, ...none] = ran.out
      .trimEnd()
      .split("\n")
      .map((row) => JSON.parse(row))
    expect(none).toEqual([])
    expect([a.id, b.id]).toEqual(["a", "b"])
    // Thirty days end on Christmas, a Friday: the last day that counts is the Monday after.
    expect(a.deadlines).toContainEqual(
      expect.objectContaining({ rule: "US.BIA.APPEAL.30", nominal: "2026-12-25", hard: "2026-12-28", status: "running" }),
    )
    expect(a.finalOrder.final).toBe(false)
    expect(b.deadlines).toEqual([])
  })

  test("reads a byte order mark and Windows line ends", async () => {
    const ran = await run(["deadlines"], { input: `\uFEFF${JSON.stringify(facts("a"))}\r\n` })
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out).id).toBe("a")
  })

  test("one malformed line: exit 2, nothing written, and where it is", async () => {
    const broken = facts("b", {
      events: [{ type: "ij.decision", on: "2026-02-30", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }],
    })
    const ran = await run(["deadlines"], { input: lines(facts("a"), broken) })
    expect([ran.code, ran.out]).toEqual([2, ""])
    expect(refusalOf(ran)).toMatchObject({ error: "bad-date", at: "/events/0/on", line: 2, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test("what is not JSON, not UTF-8, or holds an unknown key is refused", async () => {
    expect(refusalOf(await run(["deadlines"], { input: "{" }))).toMatchObject({ error: "not-json", at: "", line: 1 })
    expect(refusalOf(await run(["deadlines"], { input: new Uint8Array([0x22, 0xff, 0x22]) }))).toMatchObject({ error: "not-utf8" })
    expect(refusalOf(await run(["deadlines"], { input: lines(facts("a", { circus: "5" })) }))).toMatchObject({
      error: "unknown-key",
      at: "/circus",
    })
  })

  test("nothing in, nothing out", async () => {
    expect(await run(["deadlines"], { input: "" })).toEqual({ code: 0, out: "", err: "" })
  })
})
