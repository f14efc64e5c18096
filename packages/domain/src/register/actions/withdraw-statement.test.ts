// Taking back what was said to everybody.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { notice, statementSignature as signature } from "../statement-story.ts"
import { lastStatementNumber, standingStatement } from "../statements.ts"

const withdrawal = (number: number) => ({ of: "notice", number, on: "2026-11-24", signature })

test("one member is enough, and what comes next has a higher number than both", () => {
  const story = registerStory()
  expect(story.says("vera", "withdraw-statement", withdrawal(1)).refusal?.error).toBe("nothing-to-withdraw")
  const { hash: entry } = story.tells("anna", "propose-statement", { statement: notice(), signature })
  story.tells("boris", "sign-statement", { entry, signature })
  expect(story.says("vera", "withdraw-statement", withdrawal(1)).refusal?.error).toBe("number-taken")
  const { seq } = story.tells("vera", "withdraw-statement", withdrawal(2))
  expect(standingStatement(story.state, "notice")).toBeNull()
  expect(lastStatementNumber(story.state, "notice")).toBe(2)
  expect(story.says("vera", "strike", { seq, why: "No" }).refusal?.error).toBe("cannot-be-struck")
  expect(story.says("anna", "propose-statement", { statement: notice(2), signature }).refusal?.error).toBe("number-taken")
  const again = story.tells("anna", "propose-statement", { statement: notice(3), signature })
  story.tells("boris", "sign-statement", { entry: again.hash, signature })
  expect(standingStatement(story.state, "notice")?.proposed.statement.number).toBe(3)
})
