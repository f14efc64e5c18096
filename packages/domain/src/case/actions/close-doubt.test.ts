// Answers to doubts.
import { expect, test } from "vitest"
import { judge } from "../../evidence/standard.ts"
import { storyPolicy } from "../story.ts"
import { dossierOf } from "../views/dossier.ts"
import { caseStory } from "../story.ts"

test("a doubt closed with a reason no longer bars; without a reason it is not closed", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.readsBlind()
  story.tells("vera", "raise-doubt", { doubt: "d", claim: "picket", text: "the date differs" })
  expect(story.says("anna", "close-doubt", { doubt: "d", reason: "  " }).refusal?.error).toBe("reason-missing")
  story.tells("anna", "close-doubt", { doubt: "d", reason: "old calendar on the stamp" })
  expect(judge(dossierOf(story.state, "pavel"), storyPolicy.standard).met).toBe(true)
  expect(story.says("anna", "close-doubt", { doubt: "d", reason: "again" }).refusal?.error).toBe("doubt-closed")
})
