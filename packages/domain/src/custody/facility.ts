// A place where people are held, as the programme ships it or as an operator's list names it.
import * as v from "valibot"
import { TimeZone } from "../time/index.ts"

/** What kind of house it is, so that a hospital or a hold room does not stand before the jail of the same town. */
export const facilityKinds = ["detention", "jail", "family", "hold", "hospital", "hotel", "other"] as const

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const degrees = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180))

export const Facility = v.strictObject({
  /** ICE's own code; empty where the public lists know none. */
  code: v.pipe(v.string(), v.maxLength(40)),
  name: word,
  city: v.pipe(v.string(), v.maxLength(200)),
  /** Two letters, or empty where the lists do not say. */
  state: v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/, "bad-state")),
  timeZone: TimeZone,
  /** People are gathered here shortly before a flight. */
  staging: v.boolean(),
  kind: v.optional(v.picklist(facilityKinds)),
  /** The ICE field office whose area it lies in. */
  office: v.optional(word),
  /** The state has several offices and the lists do not say which: the nearest of them. */
  officeByDistance: v.optional(v.literal(true)),
  /** Latitude and longitude. */
  at: v.optional(v.tuple([degrees, degrees])),
  /** Other names people use, in any script. */
  also: v.optional(v.pipe(v.array(word), v.maxLength(60))),
})
export type Facility = Readonly<v.InferOutput<typeof Facility>>

const codes = new WeakMap<readonly Facility[], ReadonlyMap<string, Facility>>()

export function facilityByCode(code: string, list: readonly Facility[]): Facility | undefined {
  let known = codes.get(list)
  if (!known) codes.set(list, (known = new Map(list.flatMap((f) => (f.code === "" ? [] : [[f.code, f] as const])))))
  return known.get(code.trim().toUpperCase())
}
