// Words said where others may listen.
import { expect, test } from "vitest"
import { chosenPhrases } from "../../request/phrase.ts"
import { caseStory, wifesMailbox } from "../story.ts"

const reply = { ask: wifesMailbox, text: "Ваш муж в Виннфилде.", sealedHash: "a".repeat(64) }
const fixed = (phrase: string) => ({ ask: wifesMailbox, text: "", phrase, sealedHash: "a".repeat(64) })

test("from then on nothing that a member worded goes there, only fixed sentences and a status", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "mark-spoken", { ask: wifesMailbox }).refusal?.error).toBe("request-not-joined")
  story.joins()
  story.tells("anna", "answer-request", reply)
  const { seq } = story.tells("anna", "mark-spoken", { ask: wifesMailbox, said: 3 })
  expect(story.says("anna", "answer-request", reply).refusal?.error).toBe("spoken-code")
  expect(story.says("anna", "answer-request", { ...reply, phrase: "read" }).refusal?.error).toBe("phrase-stands-alone")
  expect(story.says("anna", "answer-request", fixed("where he is")).refusal?.error).toBe("not-one-of")
  for (const phrase of chosenPhrases) story.tells("anna", "answer-request", fixed(phrase))
  story.tells("anna", "answer-request", { ...reply, text: "", status: "in-verification" })
  expect(story.says("anna", "mark-spoken", { ask: wifesMailbox }).refusal?.error).toBe("already-recorded")
  expect(story.says("boris", "strike", { seq, why: "a mistake" }).refusal?.error).toBe("cannot-be-struck")
})
