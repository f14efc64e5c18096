// What was asked by code and is not done.
import { expect, test } from "vitest"
import { contactOf, openCodeWishes } from "../code.ts"
import { caseStory, wifesMailbox } from "../story.ts"

test("it is put aside with a reason, nothing changes, and a consent taken back cannot be", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  const heard = (seq: number, wish: object) =>
    story.tells("anna", "hear-code", { ask: wifesMailbox, seq, hash: "a".repeat(64), stored: 0, wish })
  const aside = (seq: number, why = "She says that she asked nothing") =>
    story.says("boris", "put-code-aside", { ask: wifesMailbox, seq, why })
  expect(aside(2).refusal?.error).toBe("unknown-wish")
  heard(2, { kind: "change-contact", contact: { how: "+1 555 0199" } })
  expect(aside(2, " ").refusal?.error).toBe("reason-missing")
  expect(aside(2).refusal).toBeNull()
  expect(openCodeWishes(story.state)).toEqual([])
  expect(contactOf(story.state, wifesMailbox)).toBeUndefined()
  heard(3, { kind: "withdraw-consent", scope: "ALL" })
  expect(aside(3).refusal?.error).toBe("halts-at-once")
})
