// What a finding rests on, frozen by hash at the moment it is recommended: each item as it then stood, and the policy that judged it.
import * as v from "valibot"
import { Hash, Id } from "../stream/line.ts"

/** `hash` is that of the entry which last said what the item is: its binding or its latest reassessment. */
export const Basis = v.strictObject({
  evidence: v.pipe(v.array(v.strictObject({ id: Id, hash: Hash })), v.maxLength(5_000, "too-many")),
  policyHash: Hash,
})
export type Basis = v.InferOutput<typeof Basis>

type Frozen = Readonly<Basis["evidence"][number]>

export type BasisFault = "basis-unknown" | "basis-changed" | "basis-incomplete"

/** Nothing may be missing and nothing stale: an item left out may be the contrary one. */
export function basisFault(
  given: readonly Frozen[],
  standing: readonly Frozen[],
): { readonly fault: BasisFault; readonly id: string } | null {
  for (const { id, hash } of given) {
    const now = standing.find((item) => item.id === id)
    if (now === undefined) return { fault: "basis-unknown", id }
    if (now.hash !== hash) return { fault: "basis-changed", id }
  }
  const left = standing.find((item) => !given.some((one) => one.id === item.id))
  return left === undefined ? null : { fault: "basis-incomplete", id: left.id }
}
