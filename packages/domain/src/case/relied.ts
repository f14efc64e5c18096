// What a strike may not take away: what was signed, what cannot be unsaid, and what other rows still stand on.
import { type Refusal, refusal } from "../refusal.ts"
import type { Made } from "../stream/line.ts"
import { rowsAt } from "../stream/strike.ts"
import type { CaseState, CaseTable } from "./state.ts"

/** A withdrawal of consent is undone only by a new consent; an approval only by what replaces it. */
export const fixedTables: readonly CaseTable[] = [
  "policies",
  "withdrawals",
  "approvals",
  "letters",
  "readings",
  "messages",
  "compartments",
  "rosterChanges",
  "codeWishes",
  "spokenCodes",
]

/** Refuses while live rows refer to what the entry made. Judgements may go only while nobody has built on them. */
export function reliedOn(state: CaseState, seq: number): Refusal | null {
  for (const { table, row } of rowsAt(state, seq)) {
    const by = dependants(state, table as CaseTable, row as Named).find((one) => one.made.seq !== seq)
    if (by !== undefined) return refusal("relied-on", "/seq", { seq: by.made.seq, does: by.made.does })
  }
  return null
}

/** The fields by which one row names what another made; a row has those that its action takes. */
interface Named {
  readonly made: Made
  readonly id?: string
  readonly person?: string
  readonly ask?: string
  readonly claim?: string
  readonly evidence?: string
  readonly doubt?: string
  readonly task?: string
  readonly transfer?: string
  readonly file?: { readonly id: string }
}

type Rows = readonly { readonly made: { readonly seq: number; readonly does: string } }[]

function dependants(state: CaseState, table: CaseTable, row: Named): Rows {
  switch (table) {
    case "people":
      return aboutPerson(state, row.person ?? "")
    case "requests":
      return [
        ...state.answers.filter((one) => one.ask === row.ask),
        ...state.files.filter((one) => one.from !== "member" && one.from.ask === row.ask),
        ...(state.messages ?? []).filter((one) => one.ask === row.ask),
        ...(state.codeWishes ?? []).filter((one) => one.ask === row.ask),
        ...(state.spokenCodes ?? []).filter((one) => one.ask === row.ask),
        ...(state.codeLinks ?? []).filter((one) => one.old === row.ask || one.new === row.ask),
      ]
    case "claims":
      return [
        ...state.evidence.filter((one) => one.claims.includes(row.claim ?? "")),
        ...state.reassessments.filter((one) => one.claims.includes(row.claim ?? "")),
        ...state.doubts.filter((one) => one.claim === row.claim),
        ...state.commitments.filter((one) => one.claim === row.claim),
      ]
    case "files":
      return [
        ...state.evidence.filter((one) => one.file === row.file?.id),
        ...state.decisions.filter((one) => one.file === row.file?.id),
        ...(state.kit ?? []).filter((one) => one.file === row.file?.id),
      ]
    case "evidence":
      return [...state.reassessments, ...state.doubts].filter((one) => one.evidence === row.evidence)
    case "doubts":
      return state.doubtAnswers.filter((one) => one.doubt === row.doubt)
    case "consents":
      return state.withdrawals.filter((one) => one.consent === row.id)
    case "tasks":
      return [...state.tasksDone, ...(state.tasksPassed ?? [])].filter((one) => one.task === row.task)
    case "questions":
      return state.asked.filter((one) => one.id === row.id)
    case "transfers":
      return state.handOvers.filter((one) => one.transfer === row.transfer)
    case "commitments":
      return state.readings.filter((one) => one.claim === row.claim && one.made.by === row.made.by && one.made.seq > row.made.seq)
    case "recommendations":
    case "splits":
    case "lowerings":
    case "letterWithdrawals":
    case "codeLinks":
      return state.approvals.filter((one) => one.entry === row.made.hash)
    default:
      return []
  }
}

function aboutPerson(state: CaseState, person: string): Rows {
  const { descriptions, events, custody, counsel, wishes, guardianships, claims, recommendations, lowerings } = state
  const { reviews, decisions, transfers, handOvers, arrivals, removals, aftermath } = state
  const named = [descriptions, events, custody, counsel, wishes, guardianships, claims, recommendations, lowerings]
  const moved = [
    state.proposals,
    reviews,
    decisions,
    transfers,
    handOvers,
    arrivals,
    removals,
    aftermath,
    state.notes,
    state.tasks,
    state.questions,
    state.kit ?? [],
  ]
  return [
    ...[...named, ...moved].flatMap((rows): Rows => rows.filter((row) => row.person === person)),
    ...state.consents.filter((row) => row.consent.person === person),
    ...state.splits.filter((row) => row.people.includes(person)),
    ...state.requests.filter((row) => row.people.some((one) => one.person === person)),
  ]
}
