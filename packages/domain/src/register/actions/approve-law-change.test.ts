// The second signature under a change of the law.
import { expect, test } from "vitest"
import { rotaInForce } from "../duty.ts"
import { ruleStayed } from "../law-story.ts"
import { changesInForce, signedChanges } from "../law.ts"
import { registerStory } from "../story.ts"
import { noticeFor } from "../views.ts"

const proposed = (change: object = ruleStayed) => {
  const story = registerStory()
  return { story, ...story.tells("anna", "propose-law-change", { change, why: "Because" }) }
}

test("two members change the law, one does not, and nobody twice", () => {
  const { story, hash: entry } = proposed()
  expect(story.says("anna", "approve-law-change", { entry }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve-law-change", { entry })
  expect(changesInForce(story.state)).toEqual([ruleStayed])
  expect(signedChanges(story.state)[0]).toMatchObject({ proposed: { made: { by: "anna" } }, approved: { made: { by: "boris" } } })
  expect(story.says("vera", "approve-law-change", { entry }).refusal?.error).toBe("already-approved")
})

test("two ids of one person are one", () => {
  const story = registerStory({ person: (member: string) => (member === "anna2" ? "anna" : member) })
  const { hash: entry } = story.tells("anna", "propose-law-change", { change: ruleStayed, why: "Because" })
  expect(story.says("anna2", "approve-law-change", { entry }).refusal?.error).toBe("same-member")
})

test("what was signed about the same rule since voids an older proposal, and about another does not", () => {
  const { story, hash: older } = proposed()
  const other = story.tells("anna", "propose-law-change", { change: { ...ruleStayed, rule: "US.MTR.90" }, why: "Because" })
  const newer = story.tells("anna", "propose-law-change", { change: { ...ruleStayed, status: "VACATED" }, why: "Because" })
  story.tells("boris", "approve-law-change", { entry: newer.hash })
  expect(story.says("boris", "approve-law-change", { entry: older }).refusal?.error).toBe("changed-since")
  story.tells("boris", "approve-law-change", { entry: other.hash })
  expect(changesInForce(story.state).length).toBe(2)
})

test("neither a signed change nor its signature can be struck: the way back is another change by two", () => {
  const { story, seq, hash: entry } = proposed()
  const signature = story.tells("boris", "approve-law-change", { entry })
  expect(story.says("anna", "strike", { seq, why: "No" }).refusal?.error).toBe("relied-on")
  expect(story.says("boris", "strike", { seq: signature.seq, why: "No" }).refusal?.error).toBe("cannot-be-struck")
})

test("a signature that could not have seen the proposal is none", () => {
  const story = registerStory()
  const before = story.tells("boris", "set-notice", { where: "desk", text: null })
  const { hash: entry } = story.tells("anna", "propose-law-change", { change: ruleStayed, why: "Because" })
  const blind = { entry, saw: { seq: before.seq, hash: before.hash } }
  expect(story.says("boris", "approve-law-change", blind).refusal?.error).toBe("saw-too-early")
})

test("a week of duty that two signed is the rota, as if one had set it", () => {
  const lines = [{ day: 1, from: "09:00", until: "18:00", members: ["anna", "boris"] }]
  const { story, hash: entry } = proposed({ what: "duty-hours", timeZone: "America/New_York", lines })
  expect(rotaInForce(story.state)).toBeNull()
  story.tells("boris", "approve-law-change", { entry })
  expect(rotaInForce(story.state)).toMatchObject({ timeZone: "America/New_York", lines })
})

test("a notice that two signed stands where notices stand", () => {
  const text = { en: "Closed", fr: "Fermé", ru: "Закрыто" }
  const { story, hash: entry } = proposed({ what: "notice", where: "desk", text, until: 100 })
  expect(noticeFor(story.state, "desk", 99)).toBeNull()
  story.tells("boris", "approve-law-change", { entry })
  expect(noticeFor(story.state, "desk", 99)).toEqual(text)
  expect(noticeFor(story.state, "desk", 100)).toBeNull()
})
