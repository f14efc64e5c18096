// Consents as they were given.
import { expect, test } from "vitest"
import { coverOf } from "../consents.ts"
import { storyPolicy } from "../story.ts"
import { caseStory } from "../story.ts"

const now = Date.UTC(2026, 10, 23)

test("the wife's yes does not release her husband's name", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "SHARE_US_STATE_DHS_MIN", { who: "asker", name: "Дина" })
  expect(coverOf(story.state, storyPolicy, "pavel", "SHARE_US_STATE_DHS_MIN", now)).toMatchObject({
    ok: false,
    missing: "consent-by-someone-else",
  })
  story.consents("pavel", "SHARE_US_STATE_DHS_MIN", { who: "person" }, "own")
  expect(coverOf(story.state, storyPolicy, "pavel", "SHARE_US_STATE_DHS_MIN", now).ok).toBe(true)
})

test("a guardian speaks for a small child", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("maya", "SHARE_IRCC", { who: "guardian", name: "Дина Пробная" })
  expect(coverOf(story.state, storyPolicy, "maya", "SHARE_IRCC", now).ok).toBe(true)
})

test("an id names one consent, of someone in the case", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.consents("pavel", "INTAKE")
  const again = { person: "pavel", scope: "MEDIA", givenBy: { who: "person" }, how: "written", version: 1, language: "ru", at: now }
  expect(story.says("anna", "give-consent", { id: "pavel-INTAKE", consent: again }).refusal?.error).toBe("consent-known")
  expect(story.says("anna", "give-consent", { id: "new", consent: { ...again, person: "sasha" } }).refusal).toMatchObject({
    error: "unknown-person",
    at: "/consent/person",
  })
})
