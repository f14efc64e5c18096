// More about a person.
import { expect, test } from "vitest"
import { personOf } from "../person.ts"
import { caseStory } from "../story.ts"

test("what is said later stands, what was not said again stays", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "describe-person", { person: "pavel", countryOfBirthAsRecorded: "KZ" })
  expect(personOf(story.state, "pavel")).toMatchObject({ countryOfBirth: "RU", countryOfBirthAsRecorded: "KZ", born: "1988-04-03" })
})

test("a struck description gives way to what was known before", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { seq } = story.tells("anna", "describe-person", { person: "pavel", born: "1988-03-04" })
  story.tells("boris", "strike", { seq, why: "day and month swapped" })
  expect(personOf(story.state, "pavel")?.born).toBe("1988-04-03")
})

test("nobody unknown is described", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "describe-person", { person: "nobody" }).refusal?.error).toBe("unknown-person")
})
