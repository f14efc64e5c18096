// What the desk's members say to everybody, fetched and held against the desk's own papers: a server that made something up, or shows
// what is over, is as good as one that shows nothing. It may hold back; it cannot speak.
import { statementsOn } from "@safe-conduct/sealing/verify"
import { DeskInfo, Statements, read } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"

import type { PublicSaid } from "./asker-port.ts"

/** `told` and `papers` as they came: the answers of `/statements.json` and `/desk.json`. */
export async function saidToEverybody(given: {
  readonly told: unknown
  readonly papers: unknown
  readonly now: number
}): Promise<readonly PublicSaid[]> {
  const [told, papers] = [read(Statements, given.told), read(DeskInfo, given.papers)]
  return told.ok && papers.ok ? statementsOn(dayAt(given.now), papers.value, told.value.statements) : []
}
