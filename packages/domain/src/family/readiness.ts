// May this family be proposed, whole or in part, and if not: what would unblock it. Nobody is ever added who has not spoken.
import { ageAt } from "../person/date.ts"
import type { PlainDate } from "../time/plain-date.ts"
import type { FamilyBlock, FamilyFacts, FamilyMember, FamilyReadiness, FamilySplit } from "./unit.ts"

const adultAt = 18

/** Unknown age counts as adult, except for someone named as a child: then the rules that protect children apply. */
export function isMinor(member: FamilyMember, on: PlainDate): boolean {
  return member.born === undefined ? member.relation === "child" : ageAt(member.born, on) < adultAt
}

/** A child in the hands of the state, an agency or another parent needs more than the family's wish. */
export function custodyBlocks(member: FamilyMember): FamilyBlock[] {
  const custody = member.custody
  const block = (code: string, unblock: string): FamilyBlock => ({ person: member.person, code, unblock })
  const inCare = member.where === "foster-care" || member.where === "orr"
  if (custody === undefined) return inCare ? [block("custody-unknown", "record-who-holds-the-child")] : []
  const blocks: FamilyBlock[] = []
  if (custody.holder === "unknown") blocks.push(block("custody-unknown", "record-who-holds-the-child"))
  if ((inCare || custody.holder === "court" || custody.holder === "placement-agency") && !custody.courtOrder) {
    blocks.push(block("no-court-order", "court-order"))
  }
  if ((inCare || custody.holder === "placement-agency" || custody.holder === "orr") && !custody.agencyAgrees) {
    blocks.push(block("agency-silent", "placement-agency"))
  }
  if (custody.otherParent === "silent") blocks.push(block("other-parent-silent", "other-parent-declaration"))
  if (custody.otherParent === "refuses") blocks.push(block("other-parent-refuses", "court-order-on-departure"))
  if (inCare && member.bestInterests !== "determined") blocks.push(block("no-best-interests", "best-interests-determination"))
  return blocks
}

/** Own words first: silence is not a yes, and wanting to stay is an answer. */
export function consentBlock(member: FamilyMember, minor: boolean): FamilyBlock | null {
  if (member.wish === "stay") return null
  if (member.wish === "silent" && !minor) return { person: member.person, code: "has-not-spoken", unblock: "own-decision" }
  if (member.consentMissing !== null) return { person: member.person, code: member.consentMissing, unblock: "own-consent" }
  return null
}

/** What a recorded split still lacks; empty means that it stands. */
export function splitBlocks(split: FamilySplit, facts: FamilyFacts, on: PlainDate): FamilyBlock[] {
  const blocks: FamilyBlock[] = []
  const block = (code: string, unblock: string, person: string | null = null): void => {
    blocks.push({ person, code, unblock })
  }
  if (split.reason.trim() === "") block("split-without-reason", "give-reason")
  if (new Set(split.decidedBy).size < 2) block("split-by-one", "second-member")
  const minors = facts.members.filter((member) => isMinor(member, on))
  for (const member of facts.members) {
    const going = split.going.includes(member.person)
    if (going === split.staying.includes(member.person)) block("split-leaves-open", "say-who-goes-and-who-stays", member.person)
    else if (going && !minors.includes(member) && !split.agreedBy.includes(member.person))
      block("split-not-agreed", "own-decision", member.person)
  }
  const raising = facts.members.filter((member) => isRaising(member) && !minors.includes(member))
  const goes = (member: FamilyMember) => split.going.includes(member.person)
  for (const child of minors.filter(goes)) {
    for (const parent of raising.filter((adult) => !goes(adult))) {
      if (!split.agreedBy.includes(parent.person) && !otherParentSettled(child))
        block("split-not-agreed", "other-parent-declaration", parent.person)
    }
  }
  const parted = minors.some((child) => raising.some((adult) => goes(adult) !== goes(child)))
  if (parted && split.bestInterests !== "determined") block("no-best-interests", "best-interests-determination")
  else if (minors.length > 0 && split.bestInterests === "none") block("no-best-interests", "best-interests-assessment")
  return blocks
}

const isRaising = (member: FamilyMember): boolean => member.relation === "principal" || member.relation === "spouse"

/** The other parent's word is on paper, or there is nobody to give it. */
function otherParentSettled(child: FamilyMember): boolean {
  return ["declared", "deceased", "no-other-parent"].includes(child.custody?.otherParent ?? "silent")
}

export function readiness(facts: FamilyFacts, on: PlainDate): FamilyReadiness {
  const none: readonly string[] = []
  if (facts.members.length === 0) {
    return { state: "BLOCKED_CONSENT", blocks: [{ person: null, code: "nobody-named", unblock: "name-a-person" }], mayGo: none }
  }
  if (facts.split) return afterSplit(facts, facts.split, on)
  const moving = facts.members.filter((member) => member.wish !== "stay")
  const custody = moving.filter((member) => isMinor(member, on)).flatMap(custodyBlocks)
  const consent = moving.map((member) => consentBlock(member, isMinor(member, on))).filter((block) => block !== null)
  const staying = facts.members.filter((member) => member.wish === "stay")
  const apart: FamilyBlock[] = staying.map((member) => ({ person: member.person, code: "stays", unblock: "split-decision" }))
  const blocks = [...custody, ...consent, ...apart]
  if (custody.length > 0) return { state: "BLOCKED_CUSTODY", blocks, mayGo: none }
  if (consent.length > 0) return { state: "BLOCKED_CONSENT", blocks, mayGo: none }
  if (apart.length > 0) return { state: "SPLIT_PENDING", blocks, mayGo: none }
  return { state: "COMPLETE", blocks, mayGo: moving.map((member) => member.person) }
}

/** A split that stands frees those who go from waiting for those who stay; their own papers must be whole all the same. */
function afterSplit(facts: FamilyFacts, split: FamilySplit, on: PlainDate): FamilyReadiness {
  const going = facts.members.filter((member) => split.going.includes(member.person))
  const open = splitBlocks(split, facts, on)
  const custody = going.filter((member) => isMinor(member, on)).flatMap(custodyBlocks)
  const unwilling: FamilyBlock[] = going
    .filter((member) => member.wish === "stay")
    .map((member) => ({ person: member.person, code: "wants-to-stay", unblock: "own-decision" }))
  const consent = going.map((member) => consentBlock(member, isMinor(member, on))).filter((block) => block !== null)
  const blocks = [...custody, ...consent, ...unwilling, ...open]
  if (custody.length > 0) return { state: "BLOCKED_CUSTODY", blocks, mayGo: [] }
  if (consent.length > 0 || unwilling.length > 0) return { state: "BLOCKED_CONSENT", blocks, mayGo: [] }
  if (open.length > 0 || going.length === 0) return { state: "SPLIT_PENDING", blocks, mayGo: [] }
  return { state: "PARTIAL_CONSENTED", blocks: [], mayGo: going.map((member) => member.person) }
}
