// Has anything that a proposal froze been touched since its author looked? Then a second signature would cover something else
// than what was proposed, and it is void: the first member looks again and proposes anew.
import { claimsOf } from "./find.ts"
import type { Made } from "../stream/line.ts"
import type { Approvable } from "./approvable.ts"
import type { CaseState, CaseTable } from "./state.ts"

export interface Touch {
  readonly seq: number
  readonly does: string
}

/** Those fields of rows that can concern a proposal; a row has the ones that its action takes. */
interface AnyRow {
  readonly made: Made
  readonly person?: string
  readonly claim?: string
  readonly claims?: readonly string[]
  readonly evidence?: string
  readonly doubt?: string
  readonly number?: string
  readonly names?: unknown
  readonly born?: unknown
  readonly aNumbers?: unknown
  readonly relation?: unknown
  readonly agreesToSplit?: unknown
  readonly ask?: string
  readonly wish?: { readonly kind: string }
}

export function firstTouch(state: CaseState, proposed: Approvable): Touch | null {
  const since = proposed.row.saw.seq
  const touches = touching[proposed.what](state, proposed)
  const found: Touch[] = []
  for (const [table, concerns] of Object.entries(touches) as [CaseTable, (row: AnyRow) => boolean][]) {
    for (const row of (state[table] ?? []) as readonly AnyRow[]) {
      if (row.made.seq > since && row.made.seq !== proposed.row.made.seq && concerns(row))
        found.push({ seq: row.made.seq, does: row.made.does })
    }
    for (const struck of state.struck) {
      if (struck.table === table && struck.made.seq > since && concerns(struck.row as AnyRow))
        found.push({ seq: struck.made.seq, does: "strike" })
    }
  }
  return found.sort((a, b) => a.seq - b.seq)[0] ?? null
}

type Touching = Partial<Record<CaseTable, (row: AnyRow) => boolean>>

const touching: Record<Approvable["what"], (state: CaseState, proposed: Approvable) => Touching> = {
  recommendation: (state, proposed) => {
    const person = proposed.people[0] ?? ""
    // Struck claims were hers too.
    const struckClaims = state.struck.filter((one) => one.table === "claims" && (one.row as AnyRow).person === person)
    const claims = [...claimsOf(state, person), ...struckClaims.map((one) => (one.row as AnyRow).claim)]
    const evidence = state.evidence.filter((row) => row.claims.some((claim) => claims.includes(claim))).map((row) => row.evidence)
    const doubts = state.doubts.filter((row) => claims.includes(row.claim)).map((row) => row.doubt)
    const onClaims = (row: AnyRow) => (row.claims ?? []).some((claim) => claims.includes(claim))
    const hers = (row: AnyRow) => row.person === person
    return {
      policies: () => true,
      people: hers,
      descriptions: (row) => hers(row) && (row.names !== undefined || row.born !== undefined || row.aNumbers !== undefined),
      claims: hers,
      evidence: onClaims,
      reassessments: (row) => onClaims(row) || evidence.includes(row.evidence ?? ""),
      doubts: (row) => claims.includes(row.claim ?? ""),
      doubtAnswers: (row) => doubts.includes(row.doubt ?? ""),
      readings: (row) => claims.includes(row.claim ?? ""),
    }
  },
  split: () => ({
    people: () => true,
    consents: () => true,
    withdrawals: () => true,
    codeWishes: (row) => row.wish?.kind === "withdraw-consent",
    guardianships: () => true,
    wishes: (row) => row.agreesToSplit === undefined,
    removals: () => true,
    descriptions: (row) => row.born !== undefined || row.relation !== undefined,
  }),
  lowering: (_state, proposed) => {
    const hers = (row: AnyRow) => proposed.people.includes(row.person ?? "")
    return { events: hers, custody: hers, counsel: hers, removals: hers }
  },
  "letter-withdrawal": (_state, proposed) => {
    const number = "number" in proposed.row ? proposed.row.number : ""
    return { letters: (row) => row.number === number }
  },
  "code-link": (_state, { row }) => {
    const either = (one: AnyRow) => "old" in row && (one.ask === row.old || one.ask === row.new)
    return { requests: either, codeConfirmed: either }
  },
}
