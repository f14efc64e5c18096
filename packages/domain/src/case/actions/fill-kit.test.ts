// The ready kit.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"
import { kitItems, kitOf } from "../views/kit.ts"
import { kitGathered } from "./fill-kit.ts"

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

test("each of the eight is settable, one after the other, and each only for whom it was gathered", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(here(story, "dina")).toEqual([])
  const fills = kitGathered.map((item) => [item, "fill-kit", { person: "dina", item, note: "In the blue folder." }] as const)
  const consent = (scope: string) => ({
    id: `dina-${scope}`,
    consent: { person: "dina", scope, givenBy: { who: "person" }, how: "written", version: 1, language: "ru", at: 0 },
  })
  const steps: readonly (readonly [item: string | null, does: string, input: object])[] = [
    ["a-number", "describe-person", { person: "dina", aNumbers: ["A087654322"] }],
    ["counsel", "record-counsel", { person: "dina", name: "J. Example", for: "all", since: "2026-11-01" }],
    [null, "give-consent", consent("SHARE_IRCC")],
    ["consents", "give-consent", consent("SHARE_US_STATE_DHS_MIN")],
    ...fills,
  ]
  const settled = new Set<string>()
  for (const [item, does, input] of steps) {
    story.tells("anna", does, input)
    if (item !== null) settled.add(item)
    expect(new Set(here(story, "dina")), does).toEqual(settled)
  }
  expect([...settled].toSorted()).toEqual([...kitItems].toSorted())
  expect(settled.size).toBe(8)
  expect(here(story, "maya")).toEqual([])
  story.tells("anna", "withdraw-consent", { consent: "dina-SHARE_IRCC", why: "She wrote.", by: "person" })
  expect(here(story, "dina")).toHaveLength(7)
})

test("says what is here by a note or a file of the case, of somebody in the family", () => {
  const story = caseStory()
  story.opensWithFamily()
  const filled = { person: "pavel", item: "order-copy" }
  expect(story.says("anna", "fill-kit", filled).refusal?.error).toBe("text-missing")
  expect(story.says("anna", "fill-kit", { ...filled, file: `${"f".repeat(25)}a` }).refusal?.error).toBe("unknown-file")
  expect(story.says("anna", "fill-kit", { ...filled, person: "sasha", note: "x" }).refusal?.error).toBe("unknown-person")
})
