// The week of duty as a line of the register.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"

const line = { day: 1, from: "08:00", until: "20:00", members: ["anna"] }

test("each week that is set stands behind the one before", () => {
  const story = registerStory()
  story.tells("anna", "set-rota", { timeZone: "America/New_York", lines: [line] })
  story.tells("boris", "set-rota", { timeZone: "America/New_York", lines: [] })
  expect(story.state.rotas?.map(({ lines, made }) => [lines.length, made.by])).toEqual([
    [1, "anna"],
    [0, "boris"],
  ])
})

test("a line names somebody, and its hours are half hours", () => {
  const story = registerStory()
  const refused = (over: object) =>
    story.says("anna", "set-rota", { timeZone: "America/New_York", lines: [{ ...line, ...over }] }).refusal?.error
  expect(refused({ members: [] })).toBe("nobody-named")
  expect(refused({ until: "20:10" })).toBe("not-a-half-hour")
  expect(story.says("anna", "set-rota", { timeZone: "+03:00", lines: [line] }).refusal?.error).toBe("bad-time-zone")
  expect(story.state.rotas ?? []).toEqual([])
})
