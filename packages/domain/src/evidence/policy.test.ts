// A policy's text for hashing, and what changes when Canada decides.
import fc from "fast-check"
import { expect, test } from "vitest"
import { documentOf, instrumentStates, type Policy, policyText } from "./policy.ts"

test("the text does not depend on the order in which keys were written", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.integer()))), (some) => {
      const turned = Object.fromEntries(Object.entries(some).reverse())
      expect(policyText(turned as unknown as Policy)).toBe(policyText(some as unknown as Policy))
    }),
  )
})
test("the text reads back as the same policy", () => {
  const some = { b: [1, { d: "é", c: true }], a: null }
  expect(JSON.parse(policyText(some as unknown as Policy))).toEqual(some)
  expect(policyText(some as unknown as Policy)).toBe('{"a":null,"b":[1,{"c":true,"d":"é"}]}')
})
test("fractions have no place in it", () => expect(() => policyText({ a: 0.5 } as unknown as Policy)).toThrow())
test("only in force is it a decision", () => {
  expect(instrumentStates.filter((state) => documentOf({ state, sentence: "" }) === "decision")).toEqual(["IN_FORCE"])
})
