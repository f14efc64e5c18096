// Who asked and what each may know; which consents and counsel feed the clock.
import { expect, test } from "vitest"
import { caseStory, wifesMailbox } from "../story.ts"
import { eventsOf } from "./clock-facts.ts"
import { askers } from "./people.ts"
import { pendingReadings } from "./work.ts"
import { storyHash } from "../../stream/story.ts"
import { timeline } from "./timeline.ts"

test("an asker may hear what she sent, and more only when he agreed to her being told", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  const about = {
    person: "pavel",
    scope: "FAMILY_DISCLOSURE",
    about: "Дина Пробная",
    givenBy: { who: "person" },
    how: "written",
    version: 1,
    language: "ru",
    at: 1,
  }
  expect(askers(story.state)[0]?.mayKnow).toEqual([
    { person: "pavel", what: "own-words-only" },
    { person: "maya", what: "own-words-only" },
  ])
  story.tells("anna", "give-consent", { id: "f", consent: about })
  expect(askers(story.state)[0]?.mayKnow[0]).toEqual({ person: "pavel", what: "agreed" })
  story.tells("anna", "withdraw-consent", { consent: "f", why: "w", by: "person" })
  expect(askers(story.state)[0]?.mayKnow[0]?.what).toBe("own-words-only")
})

test("the last message that was answered is known", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.tells("anna", "answer-request", {
    ask: wifesMailbox,
    text: "да",
    sealedHash: storyHash("a"),
    repliesTo: { ask: wifesMailbox, seq: 3 },
  })
  story.tells("anna", "answer-request", { ask: wifesMailbox, text: "", sealedHash: storyHash("b"), status: "opened" })
  expect(askers(story.state)[0]).toMatchObject({ lastAnswered: 3 })
})

test("an oral consent for a government starts the clock for its paper; a withdrawn or reported one does not", () => {
  const story = caseStory()
  story.opensWithFamily()
  const oral = {
    person: "pavel",
    scope: "SHARE_IRCC",
    givenBy: { who: "person" },
    how: "oral",
    version: 1,
    language: "ru",
    at: Date.UTC(2026, 10, 22, 12),
  }
  story.tells("anna", "give-consent", { id: "o", consent: oral })
  story.tells("anna", "give-consent", { id: "r", consent: { ...oral, how: "reported" } })
  expect(eventsOf(story.state, "pavel")).toEqual([{ type: "consent.oral", at: "2026-11-22T12:00:00+00:00", scope: "SHARE_IRCC" }])
  story.tells("anna", "withdraw-consent", { consent: "o", why: "w", by: "person" })
  expect(eventsOf(story.state, "pavel")).toEqual([])
})

test("a half-made reading shows whom it waits for", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.tells("vera", "commit-reading", { claim: "picket", commitment: storyHash("a") })
  expect(pendingReadings(story.state)).toMatchObject([{ claim: "picket", committed: ["vera"], waitsFor: "second-reader" }])
  story.tells("boris", "commit-reading", { claim: "picket", commitment: storyHash("b") })
  expect(pendingReadings(story.state)).toMatchObject([{ waitsFor: "reveal" }])
})

test("the log hides nothing: what was refused stands there with its author", () => {
  const story = caseStory()
  story.opens()
  story.says("mallory", "record-arrival", { person: "nobody", at: "2026-11-22" })
  expect(timeline(story.folded).at(-1)).toMatchObject({
    is: "refused",
    refused: { by: "mallory", does: "record-arrival", refusal: { error: "unknown-person" } },
  })
})
