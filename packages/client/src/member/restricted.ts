// Who reads a restricted case, and who may change it. The roster itself is a signed entry in the chain; the act beside it says so in the
// log. Roles are the desk's own word, so they are asked here and by no fold.
import { isActive } from "@safe-conduct/sealing/verify"
import type { CaseState } from "@safe-conduct/domain/case"
import type { Role } from "@safe-conduct/domain/evidence"
import type { Id } from "@safe-conduct/wire"
import { type Refusal, no } from "../result.ts"
import type { Chain } from "../stream/chain.ts"
import type { Inside } from "./inside.ts"

interface Said {
  readonly does: string
  readonly input: unknown
}
interface Change {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}
const changed = (ids: readonly string[], { add, remove }: Change): readonly string[] =>
  [...new Set([...ids, ...add])].filter((id) => !remove.includes(id))

const rosterOf = (chain: Chain): readonly string[] => (chain.roster?.members ?? []).map(({ id }) => id)

/** The roster that these acts leave; null where none of them changes it. */
export function rosterAfter(inside: Inside, chain: Chain, acts: readonly Said[]): readonly Id[] | null {
  const changes = acts.filter(({ does }) => does === "change-roster").map(({ input }) => input as Change)
  if (changes.length === 0) return null
  // Whoever writes stays on it: the law refuses an act that takes herself off, and says so.
  return [...new Set([...changes.reduce(changed, rosterOf(chain)), inside.member])].filter((id): id is Id =>
    isActive(inside.directory.now(), id),
  )
}

/** A caseworker on it changes it, and one stays on it; where none is left, anybody on it names the next. */
export function rosterRefusal(inside: Inside, chain: Chain, roles: (member: string) => readonly Role[], said: Said): Refusal | null {
  const change = said.input as Partial<Change> | undefined
  if (said.does !== "change-roster") return null
  const answers = (id: string): boolean => isActive(inside.directory.now(), id) && roles(id).includes("caseworker")
  const now = rosterOf(chain)
  if (now.some(answers) && !roles(inside.member).includes("caseworker"))
    return no("roster-role", "Who reads this case is changed by a caseworker on it.").refusal
  if (!Array.isArray(change?.add) || !Array.isArray(change.remove)) return null
  const { add, remove } = change as Change
  const gone = add.find((id) => !isActive(inside.directory.now(), id))
  if (gone !== undefined) return no("roster-inactive", "Somebody named here is no active member.", { at: "/add" }).refusal
  return changed(now, { add, remove }).some(answers)
    ? null
    : no("roster-no-caseworker", "A caseworker must stay on this case.", { at: "/remove" }).refusal
}

/** Whether the signed roster is another than the case's log says: somebody changed it without a word. */
export function saidOtherwise(inside: Inside, chain: Chain, state: CaseState): boolean {
  const first = (chain.rosters.get(1)?.members ?? []).map(({ id }): string => id)
  const said = (state.rosterChanges ?? []).reduce<readonly string[]>(changed, first).filter((id) => isActive(inside.directory.now(), id))
  const real = rosterOf(chain).filter((id) => isActive(inside.directory.now(), id))
  return said.length !== real.length || real.some((id) => !said.includes(id))
}
