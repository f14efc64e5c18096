// No order of acts, however clever or careless, lets one member finish what needs two; and pages never change a case.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { commitmentOf } from "../decision/reading.ts"
import { storyHash } from "../stream/story.ts"
import { approvable, approvables } from "./approvable.ts"
import { foldCase, emptyCase } from "./fold.ts"
import { countedReadings, roundsOf } from "./reading-room.ts"
import { caseStory, type CaseStory } from "./story.ts"
import { findingOf, letterStatus, loweredTo, splitOf } from "./views/signed.ts"

type Act = (story: CaseStory, by: string, n: number) => void

const salt = storyHash("salt")
const pick = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(1, rows.length)]

/** What a member can do, most of it lawful in itself. Judgements may also claim to have seen any earlier moment. */
const acts: Readonly<Record<string, Act>> = {
  recommend: (story, by) => void story.says(by, "recommend", story.recommendation()),
  approve: (story, by, n) => void story.says(by, "approve", { entry: pick(approvables(story.state), n)?.row.made.hash ?? salt }),
  approveBlindly: (story, by, n) => {
    const seen = pick(story.folded.trail, n) ?? { seq: -1, hash: "0".repeat(64) }
    story.says(by, "approve", { entry: pick(approvables(story.state), n + 1)?.row.made.hash ?? salt, saw: seen })
  },
  approveAnApproval: (story, by, n) => void story.says(by, "approve", { entry: pick(story.state.approvals, n)?.made.hash ?? salt }),
  split: (story, by) => void story.says(by, "propose-split", { people: ["pavel"], reason: "r" }),
  lower: (story, by) => void story.says(by, "lower-urgency", { person: "pavel", to: "N", reason: "r" }),
  letter: (story, by, n) =>
    void story.says(by, "issue-letter", {
      letter: `l${n}`,
      kind: "finding",
      number: `F${n}`,
      language: "en",
      of: pick(story.state.approvals, n)?.made.hash ?? salt,
      sha256: salt,
    }),
  withdrawLetter: (story, by, n) =>
    void story.says(by, "withdraw-letter", { number: pick(story.state.letters, n)?.number ?? "F0", why: "w" }),
  commit: (story, by) =>
    void story.says(by, "commit-reading", { claim: "picket", commitment: commitmentOf(storyHash, salt, "picket", by, "established") }),
  reveal: (story, by) => void story.says(by, "reveal-reading", { claim: "picket", finding: "established", salt }),
  evidence: (story, by, n) =>
    void story.says(by, "bind-evidence", {
      evidence: `e${n}`,
      statement: "s",
      claims: ["picket"],
      source: "media",
      origin: "o",
      authenticity: "plausible",
      identity: "likely",
    }),
  doubt: (story, by, n) => void story.says(by, "raise-doubt", { doubt: `d${n}`, claim: "picket", text: "t" }),
  strike: (story, by, n) => void story.says(by, "strike", { seq: n % (story.folded.seq + 1), why: "w" }),
  again: (story, by, n) =>
    void story.says(by, "approve", { entry: pick(approvables(story.state), n)?.row.made.hash ?? salt }, { id: `id-${n}` }),
  close: (story, by) => void story.says(by, "close-case", { reason: "r" }),
  reopen: (story, by) => void story.says(by, "reopen-case", { reason: "r" }),
}

const step = (members: readonly string[]) =>
  fc.record({ act: fc.constantFrom(...Object.keys(acts)), by: fc.constantFrom(...members), n: fc.nat(30) })
const told = (steps: readonly { act: string; by: string; n: number }[]): CaseStory => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  for (const { act, by, n } of steps) acts[act]?.(story, by, n)
  return story
}

describe("one member alone", () => {
  test("never makes a finding, a split, a lowering, a letter or a pair of readings", () => {
    fc.assert(
      fc.property(fc.array(step(["anna"]), { maxLength: 30 }), (steps) => {
        const { state } = told(steps)
        expect(state.approvals).toEqual([])
        expect(findingOf(state, "pavel")).toBeNull()
        expect(splitOf(state)?.approval ?? null).toBeNull()
        expect(loweredTo(state, "pavel")).toBeNull()
        expect(state.letters).toEqual([])
        expect(countedReadings(state, "picket")).toEqual([])
      }),
    )
  })
})

describe("several members", () => {
  test("whatever is signed was signed by another than who proposed it, and letters carry such signatures", () => {
    let signed = 0
    fc.assert(
      fc.property(fc.array(step(["anna", "boris", "vera"]), { maxLength: 40 }), (steps) => {
        const { state } = told(steps)
        for (const approval of state.approvals) {
          signed++
          const proposed = approvable(state, approval.entry)
          expect(proposed, "nothing that was signed may vanish").not.toBeNull()
          expect(proposed?.row.made.by).not.toBe(approval.made.by)
        }
        for (const letter of state.letters) expect(letterStatus(state, letter.number)).not.toBeNull()
        for (const round of roundsOf(state, "picket")) {
          if (round.readings.length > 0 && countedReadings(state, "picket").some((row) => round.readings.includes(row))) {
            expect(new Set(round.readings.map((row) => row.made.by)).size).toBeGreaterThan(1)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(signed, "the stories must reach signatures, or this proves nothing").toBeGreaterThan(20)
  })

  test("pages do not matter, wherever they are cut and however the state was kept between", () => {
    fc.assert(
      fc.property(fc.array(step(["anna", "boris"]), { maxLength: 25 }), fc.nat(40), (steps, cut) => {
        const story = told(steps)
        const first = foldCase(emptyCase, story.lines.slice(0, cut), story.env)
        const kept = JSON.parse(JSON.stringify(first)) as typeof first
        expect(foldCase(kept, story.lines.slice(cut), story.env)).toEqual(foldCase(emptyCase, story.lines, story.env))
      }),
    )
  })

  test("every line sent twice folds as if it had come once", () => {
    fc.assert(
      fc.property(fc.array(step(["anna", "boris"]), { maxLength: 20 }), (steps) => {
        const story = told(steps)
        const far = story.lines.length
        const echoes = story.lines.map((line) => ({ ...line, seq: line.seq + far }))
        const folded = foldCase(story.folded, echoes, story.env)
        expect(folded.state).toEqual(story.state)
        expect(folded.refused).toEqual(story.folded.refused)
      }),
    )
  })
})
