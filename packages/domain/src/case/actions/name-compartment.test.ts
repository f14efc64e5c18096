// That a compartment stands, and who is on it.
import { expect, test } from "vitest"
import { streamId } from "../../stream/story.ts"
import { card } from "../card.ts"
import { caseStory } from "../story.ts"
import { compartmentsOf } from "../views/compartments.ts"

const named = { compartment: streamId("adverse"), kind: "adverse", members: ["vera"] }

test("the last naming holds; there is one compartment of a kind, and it is never struck", () => {
  const story = caseStory()
  story.opensWithFamily()
  const first = story.tells("vera", "name-compartment", named)
  story.tells("vera", "name-compartment", { ...named, members: ["dan", "vera"] })
  const says = (change: object) => story.says("vera", "name-compartment", { ...named, ...change }).refusal?.error ?? null
  expect(says({ compartment: streamId("another") })).toBe("compartment-known")
  expect(says({ kind: "vouchers" })).toBe("compartment-known")
  expect(says({ kind: "vouchers", compartment: streamId("vouchers") })).toBeNull()
  expect(compartmentsOf(story.state).map(({ kind, members }) => [kind, members])).toEqual([
    ["adverse", ["dan", "vera"]],
    ["vouchers", ["vera"]],
  ])
  expect(story.says("vera", "strike", { seq: first.seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
})

test("the card does not say that there is one", () => {
  const story = caseStory()
  story.opensWithFamily()
  const before = card(story.state)
  story.tells("vera", "name-compartment", named)
  expect(card(story.state)).toEqual(before)
})
