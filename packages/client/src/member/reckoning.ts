// Every row of the list, reckoned a few at a time, so that ten thousand clocks stand in nobody's way: a key is answered between two turns.
import { letOthers, pause } from "../pause.ts"
import type { Core } from "./core.ts"
import { prepareSearch } from "./people-index.ts"
import { listRows, rowsOf } from "./rows.ts"
import type { CaseRow } from "./vault-port.ts"

/** Milliseconds at a stretch. */
const STRETCH = 24
/** The clock is looked at once for so many rows. */
const FEW = 32

/** By then the page has asked for Today. */
const SOON = 200

export async function everyRow(core: Core, open: () => boolean): Promise<readonly CaseRow[]> {
  const cards = core.cards.all()
  let begun = core.env.now()
  for (let from = 0; from < cards.length; from += FEW) {
    rowsOf(core, cards.slice(from, from + FEW))
    if (core.env.now() - begun < STRETCH) continue
    await letOthers()
    if (!open()) return []
    begun = core.env.now()
  }
  return listRows(core)
}

/** After signing in: what Today took from the sitting before is read again and told anew; then what the first key of a search needs. */
export async function behindToday(core: Core, open: () => boolean): Promise<void> {
  await (core.env.wait ?? pause)(SOON)
  if (!open()) return
  if (core.cards.all().some(({ last }) => last !== undefined)) {
    await everyRow(core, open)
    if (open()) core.emit({ what: "cards" })
  }
  await prepareSearch(core, open)
}
