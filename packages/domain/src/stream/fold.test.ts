// The fold's own rules, on a stream made up for it: versions, editions, duplicates, refusals, strikes, pages.
import fc from "fast-check"
import * as v from "valibot"
import { describe, expect, test } from "vitest"
import { refusal } from "../refusal.ts"
import { actionsOf, addRow, earlier, madeOf, type Surroundings } from "./action.ts"
import { beginEditionOf } from "./begin-edition.ts"
import { emptyFold, foldStream, type StreamKind } from "./fold.ts"
import type { Line, Row } from "./line.ts"
import { register } from "./registry.ts"
import { applyStrike, refuseStrike, Strike, type Struck } from "./strike.ts"

interface State {
  readonly said: readonly Row<{ readonly text: string; readonly loud: boolean }>[]
  readonly struck: readonly Struck[]
}
const action = actionsOf<State, Surroundings>()
const say = action({
  does: "say",
  v: 2,
  input: v.strictObject({ text: v.string(), loud: v.boolean() }),
  earlier: [earlier(v.strictObject({ text: v.string() }), (old) => ({ ...old, loud: false }))],
  // Stricter from edition 2 on: what was said in edition 1 stays said.
  refuse: (state, input, { edition }) =>
    edition >= 2 && input.text === ""
      ? refusal("silent", "/text")
      : state.said.some((row) => row.text === input.text)
        ? refusal("said", "/text")
        : null,
  apply: (state, input, ctx) => addRow(state, "said", input, ctx),
})
const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) => refuseStrike(state, input, []),
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
const kind: StreamKind<State, Surroundings> = {
  actions: register({ say, strike, beginEdition: beginEditionOf<State, Surroundings>() }),
  editions: { 1: { say: 1, strike: 1, "begin-edition": 1 }, 2: { say: 2, strike: 1, "begin-edition": 1 } },
  empty: { said: [], struck: [] },
}
const env = { sha256: (text: string) => text }
const start = emptyFold(kind.empty)
const line = (seq: number, does: string, input: unknown, more: Partial<Line> & { v?: number; id?: string } = {}): Line => {
  const { v: version = 1, id = `i${seq}`, ...rest } = more
  return { seq, hash: String(seq % 10).repeat(64), by: "anna", plain: { does, v: version, id, at: 1, input }, ...rest }
}
const fold = (lines: readonly Line[]) => foldStream(kind, start, lines, env)
const codes = (lines: readonly Line[]) => fold(lines).refused.map((one) => [one.seq, one.refusal.error])
const second = (seq: number) => line(seq, "begin-edition", { edition: 2, signature: "s" }, { editionSigned: true })

describe("versions and editions", () => {
  test("an older version is lifted to the newest shape", () => {
    expect(fold([line(0, "say", { text: "a" })]).state.said[0]).toMatchObject({ text: "a", loud: false })
  })

  test("only the version in force at that place is read", () => {
    expect(codes([line(0, "say", { text: "a", loud: true }, { v: 2 })])).toEqual([[0, "version-not-in-force"]])
    expect(codes([second(0), line(1, "say", { text: "a" })])).toEqual([[1, "version-not-in-force"]])
    expect(codes([second(0), line(1, "say", { text: "a", loud: true }, { v: 2 })])).toEqual([])
  })

  test("a stricter rule does not unsay what was said in the edition before", () => {
    const folded = fold([line(0, "say", { text: "" }), second(1), line(2, "say", { text: "", loud: true }, { v: 2 })])
    expect(folded.state.said).toHaveLength(1)
    expect(folded.refused.map((one) => one.refusal.error)).toEqual(["silent"])
  })

  test("at an unknown edition the fold stops for good, whatever comes after", () => {
    const third = line(2, "begin-edition", { edition: 3, signature: "s" }, { editionSigned: true })
    const stopped = fold([line(0, "say", { text: "a" }), second(1), third, line(3, "say", { text: "b", loud: true }, { v: 2 })])
    expect(stopped).toMatchObject({ beyond: 2, seq: 1, edition: 2 })
    expect(foldStream(kind, stopped, [line(4, "say", { text: "c", loud: true }, { v: 2 })], env)).toBe(stopped)
  })
})

describe("what is refused stays, with its author, and changes nothing", () => {
  test.each([
    ["no object at all", "noise", "wrong-type"],
    ["an unknown key outside", { does: "say", v: 1, id: "x", at: 1, input: { text: "a" }, why: 1 }, "unknown-key"],
    ["an unknown action", { does: "shout", v: 1, id: "x", at: 1, input: {} }, "unknown-action"],
    ["a name that every object has", { does: "constructor", v: 1, id: "x", at: 1, input: {} }, "unknown-action"],
    ["an unknown key inside", { does: "say", v: 1, id: "x", at: 1, input: { text: "a", extra: 1 } }, "unknown-key"],
    ["a float where a moment belongs", { does: "say", v: 1, id: "x", at: 1.5, input: { text: "a" } }, "malformed"],
  ])("%s", (_what, plain, error) => {
    const folded = fold([{ seq: 0, hash: "0".repeat(64), by: "mallory", plain }])
    expect(folded.state).toEqual(kind.empty)
    expect(folded.refused).toMatchObject([{ seq: 0, by: "mallory", refusal: { error } }])
  })
})

describe("duplicates", () => {
  test("a second entry with a known id folds to nothing, whoever sends it and whatever it says", () => {
    const once = fold([line(0, "say", { text: "a" })])
    const twice = fold([line(0, "say", { text: "a" }), line(1, "say", { text: "b" }, { id: "i0", by: "boris" })])
    expect(twice.state).toEqual(once.state)
    expect(twice.refused).toEqual([])
  })
})

test("lines out of order are a bug, not a refusal", () => {
  expect(() => fold([line(1, "say", { text: "a" }), line(1, "say", { text: "b" })])).toThrow(RangeError)
})

const anything: fc.Arbitrary<(seq: number) => Line> = fc.oneof(
  fc.tuple(fc.constantFrom("a", "b", "c", ""), fc.constantFrom("anna", "boris"), fc.integer({ min: 1, max: 2 })).map(
    ([text, by, version]) =>
      (seq: number) =>
        line(seq, "say", version === 1 ? { text } : { text, loud: true }, { by, v: version }),
  ),
  fc.integer({ min: 0, max: 12 }).map((at) => (seq: number) => line(seq, "strike", { seq: at, why: "w" })),
  fc.integer({ min: 0, max: 12 }).map((at) => (seq: number) => line(seq, "say", { text: "again" }, { id: `i${at}` })),
  fc.constant((seq: number) => ({ ...line(seq, "say", {}), plain: { broken: true } })),
  fc.tuple(fc.integer({ min: 2, max: 3 }), fc.boolean()).map(
    ([edition, editionSigned]) =>
      (seq: number) =>
        line(seq, "begin-edition", { edition, signature: "s" }, { editionSigned }),
  ),
)

test("pages do not matter: fold(fold(start, a), b) = fold(start, a ++ b), and nothing given is changed", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 24 }), fc.nat(24), (makers, cut) => {
      const lines = makers.map((make, seq) => make(seq))
      const whole = fold(lines)
      const before = JSON.stringify(lines)
      const paged = foldStream(kind, fold(lines.slice(0, cut)), lines.slice(cut), env)
      expect(paged).toEqual(whole)
      expect(JSON.stringify(lines)).toBe(before)
      // A folded state survives being kept as JSON.
      expect(foldStream(kind, JSON.parse(JSON.stringify(fold(lines.slice(0, cut)))), lines.slice(cut), env)).toEqual(whole)
    }),
  )
})
