// The same answer as steps for people: what stands, what is next. A missing step is a thing to do, never a red "no".
import type { Claim } from "./claim.ts"
import type { Dossier } from "./dossier.ts"
import type { EvidenceStandard } from "./policy.ts"
import { type Gap, type JudgedClaim, judge, type RequirementId } from "./standard.ts"

export interface Rung {
  readonly id: "told" | RequirementId
  /** `next`: the lowest step not yet stood on; `later`: above it. */
  readonly stands: "yes" | "next" | "later"
  readonly by: readonly string[]
  readonly toDo: readonly Gap[]
}

export interface Ladder {
  readonly claim: string
  readonly reached: number
  readonly of: number
  readonly rungs: readonly Rung[]
}

/** From the ground up: the account is told, a record, who it is about, a second origin, nothing against it, two readers. */
const order = ["primary-record", "identity-link", "two-independent-sources", "no-open-contradiction", "two-readers"] as const

/** One ladder a claim; the one nearest the top first, since one core claim carries the standard. */
export function ladders(dossier: Dossier, standard: EvidenceStandard): Ladder[] {
  const judged = judge(dossier, standard).claims
  const all = judged.map((claim, i) => ladderOf(claim, dossier.claims[i] as Claim))
  return all.sort((a, b) => b.reached - a.reached)
}

function ladderOf(judged: JudgedClaim, claim: Claim): Ladder {
  const told = (claim.what ?? "").trim() !== ""
  const steps = order.map((id) => {
    const one = judged.requirements.find((requirement) => requirement.id === id)
    if (one === undefined) throw new Error(`a judged claim lacks ${id}`)
    return { id, met: one.met, by: one.by, toDo: judged.wouldCloseTheGap.filter((gap) => gap.requirement === id) }
  })
  const all = [{ id: "told" as const, met: told, by: [] as string[], toDo: [] as Gap[] }, ...steps]
  const next = all.findIndex((step) => !step.met)
  return {
    claim: judged.claim,
    reached: all.filter((step) => step.met).length,
    of: all.length,
    rungs: all.map((step, i) => ({ id: step.id, stands: step.met ? "yes" : i === next ? "next" : "later", by: step.by, toDo: step.toDo })),
  }
}
