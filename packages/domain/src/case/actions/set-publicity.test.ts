// May it be spoken of.
import { expect, test } from "vitest"
import { publicityOf } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("never said means no", () => {
  const story = caseStory()
  story.opens()
  expect(publicityOf(story.state)).toBe("no")
  story.tells("anna", "set-publicity", { publicity: "ask" })
  expect(publicityOf(story.state)).toBe("ask")
})
