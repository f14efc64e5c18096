// Where a refusal points, and by which code.
import * as v from "valibot"
import { expect, test } from "vitest"
import { isRefusal, pointer, refusal, refusalFromIssues } from "./refusal.ts"

const Schema = v.strictObject({ name: v.string(), list: v.optional(v.array(v.pipe(v.string(), v.maxLength(3)))) })
const from = (given: unknown) => {
  const parsed = v.safeParse(Schema, given)
  return parsed.success ? null : refusalFromIssues(parsed.issues)
}

test("a pointer escapes what RFC 6901 escapes", () => expect(pointer(["a/b", 0, "c~d"])).toBe("/a~1b/0/c~0d"))
test("a missing key, a wrong type and a long text are told apart", () => {
  expect(from({})).toEqual({ error: "missing", at: "/name" })
  expect(from({ name: 1 })).toEqual({ error: "wrong-type", at: "/name" })
  expect(from({ name: "", list: ["a", "abcd"] })).toEqual({ error: "too-long", at: "/list/1", params: { limit: 3 } })
  expect(from(7)).toEqual({ error: "wrong-type", at: "" })
})
test("an unknown key is told before what it may have been meant for", () =>
  expect(from({ nam: "x" })).toEqual({ error: "unknown-key", at: "/nam" }))
test("a refusal holds only what was said", () => {
  expect(refusal("not-opened")).toEqual({ error: "not-opened" })
  expect(isRefusal(refusal("x", "/a", { n: 1 }))).toBe(true)
  expect(isRefusal({ ok: true })).toBe(false)
})
