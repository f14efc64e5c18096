// The ready kit.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"
import { kitOf } from "../views/kit.ts"

const here = (story: ReturnType<typeof caseStory>, person: string) =>
  kitOf(story.state, person)
    .filter((line) => line.here)
    .map(({ item }) => item)

test("counts what a member said is here, and reads the rest where it stands", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(kitOf(story.state, "pavel")).toHaveLength(8)
  const before = here(story, "pavel")
  const { seq } = story.tells("anna", "fill-kit", { person: "pavel", item: "night-contact", note: "His sister, until two." })
  expect(here(story, "pavel")).toEqual([...before, "night-contact"])
  story.tells("anna", "record-counsel", { person: "pavel", name: "J. Example", for: "all", since: "2026-11-01" })
  expect(here(story, "pavel")).toContain("counsel")
  story.tells("boris", "strike", { seq, why: "She has moved." })
  expect(here(story, "pavel")).not.toContain("night-contact")
})

test("says what is here by a note or a file of the case, of somebody in the family", () => {
  const story = caseStory()
  story.opensWithFamily()
  const filled = { person: "pavel", item: "order-copy" }
  expect(story.says("anna", "fill-kit", filled).refusal?.error).toBe("text-missing")
  expect(story.says("anna", "fill-kit", { ...filled, file: `${"f".repeat(25)}a` }).refusal?.error).toBe("unknown-file")
  expect(story.says("anna", "fill-kit", { ...filled, person: "sasha", note: "x" }).refusal?.error).toBe("unknown-person")
})
