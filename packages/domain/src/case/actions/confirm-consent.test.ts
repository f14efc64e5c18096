// One pair of ears at night, a second by the next day.
import { describe, expect, test } from "vitest"
import { storyStart } from "../../stream/story.ts"
import { card } from "../card.ts"
import { consentsOf, coverOf } from "../consents.ts"
import { caseStory, storyPolicy } from "../story.ts"
import { secondAwaited } from "../views/second-ears.ts"

const HOUR = 3_600_000
const given = storyStart
const spoken = (over: object = {}) => ({
  id: "by-phone",
  consent: {
    person: "pavel",
    scope: "SHARE_IRCC",
    givenBy: { who: "person" },
    how: "oral",
    interpreter: "own-language",
    readBack: true,
    version: 1,
    language: "ru",
    at: given,
    ...over,
  },
})
const heard = (over: object = {}) => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "give-consent", spoken(over))
  return story
}
const confirms = (story: ReturnType<typeof caseStory>, by = "boris") => story.says(by as never, "confirm-consent", { consent: "by-phone" })
const cover = (story: ReturnType<typeof caseStory>, hours: number) =>
  coverOf(story.state, storyPolicy, "pavel", "SHARE_IRCC", given + hours * HOUR)

describe("a spoken consent that one member took alone", () => {
  test("goes to no government before another member has heard it, and lapses at the same hour as before", () => {
    const story = heard()
    expect(cover(story, 2)).toMatchObject({ ok: false, missing: "consent-second-witness-needed" })
    expect(confirms(story).refusal).toBeNull()
    expect(cover(story, 71)).toMatchObject({ ok: true, writtenDue: given + 72 * HOUR })
    expect(cover(story, 72)).toMatchObject({ ok: false, missing: "consent-written-overdue" })
  })

  test("is not confirmed by whoever took it, nor twice, nor when it was taken back or is on paper", () => {
    const story = heard()
    expect(confirms(story, "anna").refusal?.error).toBe("consent-heard-by-you")
    expect(confirms(story).refusal).toBeNull()
    expect(confirms(story, "vera").refusal?.error).toBe("consent-confirmed")
    expect(story.says("boris", "confirm-consent", { consent: "none" }).refusal?.error).toBe("unknown-consent")
    const taken = heard()
    taken.tells("anna", "withdraw-consent", { consent: "by-phone", why: "He rang.", by: "person" })
    expect(confirms(taken).refusal?.error).toBe("already-withdrawn")
    expect(confirms(heard({ how: "written" })).refusal?.error).toBe("consent-not-spoken")
  })

  test("is taken anew once its clock has run out, which begins another", () => {
    const story = heard({ at: given - 72 * HOUR })
    expect(confirms(story).refusal?.error).toBe("consent-written-overdue")
    story.tells("anna", "give-consent", { ...spoken({ at: given }), id: "again" })
    expect(story.says("boris", "confirm-consent", { consent: "again" }).refusal).toBeNull()
    expect(cover(story, 71).ok).toBe(true)
  })

  test("waits for the second on the case's card until she has spoken, whatever it is for", () => {
    const story = heard({ scope: "CONTACT_COUNSEL", interpreter: undefined, readBack: undefined })
    expect(secondAwaited(story.state)).toMatchObject([{ person: "pavel", scope: "CONTACT_COUNSEL", by: "anna", at: given }])
    expect(card(story.state).second).toEqual([{ person: "pavel", by: "anna", at: given }])
    const { seq } = story.tells("boris", "confirm-consent", { consent: "by-phone" })
    expect(secondAwaited(story.state)).toEqual([])
    expect(card(story.state).second).toBeUndefined()
    expect(consentsOf(story.state, "pavel")[0]?.confirmed).toMatchObject({ by: "boris" })
    story.tells("boris", "strike", { seq, why: "Another man of that name." })
    expect(secondAwaited(story.state)).toHaveLength(1)
  })

  test("waits for nobody where two heard it, where it is on paper by now, or where somebody else said it", () => {
    expect(secondAwaited(heard({ witness: "Борис" }).state)).toEqual([])
    expect(secondAwaited(heard({ givenBy: { who: "asker" } }).state)).toEqual([])
    const story = heard()
    story.consents("pavel", "SHARE_IRCC")
    expect(secondAwaited(story.state)).toEqual([])
  })
})
