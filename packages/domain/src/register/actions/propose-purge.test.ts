// The first signature: what goes, why, until when; it destroys nothing.
import { expect, test } from "vitest"
import { purgedHeads, purgesOf } from "../purge.ts"
import { purgedFamily, purgeOf, purgeSignatures, registerStory } from "../story.ts"

test("a purge is proposed and counts for nothing until another signs", () => {
  const story = registerStory()
  story.tells("lena", "propose-purge", purgeOf())
  expect(purgesOf(story.state)).toMatchObject([{ proposed: { why: "She asked to be forgotten" }, approved: null, record: null }])
  expect(purgedHeads(story.state, purgedFamily)).toEqual([])
})

test("every stream is named once and signed for", () => {
  const story = registerStory()
  const [first] = purgeOf().streams
  expect(story.says("lena", "propose-purge", purgeOf({ streams: [first, first] })).refusal?.error).toBe("named-twice")
  expect(story.says("lena", "propose-purge", purgeOf({ signatures: purgeSignatures.slice(1) })).refusal?.error).toBe("signature-missing")
  expect(story.says("lena", "propose-purge", purgeOf({ why: " " })).refusal?.error).toBe("reason-missing")
  expect(story.says("lena", "propose-purge", purgeOf({ streams: [], signatures: [] })).refusal?.error).toBe("nothing-to-purge")
})

test("it is thought better of with a strike, until it is signed", () => {
  const story = registerStory()
  const { seq } = story.tells("lena", "propose-purge", purgeOf())
  story.tells("oleg", "strike", { seq, why: "She wrote again" })
  expect(purgesOf(story.state)).toEqual([])
})
