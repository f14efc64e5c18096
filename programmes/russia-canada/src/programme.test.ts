// The programme supplies what the domain asks for: by type, and with something in it.
import type { Programme } from "@safe-conduct/domain/programme"
import { expect, test } from "vitest"
import { programme } from "./index.ts"

test("a desk is given one policy that judges and the law it looks dates up in", () => {
  const given: Programme = { policy: programme.currentPolicy, law: programme.law }
  expect(programme.policies[given.policy.id]).toBe(given.policy)
  expect(given.law.rules.length).toBeGreaterThan(0)
})
