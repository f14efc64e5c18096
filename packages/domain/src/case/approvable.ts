// What a second member can sign: a recommendation, a split, a lowering of urgency, the withdrawal of a letter, a mailbox in the place of
// one whose words were lost.
import { asksNaming } from "./find.ts"
import type { CaseRow, CaseState } from "./state.ts"

export type Approvable =
  | { readonly what: "recommendation"; readonly row: CaseRow<"recommendations">; readonly people: readonly string[] }
  | { readonly what: "split"; readonly row: CaseRow<"splits">; readonly people: readonly string[] }
  | { readonly what: "lowering"; readonly row: CaseRow<"lowerings">; readonly people: readonly string[] }
  | { readonly what: "letter-withdrawal"; readonly row: CaseRow<"letterWithdrawals">; readonly people: readonly string[] }
  | { readonly what: "code-link"; readonly row: CaseRow<"codeLinks">; readonly people: readonly string[] }

/** Everyone in the case is concerned by a split: those who go and those who stay. */
export function approvables(state: CaseState): readonly Approvable[] {
  const everyone = state.people.map((row) => row.person)
  const all: Approvable[] = [
    ...state.recommendations.map((row) => ({ what: "recommendation" as const, row, people: [row.person] })),
    ...state.splits.map((row) => ({ what: "split" as const, row, people: everyone })),
    ...state.lowerings.map((row) => ({ what: "lowering" as const, row, people: [row.person] })),
    ...state.letterWithdrawals.map((row) => ({ what: "letter-withdrawal" as const, row, people: [] })),
    ...(state.codeLinks ?? []).map((row) => ({ what: "code-link" as const, row, people: namedBy(state, row.old) })),
  ]
  return all.sort((a, b) => a.row.made.seq - b.row.made.seq)
}

export const approvable = (state: CaseState, entry: string): Approvable | null =>
  approvables(state).find((one) => one.row.made.hash === entry) ?? null

/** The mailboxes whose heads an approval must guard. */
export function asksConcerned(state: CaseState, entry: string): readonly string[] {
  const proposed = approvable(state, entry)
  if (proposed === null) return []
  return proposed.what === "code-link" ? [proposed.row.old, proposed.row.new] : asksNaming(state, proposed.people)
}

const namedBy = (state: CaseState, ask: string): readonly string[] =>
  state.requests.find((row) => row.ask === ask)?.people.map((one) => one.person) ?? []
