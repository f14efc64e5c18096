// Advice is asked before sealing and is never law: the fold takes what advice would have warned of.
import { describe, expect, test } from "vitest"
import { storyStart } from "../stream/story.ts"
import { adviseCase } from "./advise.ts"
import { mayDoCase, offerCase, type CaseAct } from "./fold.ts"
import { caseStory } from "./story.ts"

const acting = { by: "anna", at: storyStart }
const codes = (story: ReturnType<typeof caseStory>, act: CaseAct, roles?: ("caseworker" | "decider")[]) =>
  adviseCase(story.folded, act, { ...acting, ...(roles === undefined ? {} : { roles }) }, story.env).map((one) => one.error)
const family = () => {
  const story = caseStory()
  story.opensWithFamily()
  return story
}

describe("what seems odd is said, and is nevertheless lawful", () => {
  test.each<[string, CaseAct]>([
    ["standard-not-met", { does: "recommend", input: null }],
    [
      "order-without-until",
      { does: "record-event", input: { person: "pavel", event: { type: "court.order", kind: "temporary-stay", on: "2026-11-10" } } },
    ],
    ["place-missing", { does: "record-custody", input: { person: "pavel", since: "2026-11-10", how: "call" } }],
    [
      "facility-unknown",
      { does: "record-custody", input: { person: "pavel", facility: { name: "some barracks" }, since: "2026-11-10", how: "call" } },
    ],
    [
      "day-month-ambiguous",
      { does: "add-person", input: { person: "n", relation: "child", names: [{ script: "latin", surname: "N" }], born: "2019-03-04" } },
    ],
    ...(["consent-interpreter-needed", "consent-second-witness-needed", "consent-read-back-needed"] as const).map(
      (code): [string, CaseAct] => [
        code,
        {
          does: "give-consent",
          input: {
            id: "o",
            consent: {
              person: "pavel",
              scope: "SHARE_US_STATE_DHS_MIN",
              givenBy: { who: "person" },
              how: "oral",
              version: 1,
              language: "ru",
              at: storyStart,
            },
          },
        },
      ],
    ),
    [
      "kept-as-reported",
      {
        does: "give-consent",
        input: {
          id: "c",
          consent: {
            person: "pavel",
            scope: "MEDIA",
            givenBy: { who: "asker" },
            how: "reported",
            version: 1,
            language: "ru",
            at: storyStart,
          },
        },
      },
    ],
    ["no-hand-over-recorded", { does: "record-arrival", input: { person: "pavel", at: "2026-11-20", country: "CA" } }],
  ])("%s", (code, act) => {
    const story = family()
    const whole =
      act.does === "recommend"
        ? { ...act, input: story.recommendation("pavel", { saw: { seq: story.folded.seq, hash: story.folded.hash } }) }
        : act
    expect(codes(story, whole)).toContain(code)
    expect(mayDoCase(story.folded, whole, acting, story.env)).toBeNull()
  })
})

test("a role that the policy does not name for this act is advised against, where roles are known", () => {
  const story = family()
  story.proves()
  const { hash } = story.recommends()
  const act: CaseAct = { does: "approve", input: { entry: hash, saw: { seq: story.folded.seq, hash: story.folded.hash } } }
  expect(codes(story, act, ["caseworker"])).toEqual(["not-your-role"])
  expect(codes(story, act, ["decider"])).toEqual([])
  expect(codes(story, act)).toEqual([])
})

test("what the fold would refuse is known before sealing: the same member's second signature, a greyed button", () => {
  const story = family()
  story.proves()
  const { hash } = story.recommends("anna")
  const act: CaseAct = { does: "approve", input: { entry: hash, saw: { seq: story.folded.seq, hash: story.folded.hash } } }
  expect(mayDoCase(story.folded, act, acting, story.env)?.error).toBe("same-member")
  expect(mayDoCase(story.folded, act, { ...acting, by: "boris" }, story.env)).toBeNull()
  expect(offerCase(story.folded, "open-case", acting, story.env)?.error).toBe("already-opened")
  expect(offerCase(story.folded, "take-case", acting, story.env)).toBeNull()
})
