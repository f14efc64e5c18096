import { expect, it } from "vitest"
import { clock } from "./two-clocks.tsx"

it("one moment reads differently on two walls, with the day where it differs", () => {
  const at = Date.parse("2026-11-24T03:00:00Z")
  expect(clock(at, "America/Chicago", "ru")).toBe("21:00")
  expect(clock(at, "Europe/Moscow", "ru")).toBe("06:00")
  expect(clock(at, "America/Chicago", "en", true)).toContain("23")
})
