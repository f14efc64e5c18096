// `strike {seq, why}` undoes one record. Nothing is edited and nothing before is judged anew: the rows which that entry made leave
// the live tables for `struck`, and what was signed in the meantime stands as it was signed, resting visibly on something struck.
// Because a strike only moves rows, a fold needs no look back at earlier lines and paging cannot change its result.
import * as v from "valibot"
import { type Refusal, refusal } from "../refusal.ts"
import { type Made, type Row, Seq } from "./line.ts"

export const Strike = v.strictObject({
  seq: Seq,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
})
export type Strike = v.InferOutput<typeof Strike>

export interface Struck {
  readonly made: Made
  readonly seq: number
  readonly why: string
  readonly table: string
  readonly row: { readonly made: Made }
}

export interface WithStruck {
  readonly struck: readonly Struck[]
}

type Rows = readonly { readonly made: Made }[]

const isTable = (key: string, value: unknown): value is Rows => key !== "struck" && Array.isArray(value)

export interface Found {
  readonly table: string
  readonly row: Row<Readonly<Record<string, unknown>>>
}

/** The live rows which the entry at `seq` made, each with its table. */
export function rowsAt(state: object, seq: number): readonly Found[] {
  return Object.entries(state).flatMap(([table, rows]) =>
    isTable(table, rows) ? rows.filter((row) => row.made.seq === seq).map((row) => ({ table, row: row as Found["row"] })) : [],
  )
}

/** What makes a strike impossible whatever the stream; `fixed` names the tables that none may touch. */
export function refuseStrike(state: WithStruck, { seq }: Strike, fixed: readonly string[]): Refusal | null {
  if (state.struck.some((struck) => struck.seq === seq)) return refusal("already-struck", "/seq")
  const found = rowsAt(state, seq)
  if (found.length === 0) return refusal("nothing-to-strike", "/seq")
  return found.some(({ table }) => fixed.includes(table))
    ? refusal("cannot-be-struck", "/seq", { does: found[0]?.row.made.does ?? "" })
    : null
}

export function applyStrike<State extends WithStruck>(state: State, { seq, why }: Strike, made: Made): State {
  const taken = rowsAt(state, seq).map(({ table, row }): Struck => ({ made, seq, why, table, row }))
  const left = Object.entries(state).map(([key, value]) => [key, isTable(key, value) ? value.filter((row) => row.made.seq !== seq) : value])
  return { ...(Object.fromEntries(left) as State), struck: [...state.struck, ...taken] }
}
