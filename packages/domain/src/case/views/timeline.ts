// Everything that was said, in order, with what was refused and what was struck: nothing is hidden, only marked.
import type { Refused } from "../../stream/fold.ts"
import type { Made } from "../../stream/line.ts"
import type { FoldedCase } from "../fold.ts"
import type { CaseTable } from "../state.ts"

export type TimelineRow =
  | {
      readonly is: "said"
      readonly seq: number
      readonly table: CaseTable
      readonly made: Made
      readonly row: Readonly<Record<string, unknown>>
    }
  | {
      readonly is: "struck"
      readonly seq: number
      readonly table: string
      readonly made: Made
      readonly row: object
      readonly by: Made
      readonly why: string
    }
  | { readonly is: "refused"; readonly seq: number; readonly refused: Refused }

export function timeline(folded: FoldedCase): readonly TimelineRow[] {
  const { struck, opened: _opened, ...tables } = folded.state
  const said = Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row): TimelineRow => ({ is: "said", seq: row.made.seq, table: table as CaseTable, made: row.made, row: { ...row } })),
  )
  const gone = struck.map(
    (one): TimelineRow => ({ is: "struck", seq: one.seq, table: one.table, made: one.row.made, row: one.row, by: one.made, why: one.why }),
  )
  const refused = folded.refused.map((one): TimelineRow => ({ is: "refused", seq: one.seq, refused: one }))
  return [...said, ...gone, ...refused].sort((a, b) => a.seq - b.seq)
}
