// Two lanes, and neither gates the other.
import { describe, expect, test } from "vitest"
import { caseStory, storyPolicy } from "../story.ts"
import { canadaLane, protectionLane, rungOf, stageOf } from "./lanes.ts"

test("a thin dossier leaves the protection lane whole", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", {
    person: "pavel",
    since: "2026-11-02",
    how: "locator",
    facility: { code: "IWAHOLD", staging: true },
  })
  story.tells("anna", "record-counsel", { person: "pavel", name: "R. Advocate", for: "custody", onlyThroughCounsel: true })
  expect(canadaLane(story.state, "pavel", storyPolicy).rung).toBe("not-begun")
  expect(protectionLane(story.state, "pavel")).toMatchObject({ where: { facility: { staging: true } }, onlyThroughCounsel: true })
})

test("the place is confirmed by whatever confirmed it last: a look at the locator or a record of custody", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "record-custody", { person: "pavel", since: "2026-11-02", confirmed: "2026-11-05", how: "family" })
  story.tells("anna", "record-event", { person: "pavel", event: { type: "custody.confirmed", at: "2026-11-20", how: "locator" } })
  expect(protectionLane(story.state, "pavel").confirmed).toBe("2026-11-20")
})

describe("the road to Canada", () => {
  test("rises rung by rung, and the case stands where its furthest person stands", () => {
    const story = caseStory()
    story.opensWithFamily()
    const rung = () => canadaLane(story.state, "pavel", storyPolicy).rung
    expect([rung(), stageOf(story.state)]).toEqual(["not-begun", "opened"])
    story.proves()
    expect([rung(), stageOf(story.state)]).toEqual(["evidenced", "in-verification"])
    story.readsBlind()
    expect(rung()).toBe("standard-met")
    const { hash } = story.recommends()
    expect([rung(), stageOf(story.state)]).toEqual(["recommended", "waiting-signature"])
    story.tells("boris", "approve", { entry: hash })
    expect([rung(), stageOf(story.state)]).toEqual(["found", "found"])
    story.consents("pavel", "TRANSFER_LEGAL_EFFECTS")
    story.tells("anna", "plan-transfer", {
      transfer: "t",
      person: "pavel",
      vehicle: "OSUP_RELEASE_AND_TRAVEL",
      on: "2026-12-10",
      route: "by road",
    })
    expect(rungOf(story.state, "pavel")).toBe("transfer-planned")
    story.tells("anna", "hand-over", {
      transfer: "t",
      person: "pavel",
      at: "2026-12-10",
      place: "p",
      receivedBy: "r",
      identityChecked: true,
    })
    expect(rungOf(story.state, "pavel")).toBe("handed-over")
    story.tells("anna", "record-arrival", { person: "pavel", at: "2026-12-10" })
    expect([rung(), stageOf(story.state)]).toEqual(["arrived", "arrived"])
  })

  test("two readers who have not both shown do not meet the standard", () => {
    const story = caseStory()
    story.opensWithFamily()
    story.proves()
    story.readsBlind("picket", ["established", "unsure"])
    expect(canadaLane(story.state, "pavel", storyPolicy).rung).toBe("evidenced")
  })
})
