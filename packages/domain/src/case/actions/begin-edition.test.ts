// Editions go up by one, signed.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("an edition goes up by exactly one", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "begin-edition", { edition: 3, signature: "s" }, { editionSigned: true }).refusal?.error).toBe(
    "edition-out-of-order",
  )
})

test("without the release key's signature nothing begins", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "begin-edition", { edition: 2, signature: "s" }, { editionSigned: false }).refusal?.error).toBe(
    "edition-unsigned",
  )
  expect(story.folded).toMatchObject({ edition: 1, beyond: null })
})

test("at an edition it does not know the fold stops and keeps what came before", () => {
  const story = caseStory()
  story.opens()
  const { seq } = story.says("anna", "begin-edition", { edition: 2, signature: "s" }, { editionSigned: true })
  story.says("anna", "take-case", { owner: "anna" })
  expect(story.folded.beyond).toBe(seq)
  expect(story.state.owners).toEqual([])
  expect(story.state.opened).not.toBeNull()
})
