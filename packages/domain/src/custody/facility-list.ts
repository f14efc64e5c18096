// A list of places as an operator brought it, and the one list that the desk works with: shipped, then brought, one row a code.
import * as v from "valibot"
import { Facility } from "./facility.ts"

export const FacilityList = v.strictObject({
  v: v.literal(1),
  /** File names, as the operator had them. */
  from: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.minLength(1), v.maxLength(8)),
  facilities: v.pipe(v.array(Facility), v.minLength(1, "no-facilities"), v.maxLength(5_000, "too-many")),
})
export type FacilityList = v.InferOutput<typeof FacilityList>

/** By code; without one, a house is its name in its town. */
const keyOf = ({ code, name, city, state }: Facility): string => (code === "" ? `${name}|${city}|${state}`.toLowerCase() : code)

const union = (...all: readonly (readonly string[] | undefined)[]): readonly string[] => [...new Set(all.flatMap((one) => one ?? []))]

/**
 * A later list adds places, names and offices and corrects addresses; it never takes a name away, nor the mark of a staging site:
 * being wrong about that is the dearer mistake, and taking it away needs two members (overlay).
 */
export function mergeFacilities(first: readonly Facility[], later: readonly Facility[]): readonly Facility[] {
  const merged = new Map(first.map((one) => [keyOf(one), one]))
  for (const one of later) {
    const known = merged.get(keyOf(one))
    if (known === undefined) {
      merged.set(keyOf(one), one)
      continue
    }
    const also = union(known.also, [known.name], one.also).filter((name) => name !== one.name)
    const staging = known.staging || one.staging
    merged.set(keyOf(one), {
      ...known,
      ...one,
      city: one.city || known.city,
      state: one.state || known.state,
      staging,
      ...(also.length === 0 ? {} : { also: [...also] }),
    })
  }
  return [...merged.values()]
}
