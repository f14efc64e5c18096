// How a case begins.
import { expect, test } from "vitest"
import { storyHash } from "../../stream/story.ts"
import { storyPins } from "../story.ts"
import { caseStory } from "../story.ts"

test("a case is opened once, under a policy that ships", () => {
  const { says, tells } = caseStory()
  expect(says("anna", "open-case", { policy: { id: "story/1", version: 1, hash: storyHash("edited") } }).refusal?.error).toBe(
    "policy-unknown",
  )
  tells("anna", "open-case", { policy: storyPins[0] })
  expect(says("boris", "open-case", { policy: storyPins[0] }).refusal?.error).toBe("already-opened")
})

test("nothing happens in a case that was not opened", () => {
  expect(caseStory().says("anna", "take-case", { owner: "anna" }).refusal?.error).toBe("not-opened")
})
