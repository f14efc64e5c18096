// She was put on the plane.
import { expect, test } from "vitest"
import { wifesMailbox } from "../story.ts"
import { stageOf } from "../views/lanes.ts"
import { caseStory } from "../story.ts"

test("a removal is an outcome, keeps where the mailboxes stood, and is told to the clock", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.moves(wifesMailbox, 7)
  expect(story.says("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" }, { guards: [] }).refusal?.error).toBe(
    "guard-missing",
  )
  story.tells("anna", "record-removal", { person: "pavel", to: "RU", at: "2026-11-21" })
  expect(story.state.removals[0]?.mailboxes).toMatchObject([{ stream: wifesMailbox, seq: 7 }])
})

test("a family all of whom were removed stands as removed", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "add-person", { person: "sasha", relation: "principal", names: [{ script: "latin", surname: "S" }] })
  story.tells("anna", "record-removal", { person: "sasha", to: "RU", at: "2026-11-21" })
  expect(stageOf(story.state)).toBe("removed")
})
