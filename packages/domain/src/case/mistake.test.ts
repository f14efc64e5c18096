// What cannot have been as it was typed stops whoever types it, and never a fold: an older history goes on folding.
import { describe, expect, test } from "vitest"
import { storyStart } from "../stream/story.ts"
import { mayDoCase, type CaseAct } from "./fold.ts"
import { mistakeIn } from "./mistake.ts"
import { caseStory } from "./story.ts"

const family = () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "describe-person", { person: "pavel", born: "1985-06-30" })
  story.tells("anna", "record-custody", {
    person: "pavel",
    where: "detained",
    facility: { code: "WINNCOR" },
    since: "2026-09-01",
    how: "locator",
  })
  return story
}
const mistake = (story: ReturnType<typeof caseStory>, act: CaseAct) => mistakeIn(story.folded.state, act, storyStart)
const event = (more: object): CaseAct => ({ does: "record-event", input: { person: "pavel", event: more } })
const custody = (more: object): CaseAct => ({ does: "record-custody", input: { person: "pavel", how: "call", facility: {}, ...more } })
const consent = (more: object): CaseAct => ({
  does: "give-consent",
  input: {
    id: "c",
    consent: {
      person: "pavel",
      scope: "INTAKE",
      givenBy: { who: "person" },
      how: "written",
      version: 1,
      language: "ru",
      at: storyStart,
      ...more,
    },
  },
})

describe("refused at its field, with what the sentence needs", () => {
  test.each<[string, string, CaseAct]>([
    ["before-birth", "/event/on", event({ type: "parole.poe", on: "1985-06-29" })],
    ["before-birth", "/event/at", event({ type: "custody.detained", at: "1984-09-01T10:00:00-05:00" })],
    ["before-birth", "/since", custody({ since: "1926-09-01" })],
    [
      "before-birth",
      "/on",
      { does: "record-decision", input: { person: "pavel", government: "US", reference: "r", outcome: "o", on: "1900-01-01" } },
    ],
    ["before-birth", "/consent/at", consent({ at: 0 })],
    ["in-the-future", "/event/on", event({ type: "ij.decision", on: "2027-02-01", outcome: "DENIED_REMOVAL" })],
    ["in-the-future", "/event/on", event({ type: "habeas.filed", on: "2027-02-01" })],
    ["in-the-future", "/since", custody({ since: "2027-02-01" })],
    ["in-the-future", "/confirmed", custody({ since: "2026-09-02", confirmed: "2027-02-01" })],
    ["in-the-future", "/at", { does: "record-removal", input: { person: "pavel", to: "RU", at: "2027-02-01" } }],
    ["in-the-future", "/at", { does: "record-arrival", input: { person: "pavel", at: "2027-02-01", country: "CA" } }],
    [
      "in-the-future",
      "/on",
      { does: "record-decision", input: { person: "pavel", government: "CA", reference: "r", outcome: "o", on: "2027-02-01" } },
    ],
    ["in-the-future", "/consent/at", consent({ at: storyStart + 2 * 3_600_000 })],
    ["ends-before-it-begins", "/consent/until", consent({ until: storyStart - 1 })],
    ["release-before-detention", "/event/at", event({ type: "custody.released", at: "2026-08-31" })],
    ["release-before-detention", "/since", custody({ where: "free", since: "2026-08-31" })],
    ["confirmed-before-since", "/confirmed", custody({ since: "2026-11-10", confirmed: "2026-11-01" })],
    ["born-in-future", "/born", { does: "describe-person", input: { person: "pavel", born: "2030-01-01" } }],
    ["born-too-long-ago", "/born", { does: "describe-person", input: { person: "pavel", born: "1902-06-30" } }],
    ["born-after-event", "/born", { does: "describe-person", input: { person: "pavel", born: "2026-09-02" } }],
  ])("%s at %s", (code, at, act) => {
    const story = family()
    expect(mistake(story, act)).toMatchObject({ error: code, at })
    // The fold takes it: what somebody once sealed stands until it is struck.
    expect(mayDoCase(story.folded, act, { by: "anna", at: storyStart }, story.env)).toBeNull()
  })
})

describe("let through", () => {
  test.each<[string, CaseAct]>([
    ["what is announced", event({ type: "hearing.scheduled", at: "2027-02-01T09:00:00-05:00", kind: "master" })],
    ["the day of the birth itself", event({ type: "parole.poe", on: "1985-06-30" })],
    ["a release on the day of the detention", event({ type: "custody.released", at: "2026-09-01" })],
    ["a decision dated tomorrow where tomorrow has begun", event({ type: "bia.decision", on: "2026-11-22", outcome: "dismissed" })],
    ["a consent within the hour, by a clock that goes fast", consent({ at: storyStart + 60_000 })],
  ])("%s", (_, act) => expect(mistake(family(), act)).toBeNull())

  test("a release of somebody of whose detention nothing is on record", () => {
    const story = caseStory()
    story.opensWithFamily()
    story.tells("anna", "add-person", { person: "new", relation: "sibling", names: [{ script: "latin", surname: "N" }] })
    expect(
      mistake(story, { does: "record-custody", input: { person: "new", where: "free", since: "2020-01-01", how: "family" } }),
    ).toBeNull()
  })
})
