// The receipt: once, and only of what two members signed.
import { expect, test } from "vitest"
import { purgesOf } from "../purge.ts"
import { purgeGuards as guards, purgeOf, purgeSignatures as signatures, registerStory } from "../story.ts"

const receipt = { entries: 12, envelopes: 4, files: 3, kept: 1, hour: "2026-11-22T17Z", backupsUntil: "2026-12-22" }

test("a receipt says what went and until when copies may live, once", () => {
  const story = registerStory()
  const { hash: entry } = story.tells("lena", "propose-purge", purgeOf())
  expect(story.says("oleg", "record-purge", { entry, ...receipt }).refusal?.error).toBe("not-approved")
  story.tells("oleg", "approve-purge", { entry, signatures }, { guards })
  const { seq } = story.tells("ivan", "record-purge", { entry, ...receipt })
  expect(purgesOf(story.state)[0]?.record).toMatchObject(receipt)
  expect(story.says("ivan", "record-purge", { entry, ...receipt }).refusal?.error).toBe("already-recorded")
  expect(story.says("ivan", "strike", { seq, why: "no" }).refusal?.error).toBe("cannot-be-struck")
})
