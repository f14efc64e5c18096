// Spoken consents that one member alone took and no second one has heard yet: a second is to confirm each by the next day.
import type { ConsentScope } from "../../consent/scope.ts"
import type { Instant } from "../../time/instant.ts"
import { consentsOf } from "../consents.ts"
import { peopleOf } from "../person.ts"
import type { CaseState } from "../state.ts"

export interface SecondAwaited {
  readonly id: string
  readonly person: string
  readonly scope: ConsentScope
  /** Who heard it; anybody else may confirm it. */
  readonly by: string
  readonly at: Instant
}

/** What an asker says, or a tick to be helped at all, is nobody's word before a court or a government. */
export function secondAwaited(state: CaseState): readonly SecondAwaited[] {
  return peopleOf(state).flatMap(({ person }) => {
    const all = consentsOf(state, person)
    return all.flatMap(({ id, consent, confirmed }): SecondAwaited[] => {
      const { how, scope, givenBy, witness, withdrawn, at } = consent
      const alone = how === "oral" && witness === undefined && confirmed === null && withdrawn === undefined
      const onPaper = all.some((one) => one.consent.scope === scope && one.consent.how === "written" && one.consent.withdrawn === undefined)
      const by = state.consents.find((row) => row.id === id)?.made.by
      return alone && !onPaper && scope !== "INTAKE" && givenBy.who !== "asker" && by !== undefined ? [{ id, person, scope, by, at }] : []
    })
  })
}
