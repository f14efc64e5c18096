// The ready kit of one person: eight things that must lie ready before a night in which nothing can be got any more.
import { type FillKit, kitGathered } from "../actions/fill-kit.ts"
import { consentsOf } from "../consents.ts"
import { personOf } from "../person.ts"
import type { CaseRow, CaseState } from "../state.ts"
import { counselOf } from "./people.ts"

export const kitItems = [
  "a-number",
  ...kitGathered.slice(0, 2),
  "consents",
  "privacy-release",
  "counsel",
  "night-contact",
  "medical",
] as const
export type KitItem = "a-number" | "consents" | "counsel" | FillKit["item"]

export interface KitLine {
  readonly item: KitItem
  readonly here: boolean
  /** What says so, where a member said it. */
  readonly by: CaseRow<"kit"> | null
}

/** Own consents to be told to both governments, on paper: what a referral and a note will ask for. */
const ownConsents = ["SHARE_IRCC", "SHARE_US_STATE_DHS_MIN"] as const

export function kitOf(state: CaseState, person: string): readonly KitLine[] {
  const found = personOf(state, person)
  const gathered = (state.kit ?? []).filter((row) => row.person === person)
  const standing = consentsOf(state, person).filter(
    ({ consent }) => consent.givenBy.who === "person" && consent.how === "written" && consent.withdrawn === undefined,
  )
  const read: Readonly<Record<string, boolean>> = {
    "a-number": (found?.aNumbers?.length ?? 0) > 0,
    counsel: counselOf(state, person).length > 0,
    consents: ownConsents.every((scope) => standing.some(({ consent }) => consent.scope === scope)),
  }
  return (kitItems as readonly KitItem[]).map((item): KitLine => {
    const by = gathered.findLast((row) => row.item === item) ?? null
    return { item, here: read[item] ?? by !== null, by }
  })
}
