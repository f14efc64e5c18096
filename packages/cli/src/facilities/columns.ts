// Finds a column by what its heading says, whatever order and case an operator's file has.
import { type Refusal, refuse } from "../refusal.ts"
import type { CsvRow, CsvText } from "./csv.ts"

export interface Record {
  readonly line: number
  /** Empty where the column or the cell is absent. */
  get(name: string): string
}

export interface Refused {
  readonly file: string
  readonly line: number
  readonly reason: string
  /** The row as it stands, so that nothing of it is lost. */
  readonly row: readonly string[]
}

export interface Table {
  readonly records: readonly Record[]
  readonly refused: readonly Refused[]
}

export type Headings = Readonly<{ [name: string]: { readonly called: readonly string[]; readonly needed?: true } }>

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, "")

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function readTable(file: string, { rows, unclosed }: CsvText, headings: Headings): Read<Table> {
  const [head, ...body] = rows as [CsvRow | undefined, ...CsvRow[]]
  const columns = (head?.cells ?? []).map(plain)
  const at = new Map(
    Object.entries(headings).map(([name, { called }]) => [name, columns.findIndex((one) => called.map(plain).includes(one))]),
  )
  const missing = Object.entries(headings).find(([name, { needed }]) => needed && at.get(name) === -1)
  if (head === undefined || missing !== undefined)
    return {
      ok: false,
      refusal: refuse("no-column", `${file} has no column "${missing?.[1].called[0] ?? "name"}" in its first line.`, `/${file}/1`),
    }
  const refused: Refused[] =
    unclosed === null ? [] : [{ file, line: unclosed, reason: "A quotation mark opens here and nothing closes it.", row: [] }]
  const records = body.flatMap((row): Record[] => {
    if (row.cells.length !== head.cells.length) {
      const reason = `${row.cells.length} cells stand here and ${head.cells.length} in the first line.`
      refused.push({ file, line: row.line, reason, row: row.cells })
      return []
    }
    return [{ line: row.line, get: (name) => row.cells[at.get(name) ?? -1] ?? "" }]
  })
  return { ok: true, value: { records, refused } }
}
