// Where everyone is held, by place: how many, and the gravest that stands there. Whoever's place nobody knows is counted and named too: a
// map that shows only what is known says that all is well.
import type { CaseRow, RowPerson, UrgencyLevel } from "@safe-conduct/client/member"
import { facilityByCode, type Facility } from "@safe-conduct/domain/custody"

export interface HeldPerson {
  readonly stream: string
  readonly person: string
  readonly name: string
  readonly level: UrgencyLevel
}
export interface HeldPlace {
  readonly key: string
  readonly name: string
  readonly state: string
  readonly staging: boolean
  /** Latitude and longitude; null where no list tells. */
  readonly at: readonly [number, number] | null
  /** The gravest first. */
  readonly people: readonly HeldPerson[]
  /** Of the gravest. */
  readonly level: UrgencyLevel
}
export interface Held {
  /** The gravest first, then where most are. */
  readonly places: readonly HeldPlace[]
  /** Detained, and nobody has said where; or nobody knows whether. */
  readonly unknown: readonly HeldPerson[]
  /** In care apart from their family: no address of a child's is kept. */
  readonly inCare: readonly HeldPerson[]
}

const grave: readonly UrgencyLevel[] = ["E", "U", "H", "N"]
const byGravity = (a: { readonly level: UrgencyLevel }, b: { readonly level: UrgencyLevel }): number =>
  grave.indexOf(a.level) - grave.indexOf(b.level)

export function heldPlaces(rows: readonly CaseRow[], facilities: readonly Facility[], latinFirst: boolean): Held {
  const places = new Map<string, { name: string; state: string; staging: boolean; at: Facility["at"]; people: HeldPerson[] }>()
  const unknown: HeldPerson[] = []
  const inCare: HeldPerson[] = []
  for (const row of rows) {
    if (row.closed) continue
    for (const one of row.people) {
      const { where } = one
      if (one.outcome !== null || where?.kind === "free") continue
      const held = heldPerson(row, one, latinFirst)
      if (where?.kind === "orr" || where?.kind === "foster-care") inCare.push(held)
      else if (where?.kind !== "detained" || where.facility === "") unknown.push(held)
      else {
        const known = where.code === null ? undefined : facilityByCode(where.code, facilities)
        const key = where.code ?? `${where.facility.toLowerCase()}|${where.state ?? ""}`
        const place = places.get(key) ?? {
          name: known?.name ?? where.facility,
          state: known?.state ?? where.state ?? "",
          staging: known?.staging ?? where.staging,
          at: known?.at,
          people: [],
        }
        place.people.push(held)
        places.set(key, place)
      }
    }
  }
  return {
    places: [...places]
      .map(([key, { at, people, ...place }]): HeldPlace => {
        const ordered = people.toSorted(byGravity)
        return { key, ...place, at: at ?? null, people: ordered, level: ordered[0]?.level ?? "N" }
      })
      .toSorted((a, b) => byGravity(a, b) || b.people.length - a.people.length || (a.name < b.name ? -1 : 1)),
    unknown: unknown.toSorted(byGravity),
    inCare,
  }
}

const heldPerson = ({ stream, title }: CaseRow, one: RowPerson, latinFirst: boolean): HeldPerson => ({
  stream,
  person: one.person,
  name: (latinFirst ? one.latin || one.cyrillic : one.cyrillic || one.latin) || title,
  level: one.lowered ?? one.clock.urgency.level,
})
