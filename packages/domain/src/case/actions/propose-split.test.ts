// Some go first.
import { expect, test } from "vitest"
import { familyReadiness } from "../views/family.ts"
import { storyPolicy } from "../story.ts"
import { caseStory } from "../story.ts"

const on = Date.UTC(2026, 10, 23)
const family = (story: ReturnType<typeof caseStory>) => familyReadiness(story.state, storyPolicy, "referral", on)

test("all together is no split", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "propose-split", { people: ["pavel", "dina", "maya"], reason: "r" }).refusal?.error).toBe("not-a-split")
})

test("a split by one member opens nothing; the second signature and the adults' own words do", () => {
  const story = caseStory()
  story.opens()
  for (const [person, relation] of [
    ["anton", "principal"],
    ["olga", "spouse"],
  ] as const) {
    story.tells("anna", "add-person", { person, relation, names: [{ script: "latin", surname: person }], born: "1980-01-01" })
  }
  story.consents("anton", "SHARE_IRCC")
  story.tells("anna", "record-wish", { person: "anton", wish: "go", how: "person" })
  const { hash } = story.tells("anna", "propose-split", { people: ["anton"], reason: "she has not decided and his flight is near" })
  expect(family(story).mayGo).toEqual([])
  expect(story.says("anna", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
  story.tells("anna", "record-wish", { person: "anton", wish: "go", how: "person", agreesToSplit: hash })
  expect(family(story)).toMatchObject({ state: "PARTIAL_CONSENTED", mayGo: ["anton"] })
})

test("a consent that comes or goes before the second signature makes it void", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { hash } = story.tells("anna", "propose-split", { people: ["pavel"], reason: "r" })
  story.consents("dina", "SHARE_IRCC")
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("changed-since")
})
