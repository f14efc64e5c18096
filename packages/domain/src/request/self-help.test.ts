// How long a lawyer's reading holds.
import { expect, test } from "vitest"
import { plainDateOf } from "../time/plain-date.ts"
import { selfHelpHolds, selfHelpText } from "./self-help.ts"

const on = plainDateOf("2026-10-01")

test.each([
  ["2026-10-01", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
  ["2026-09-30", false],
])("read on 1 October, it holds on %s: %s", (today, holds) => expect(selfHelpHolds(on, plainDateOf(today))).toBe(holds))

test("what nobody has read holds never", () => expect(selfHelpHolds(null, on)).toBe(false))

test("the text of a reading is another as soon as one word in one language or one source is", () => {
  const steps = (word: string) => ({ steps: [{ title: "1", text: [word] }] })
  const help = { reviewedOn: null, reviewedBy: null, sources: ["a"], texts: { en: steps("a"), fr: steps("b"), ru: steps("c") } }
  const others = [{ sources: ["b"] }, { sources: [] }, { texts: { ...help.texts, fr: steps("d") } }]
  expect(new Set([help, ...others.map((more) => ({ ...help, ...more }))].map(selfHelpText)).size).toBe(4)
  // When it was read before says nothing of what is read.
  expect(selfHelpText({ ...help, reviewedOn: on, reviewedBy: "lawyer" })).toBe(selfHelpText(help))
})
