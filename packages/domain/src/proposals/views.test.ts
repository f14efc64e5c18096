// Nobody is put before the same government twice while the first time still stands.
import { describe, expect, test } from "vitest"
import type { ProposalAnswer } from "./answer.ts"
import { emptyProposalState, type ProposalState } from "./state.ts"
import { liesBefore } from "./views.ts"

const of = { case: "c", person: "p" }
const state = (more: object): ProposalState =>
  ({ ...emptyProposalState, candidates: [{ ...of, made: { seq: 1 } }], releases: [{}], ...more }) as unknown as ProposalState
const answered = (...answers: readonly ProposalAnswer[]) => ({
  answers: answers.map((answer, n) => ({ ...of, answer, on: `2026-11-${10 + n}`, made: { seq: n } })),
})

describe("whether somebody lies before a government", () => {
  test("she does once released, through silence and every answer but a no", () => {
    expect(liesBefore(state({}), of)).toBe(true)
    expect(liesBefore(state(answered("ACK", "UNDER_REVIEW", "ACCEPTED")), of)).toBe(true)
    expect(liesBefore(state(answered("REFUSED", "UNDER_REVIEW")), of)).toBe(true)
  })
  test("she does not while the proposal is written, when she was taken back, or after a no", () => {
    expect(liesBefore(state({ releases: [] }), of)).toBe(false)
    expect(liesBefore(state({ recalls: [of] }), of)).toBe(false)
    expect(liesBefore(state(answered("UNDER_REVIEW", "REFUSED")), of)).toBe(false)
    expect(liesBefore(state(answered("WITHDRAWN")), of)).toBe(false)
  })
  test("nobody else does", () => {
    expect(liesBefore(state({}), { case: "c", person: "q" })).toBe(false)
    expect(liesBefore(state({}), { case: "d", person: "p" })).toBe(false)
  })
})
