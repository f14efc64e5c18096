// Two members say that a recovery was held.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { recoveriesHeld } from "../views.ts"

const use = { ceremony: 1, shares: [1, 3, 5], on: "2026-11-22", why: "both administrators lost their words" }

test("another member confirms it, once; whoever wrote it cannot", () => {
  const story = registerStory()
  const { hash } = story.tells("anna", "record-recovery", use)
  expect(recoveriesHeld(story.state)).toMatchObject([{ confirmedBy: null }])
  expect(story.says("anna", "confirm-recovery", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "confirm-recovery", { entry: hash })
  expect(recoveriesHeld(story.state)).toMatchObject([{ ceremony: 1, confirmedBy: "boris" }])
  expect(story.says("vera", "confirm-recovery", { entry: hash }).refusal?.error).toBe("already-approved")
  expect(story.says("vera", "confirm-recovery", { entry: "0".repeat(64) }).refusal?.error).toBe("nothing-to-approve")
})
