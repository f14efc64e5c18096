// Looking into a drawer.
import type { DrawerState } from "./state.ts"

export const kept = (state: DrawerState, name: string): unknown => state.kept.find((row) => row.name === name)?.value ?? null
/** The last entry read of a stream; −1 when none was. */
export const readThrough = (state: DrawerState, stream: string): number => state.read.find((row) => row.stream === stream)?.seq ?? -1
