// Rows on their way from the vault to the page: only those that the page does not have yet, a few hundred at a time, so that neither side
// stands still for ten thousand; then the order of all. A row that did not change stays the same object on both sides: it is not drawn again.
import { letOthers } from "../pause.ts"
import { newTurn } from "../turn.ts"
import { packed, unpacked } from "./packed.ts"
import type { CaseRow, StreamId } from "./vault-port.ts"

const PART = 250

interface RowsAtVault {
  /** `told` is given the order when every part of it is on its way, and before anything of the next. */
  send(rows: readonly CaseRow[], post: (part: string) => void, told: (order: string) => void): Promise<void>
  forget(): void
}
interface RowsAtPage {
  take(part: string): void
  inOrder(order: string): readonly CaseRow[]
  forget(): void
}

/** `together`: however many they are, in one part; for rows that somebody waits for and nobody can use in part. */
export function rowsAtVault(together = false): RowsAtVault {
  let there = new Map<StreamId, CaseRow>()
  // One after the other: what one list drops, another under way would miss.
  const turn = newTurn()
  async function send(rows: readonly CaseRow[], sitting: typeof there, post: (part: string) => void): Promise<string> {
    const news = rows.filter((row) => sitting.get(row.stream) !== row)
    const many = together ? news.length : PART
    for (let from = 0; from < news.length; from += many) {
      if (from > 0) await letOthers()
      // Whoever signed out meanwhile is shown nothing more.
      if (sitting !== there) return ""
      const part = news.slice(from, from + many)
      // What did not go out is not there: it goes with the next.
      post(packed(part))
      for (const row of part) sitting.set(row.stream, row)
    }
    if (sitting.size > rows.length) {
      const listed = new Set(rows.map(({ stream }) => stream))
      for (const stream of sitting.keys()) if (!listed.has(stream)) sitting.delete(stream)
    }
    return rows.map(({ stream }) => stream).join(" ")
  }
  return {
    send(rows, post, told) {
      const sitting = there
      return turn(async () => told(await send(rows, sitting, post)))
    },
    forget: () => void (there = new Map()),
  }
}

export function rowsAtPage(): RowsAtPage {
  let here = new Map<StreamId, CaseRow>()
  return {
    take(part) {
      for (const row of unpacked(part) as readonly CaseRow[]) here.set(row.stream, row)
    },
    inOrder(order) {
      const rows = order === "" ? [] : order.split(" ").flatMap((stream) => here.get(stream) ?? [])
      if (here.size > rows.length) here = new Map(rows.map((row) => [row.stream, row]))
      return rows
    },
    forget: () => void (here = new Map()),
  }
}
