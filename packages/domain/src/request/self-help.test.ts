// How long a lawyer's reading holds.
import { expect, test } from "vitest"
import { plainDateOf } from "../time/plain-date.ts"
import { selfHelpHolds } from "./self-help.ts"

const on = plainDateOf("2026-10-01")

test.each([
  ["2026-10-01", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
  ["2026-09-30", false],
])("read on 1 October, it holds on %s: %s", (today, holds) => expect(selfHelpHolds(on, plainDateOf(today))).toBe(holds))

test("what nobody has read holds never", () => expect(selfHelpHolds(null, on)).toBe(false))
