// One member's own drawer: saved views, drafts, what she has read. Only the last of each name is kept; nobody else relies on it.
import type { Row } from "../stream/line.ts"
import type { Keep } from "./actions/keep.ts"
import type { MarkRead } from "./actions/mark-read.ts"

export interface DrawerState {
  readonly kept: readonly Row<Keep>[]
  readonly read: readonly Row<MarkRead>[]
}

export const emptyDrawerState: DrawerState = { kept: [], read: [] }
