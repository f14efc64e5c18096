// A sentence for everyone.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { noticeFor } from "../views.ts"

test("a notice ends with its hour or when it is taken down", () => {
  const story = registerStory()
  story.tells("anna", "set-notice", { where: "portal", text: { en: "Answers take two days." }, until: 100 })
  expect(noticeFor(story.state, "portal", 99)).toEqual({ en: "Answers take two days." })
  expect(noticeFor(story.state, "portal", 100)).toBeNull()
  expect(noticeFor(story.state, "desk", 99)).toBeNull()
  story.tells("anna", "set-notice", { where: "portal", text: null })
  expect(noticeFor(story.state, "portal", 1)).toBeNull()
})
