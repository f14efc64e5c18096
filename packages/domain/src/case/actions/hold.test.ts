// Waiting until.
import { expect, test } from "vitest"
import { holdOf } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a later hold replaces the earlier, and null lifts it", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "hold", { until: "2026-12-01", why: "the hearing" })
  expect(holdOf(story.state)?.until).toBe("2026-12-01")
  story.tells("anna", "hold", { until: null, why: "moved forward" })
  expect(holdOf(story.state)).toBeNull()
})
