// Doubts.
import { expect, test } from "vitest"
import { judge } from "../../evidence/standard.ts"
import { storyPolicy } from "../story.ts"
import { dossierOf } from "../views/dossier.ts"
import { caseStory } from "../story.ts"

test("an open doubt stands in the way of the standard", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.readsBlind()
  const met = () => judge(dossierOf(story.state, "pavel"), storyPolicy.standard).met
  expect(met()).toBe(true)
  story.tells("vera", "raise-doubt", { doubt: "d", claim: "picket", text: "the date differs" })
  expect(met()).toBe(false)
})

test("a doubt is about a claim that stands here", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("vera", "raise-doubt", { doubt: "d", claim: "picket", text: "x" }).refusal?.error).toBe("unknown-claim")
})
