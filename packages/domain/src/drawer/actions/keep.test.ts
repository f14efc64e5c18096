// Things kept under a name.
import { expect, test } from "vitest"
import { drawerStory } from "../story.ts"
import { kept } from "../views.ts"

test("the last value under a name is kept, and null throws it away", () => {
  const story = drawerStory()
  story.tells("anna", "keep", { name: "view:today", value: { sort: "hours" } })
  story.tells("anna", "keep", { name: "view:today", value: { sort: "owner" } })
  expect(kept(story.state, "view:today")).toEqual({ sort: "owner" })
  expect(story.state.kept).toHaveLength(1)
  story.tells("anna", "keep", { name: "view:today", value: null })
  expect(story.state.kept).toEqual([])
})

test("a drawer is no archive", () => {
  expect(drawerStory().says("anna", "keep", { name: "draft", value: "x".repeat(70_000) }).refusal?.error).toBe("too-long")
})
