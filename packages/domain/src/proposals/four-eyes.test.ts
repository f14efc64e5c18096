// A proposal never leaves on one member's word, in whatever order things are done.
import fc from "fast-check"
import { expect, test } from "vitest"
import { storyHash } from "../stream/story.ts"
import { candidatesOf, rowsDigest } from "./candidates.ts"
import { foldProposal, emptyProposal } from "./fold.ts"
import { proposalStory } from "./story.ts"

type Story = ReturnType<typeof proposalStory>
const none = "0".repeat(64)
const acts: Readonly<Record<string, (story: Story, by: string, n: number) => void>> = {
  add: (story, by, n) => void story.says(by, "add-candidate", { ...story.pavel, person: `p${n % 3}` }),
  drop: (story, by, n) => void story.says(by, "drop-candidate", { case: story.pavel.case, person: `p${n % 3}`, why: "w" }),
  freeze: (story, by) => void story.says(by, "freeze", { digest: rowsDigest(story.state, storyHash) }),
  approve: (story, by) => void story.says(by, "approve", { entry: story.state.freezes.at(-1)?.made.hash ?? none }),
  release: (story, by) => void story.says(by, "release", { of: story.state.approvals.at(-1)?.made.hash ?? none, number: 1, year: 2026 }),
  check: (story, by) => {
    for (const { case: of, person, facts } of candidatesOf(story.state)) story.says(by, "check-candidate", { case: of, person, facts })
  },
  moves: (story, _by, n) => story.moves(story.pavel.facts.asks[0] ?? "", 1 + (n % 3)),
  strike: (story, by, n) => void story.says(by, "strike", { seq: n, why: "w" }),
}
/** Weighted towards the road, so that stories often reach its end. */
const road = [
  "add",
  "freeze",
  "freeze",
  "approve",
  "approve",
  "approve",
  "check",
  "release",
  "release",
  "release",
  "drop",
  "moves",
  "strike",
]
const step = (members: readonly string[]) => fc.record({ act: fc.constantFrom(...road), by: fc.constantFrom(...members), n: fc.nat(12) })
const told = (steps: readonly { act: string; by: string; n: number }[]) => {
  const story = proposalStory()
  for (const { act, by, n } of steps) acts[act]?.(story, by, n)
  return story
}

test("one member alone releases nothing", () => {
  fc.assert(
    fc.property(fc.array(step(["lena"]), { maxLength: 30 }), (steps) => {
      expect(told(steps).state.releases).toEqual([])
    }),
  )
})

test("what left was frozen by one and approved by another, and the rows were those", () => {
  let released = 0
  fc.assert(
    fc.property(fc.array(step(["lena", "boris"]), { minLength: 15, maxLength: 50 }), (steps) => {
      const { state } = told(steps)
      const release = state.releases[0]
      if (release === undefined) return
      released++
      const approval = state.approvals.find((row) => row.made.hash === release.of)
      const frozen = state.freezes.find((row) => row.made.hash === approval?.entry)
      expect(frozen?.made.by).not.toBe(approval?.made.by)
      expect(frozen?.digest).toBe(rowsDigest(state, storyHash))
    }),
    { numRuns: 400 },
  )
  expect(released, "the stories must reach a release, or this proves nothing").toBeGreaterThan(5)
})

test("pages do not matter", () => {
  fc.assert(
    fc.property(fc.array(step(["lena", "boris"]), { maxLength: 25 }), fc.nat(26), (steps, cut) => {
      const story = told(steps)
      const first = JSON.parse(JSON.stringify(foldProposal(emptyProposal, story.lines.slice(0, cut), story.env)))
      expect(foldProposal(first, story.lines.slice(cut), story.env)).toEqual(foldProposal(emptyProposal, story.lines, story.env))
    }),
  )
})
