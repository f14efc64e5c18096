// The second signature.
import { expect, test } from "vitest"
import { storyPolicy } from "../../case/story.ts"
import { storyHash } from "../../stream/story.ts"
import { caseOlga, proposalStory } from "../story.ts"

test("whoever froze cannot approve; another can, once", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.freezes("lena")
  expect(story.says("lena", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
  expect(story.says("vera", "approve", { entry: hash }).refusal?.error).toBe("already-approved")
})

test("rows that changed after the freeze are not approved", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.freezes()
  story.adds({ case: caseOlga, person: "olga" })
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("rows-changed")
})

test("whoever signs must have seen the frozen rows", () => {
  const story = proposalStory()
  story.adds()
  const saw = { seq: story.folded.seq, hash: story.folded.hash }
  const { hash } = story.freezes()
  expect(story.says("boris", "approve", { entry: hash, saw }).refusal?.error).toBe("saw-too-early")
})

test("two ids of one person are one pair of eyes", () => {
  const story = proposalStory("referral", storyHash, { person: (id) => id.replace(/-2$/, "") })
  story.adds()
  const { hash } = story.freezes("lena")
  expect(story.says("lena-2", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
})

test("a programme that asks for a touch takes no approval without one", () => {
  const story = proposalStory("referral", storyHash, { policy: { ...storyPolicy, touchNeeded: true } })
  story.adds()
  const { hash } = story.freezes("lena")
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("touch-needed")
  story.tells("boris", "approve", { entry: hash }, { factor: "passkey" })
})
