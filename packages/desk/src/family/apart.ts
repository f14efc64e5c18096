// Where the members of a family are kept when it is not one place, and how far from one another.
import { kilometresBetween, type Point } from "@safe-conduct/domain/custody"
import type { PersonLine } from "@safe-conduct/client/member"

export interface Apart {
  readonly places: readonly string[]
  /** Between each two whose place on the map is known, the farthest first. */
  readonly distances: readonly { readonly from: string; readonly to: string; readonly kilometres: number }[]
}

type Member = Pick<PersonLine, "person" | "where" | "outcome">

/** Null while nobody is known to be away from another: who is free and of whom nothing is known says nothing of a place. */
export function apart(people: readonly Member[], pointOf: (code: string) => Point | undefined): Apart | null {
  const kept = people.flatMap(({ where, outcome }) =>
    outcome !== null || where === null || where.kind === "unknown" ? [] : [{ ...where, name: where.facility || where.state || where.kind }],
  )
  const places = [...new Map(kept.map((one) => [one.code ?? one.name, one])).values()]
  if (places.length < 2 || !places.some(({ kind }) => kind !== "free")) return null
  const known = places.flatMap((one) => {
    const at = one.code === null ? undefined : pointOf(one.code)
    return at === undefined ? [] : [{ name: one.name, at }]
  })
  const distances = known.flatMap((from, n) =>
    known.slice(n + 1).map((to) => ({ from: from.name, to: to.name, kilometres: kilometresBetween(from.at, to.at) })),
  )
  return { places: places.map(({ name }) => name), distances: distances.toSorted((a, b) => b.kilometres - a.kilometres) }
}
