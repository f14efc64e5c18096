// What may leave about one person. Everyone here is invented.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "../refusal.ts"
import { type AnnexAllow, annexRow } from "./annex.ts"

const allow: AnnexAllow = {
  columns: [
    { key: "sequence", form: "number", required: true },
    { key: "surname", form: "text", required: true },
    { key: "born", form: "date" },
    { key: "needsMedical", form: "yes-no" },
    { key: "finding", form: "sentences" },
  ],
}
const never = { keys: ["health", "vouchers"], texts: ["Семёнова"] }
const facts = { sequence: 1, surname: "Orlov", born: "1990-04-03", needsMedical: true }

describe("a row of an annex", () => {
  test("holds listed facts only", () => expect(annexRow({ ...facts, city: "Kazan", mood: "calm" }, allow, never)).toEqual(facts))
  test("is refused when a never-disclose fact was handed in", () =>
    expect(annexRow({ ...facts, health: "asthma" }, allow, never)).toEqual({ error: "never-disclose", at: "/health" }))
  test("is refused when a never-disclose text hides inside an allowed one", () => {
    expect(annexRow({ ...facts, finding: "Со слов СЕМЕНОВА  Ольга." }, allow, never)).toEqual({ error: "never-disclose", at: "/finding" })
  })
  test("keeps a medical need to a yes or a no", () =>
    expect(annexRow({ ...facts, needsMedical: "insulin" }, allow, never)).toEqual({ error: "annex-not-yes-no", at: "/needsMedical" }))
  test("keeps a name to one line", () =>
    expect(annexRow({ ...facts, surname: "Orlov\nmember of X" }, allow, never)).toMatchObject({ error: "annex-more-than-one-line" }))
  test("needs its required facts", () =>
    expect(annexRow({ sequence: 1 }, allow, never)).toEqual({ error: "annex-fact-missing", at: "/surname" }))
  test("leaves out what nobody knows", () =>
    expect(annexRow({ ...facts, born: null }, allow, never)).toEqual({ sequence: 1, surname: "Orlov", needsMedical: true }))
  test("never has a key that is not listed, whatever is handed in", () => {
    const listed = new Set(allow.columns.map((column) => column.key))
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())), (more) => {
        const row = annexRow({ ...more, ...facts }, allow, never)
        expect(isRefusal(row) || Object.keys(row).every((key) => listed.has(key))).toBe(true)
      }),
    )
  })
})
