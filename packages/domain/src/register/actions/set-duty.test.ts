// Who is woken.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { onDuty } from "../duty.ts"

test("the order holds from its first moment until its last, and a later word replaces it", () => {
  const story = registerStory()
  story.tells("anna", "set-duty", { from: 100, until: 200, members: ["anna", "boris"] })
  story.tells("anna", "set-duty", { from: 150, until: 160, members: ["vera"] })
  expect([99, 100, 150, 160, 199, 200].map((at) => onDuty(story.state, at)[0] ?? "nobody")).toEqual([
    "nobody",
    "anna",
    "vera",
    "anna",
    "anna",
    "nobody",
  ])
  expect(story.says("anna", "set-duty", { from: 5, until: 5, members: [] }).refusal?.error).toBe("ends-before-it-begins")
})
