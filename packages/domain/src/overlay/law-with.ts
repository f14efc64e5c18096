// The law as it stands at a desk: what ships, with the changes that two members signed laid over it in the order of their signatures.
import type { Law, Playbook } from "../clock/law.ts"
import type { Rule } from "../clock/rule.ts"
import { type Facility, mergeFacilities } from "../custody/index.ts"
import type { ChangeOf, LawChange } from "./change.ts"

export interface Overlay {
  /** Oldest signature first. */
  readonly changes: readonly LawChange[]
  /** Places that members brought, beside those that ship. */
  readonly facilities?: readonly Facility[]
}

const last = <What extends LawChange["what"]>(changes: readonly LawChange[], what: What): readonly ChangeOf<What>[] =>
  changes.filter((one): one is ChangeOf<What> => one.what === what)

export function lawWith(law: Law, { changes, facilities = [] }: Overlay): Law {
  if (changes.length === 0 && facilities.length === 0) return law
  const staging = new Map(last(changes, "staging").map((one) => [one.facility, one.staging]))
  const places = facilities.length === 0 ? law.facilities : mergeFacilities(law.facilities, facilities)
  return {
    ...law,
    rules: last(changes, "rule").reduce(
      (rules, change) => rules.map((rule) => (rule.id === change.rule ? changed(rule, change) : rule)),
      law.rules,
    ),
    playbooks: last(changes, "playbook").reduce(withPlaybook, law.playbooks),
    facilities:
      staging.size === 0
        ? places
        : places.map((place) => (staging.has(place.code) ? { ...place, staging: staging.get(place.code) as boolean } : place)),
  }
}

const changed = (rule: Rule, change: ChangeOf<"rule">): Rule => ({
  ...rule,
  status: change.status,
  source: change.source,
  verifiedOn: change.verifiedOn,
  ...(change.effectiveFrom === undefined ? {} : { effectiveFrom: change.effectiveFrom }),
  ...(change.effectiveTo === undefined ? {} : { effectiveTo: change.effectiveTo }),
})

/** An empty list of steps takes the playbook away. */
function withPlaybook(books: readonly Playbook[], { trigger, steps }: ChangeOf<"playbook">): readonly Playbook[] {
  const others = books.filter((book) => book.trigger !== trigger)
  return steps.length === 0 ? others : [...others, { trigger, steps }]
}

/** Sentences for replies, by their id; the last word about each holds. */
export function replySnippets(changes: readonly LawChange[]): readonly ChangeOf<"snippet">[] {
  const byId = new Map(last(changes, "snippet").map((one) => [one.snippet, one]))
  return [...byId.values()].filter((one) => one.text !== null)
}
