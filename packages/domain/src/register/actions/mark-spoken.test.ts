// Words said where others may listen, of a request that has no case yet.
import { expect, test } from "vitest"
import { streamId } from "../../stream/story.ts"
import { registerStory } from "../story.ts"

const ask = streamId("overheard")
const answered = { ask, did: "waiting", why: "He is in Winnfield", sealedHash: "a".repeat(64) }

test("what is answered there is one of the fixed sentences and says no more", () => {
  const story = registerStory()
  story.tells("anna", "triage-request", answered)
  const { seq } = story.tells("anna", "mark-spoken", { ask })
  expect(story.says("anna", "triage-request", answered).refusal?.error).toBe("spoken-code")
  expect(story.says("anna", "triage-request", { ...answered, phrase: "read" }).refusal?.error).toBe("phrase-stands-alone")
  story.tells("anna", "triage-request", { ...answered, phrase: "read", why: "read" })
  story.tells("anna", "triage-request", { ask, did: "referred", why: "to a lawyer in Texas, said among ourselves" })
  expect(story.says("anna", "mark-spoken", { ask }).refusal?.error).toBe("already-recorded")
  expect(story.says("boris", "strike", { seq, why: "a mistake" }).refusal?.error).toBe("cannot-be-struck")
})
