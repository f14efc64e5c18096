// The family as `readiness` takes it: who wants to go, who has spoken for herself, who holds the children, which split was signed.
import type { Policy, ProposalKind } from "../../evidence/policy.ts"
import { isMinor, readiness } from "../../family/readiness.ts"
import type { BestInterests, FamilyFacts, FamilyMember, FamilyReadiness, FamilySplit } from "../../family/unit.ts"
import { dayMs, fromDayNumber, type PlainDate } from "../../time/index.ts"
import { coverOf } from "../consents.ts"
import { peopleOf } from "../person.ts"
import type { CaseState } from "../state.ts"
import { splitOf } from "./signed.ts"

/** The first scope that is not covered, as its code; null when nothing that this kind of proposal needs is missing. */
export function consentMissing(state: CaseState, policy: Policy, kind: ProposalKind, person: string, on: number): string | null {
  for (const scope of policy.consents.needed[kind]) {
    const cover = coverOf(state, policy, person, scope, on)
    if (!cover.ok) return cover.missing
  }
  return null
}

/** People who were removed or have arrived are no longer part of what must be ready. */
export function familyOf(state: CaseState, policy: Policy, kind: ProposalKind, on: number): FamilyFacts {
  const gone = new Set([...state.removals, ...state.arrivals].map((row) => row.person))
  const members = peopleOf(state)
    .filter((person) => !gone.has(person.person))
    .map((person): FamilyMember => {
      const custody = state.custody.findLast((row) => row.person === person.person)
      const wish = state.wishes.findLast((row) => row.person === person.person)
      const guardianship = state.guardianships.findLast((row) => row.person === person.person)
      const { holder, courtOrder, agencyAgrees, otherParent } = guardianship ?? {}
      return {
        person: person.person,
        relation: person.relation,
        born: person.born,
        where: custody?.where ?? "unknown",
        wish: wish === undefined || wish.how === "reported" ? "silent" : wish.wish,
        consentMissing: consentMissing(state, policy, kind, person.person, on),
        custody: guardianship === undefined ? undefined : ({ holder, courtOrder, agencyAgrees, otherParent } as FamilyMember["custody"]),
        bestInterests: guardianship?.bestInterests ?? "none",
      }
    })
  return { members, split: splitFacts(state, members, dayOf(on)) }
}

const rank: readonly BestInterests[] = ["none", "assessed", "determined"]

function splitFacts(state: CaseState, members: readonly FamilyMember[], on: PlainDate): FamilySplit | null {
  const signed = splitOf(state)
  if (signed === null) return null
  const { split, approval } = signed
  const agreed = state.wishes.filter((row) => row.how === "person" && row.agreesToSplit === split.made.hash)
  const interests = members.filter((member) => isMinor(member, on)).map((member) => rank.indexOf(member.bestInterests ?? "none"))
  return {
    going: split.people,
    staying: members.map((member) => member.person).filter((person) => !split.people.includes(person)),
    reason: split.reason,
    decidedBy: [split.made.by, ...(approval === null ? [] : [approval.made.by])],
    agreedBy: [...new Set(agreed.map((row) => row.person))],
    bestInterests: interests.length === 0 ? "determined" : (rank[Math.min(...interests)] ?? "none"),
  }
}

/** The day at Greenwich, as consents count it. */
export const dayOf = (on: number): PlainDate => fromDayNumber(Math.floor(on / dayMs))

export const familyReadiness = (state: CaseState, policy: Policy, kind: ProposalKind, on: number): FamilyReadiness =>
  readiness(familyOf(state, policy, kind, on), dayOf(on))
