// The public lists of places become the desk's list: one row a code, every name that people use, the field office, the clock on the
// wall. A row that cannot be read is named with its line and reason and given back as it stood; nothing is dropped in silence.
import { basename } from "node:path"
import { type Facility, type FacilityList, mergeFacilities } from "@safe-conduct/domain/custody"
import { timeZoneOf } from "@safe-conduct/domain/time"
import { refuse } from "../refusal.ts"
import { type Read, type Record, type Refused, type Table, readTable } from "./columns.ts"
import { type CsvText, decodeText, readCsv } from "./csv.ts"
import { type Areas, type Office, officeOf, pointOf, readAreas, readOffices, stateCode } from "./field-office.ts"
import { zoneOfPlace } from "./place-zone.ts"

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface GivenLists {
  readonly places: GivenFile
  readonly names?: GivenFile | undefined
  readonly areas?: GivenFile | undefined
  readonly offices?: GivenFile | undefined
}
/** Kept, and worth a person's look. */
export interface Flagged {
  readonly line: number
  readonly name: string
  readonly reason: string
}
export interface Merged {
  readonly code: string
  readonly lines: readonly number[]
}
export interface ReadLists {
  readonly list: FacilityList
  readonly names: number
  readonly merged: readonly Merged[]
  readonly flagged: readonly Flagged[]
  readonly refused: readonly Refused[]
}

const placeColumns = {
  id: { called: ["id", "facility_id"] },
  name: { called: ["name", "facility_name", "facility"], needed: true },
  code: { called: ["detloc", "code", "facility_code"], needed: true },
  city: { called: ["city", "facility_city"] },
  state: { called: ["state", "facility_state"], needed: true },
  lat: { called: ["lat", "latitude"] },
  lon: { called: ["lon", "lng", "longitude"] },
  type: { called: ["type", "facility_type"] },
} as const
const nameColumns = {
  id: { called: ["canonical_id"], needed: true },
  name: { called: ["facility_name", "name"], needed: true },
  city: { called: ["facility_city", "city"] },
} as const

const kinds: readonly (readonly [RegExp, NonNullable<Facility["kind"]>])[] = [
  [/hold|staging/i, "hold"],
  [/medical|hospital/i, "hospital"],
  [/family|youth/i, "family"],
  [/hotel/i, "hotel"],
  [/^dedicated/i, "detention"],
  [/non-dedicated|federal/i, "jail"],
]

/**
 * The lists put hold rooms, where people wait for hours, and staging sites, where flights are filled, under one type. Only what calls
 * itself staging, or coordinates removals, is marked as staging: otherwise everyone who passes a hold room would be an emergency.
 */
const isStaging = (name: string, type: string): boolean => /hold|staging/i.test(type) && /\bstaging\b|\brem(oval)? op/i.test(name)

const tidy = (text: string): string =>
  /[a-z]/.test(text) ? text : text.toLowerCase().replace(/(^|[\s.-])\p{L}/gu, (first) => first.toUpperCase())

const textOf = ({ bytes }: GivenFile): CsvText => readCsv(decodeText(bytes))

export function readLists(given: GivenLists): Read<ReadLists> {
  const file = basename(given.places.name)
  const places = readTable(file, textOf(given.places), placeColumns)
  if (!places.ok) return places
  const names = given.names === undefined ? null : readTable(basename(given.names.name), textOf(given.names), nameColumns)
  if (names !== null && !names.ok) return names
  const areas: Read<Areas> =
    given.areas === undefined ? { ok: true, value: { byState: new Map() } } : readAreas(basename(given.areas.name), textOf(given.areas))
  if (!areas.ok) return areas
  const offices: Read<readonly Office[]> =
    given.offices === undefined ? { ok: true, value: [] } : readOffices(basename(given.offices.name), textOf(given.offices))
  if (!offices.ok) return offices

  const refused: Refused[] = [...places.value.refused]
  const flagged: Flagged[] = []
  const byId = new Map<string, Facility>()
  const lines = new Map<string, number[]>()
  const read: { readonly id: string; readonly facility: Facility }[] = []
  for (const record of places.value.records) {
    const one = facilityOf(record, areas.value, offices.value, (reason) =>
      flagged.push({ line: record.line, name: record.get("name"), reason }),
    )
    if (typeof one === "string") {
      refused.push({ file, line: record.line, reason: one, row: Object.keys(placeColumns).map((name) => record.get(name)) })
      continue
    }
    read.push({ id: record.get("id"), facility: one })
    byId.set(record.get("id"), one)
    if (one.code !== "") lines.set(one.code, [...(lines.get(one.code) ?? []), record.line])
  }
  if (read.length === 0) return { ok: false, refusal: refuse("no-facilities", `No row of ${file} could be read as a place.`, `/${file}`) }

  const also = names === null ? new Map<string, string[]>() : otherNames(basename(given.names?.name ?? ""), names.value, byId, refused)
  const whole = read.map(({ id, facility }): Facility => {
    const more = [...new Set(also.get(id) ?? [])].filter((name) => name !== facility.name)
    return more.length === 0 ? facility : { ...facility, also: more }
  })
  const from = [given.places, given.names, given.areas, given.offices].flatMap((one) => (one === undefined ? [] : [basename(one.name)]))
  return {
    ok: true,
    value: {
      list: { v: 1, from, facilities: [...mergeFacilities([], whole)] },
      names: [...also.values()].reduce((sum, all) => sum + all.length, 0),
      merged: [...lines].flatMap(([code, all]) => (all.length > 1 ? [{ code, lines: all }] : [])),
      flagged,
      refused,
    },
  }
}

/** A place, or why the row is none. */
function facilityOf(record: Record, areas: Areas, offices: readonly Office[], flag: (reason: string) => void): Facility | string {
  const name = tidy(record.get("name"))
  const code = record.get("code").toUpperCase()
  if (name === "") return "A place needs a name."
  if (code !== "" && !/^[A-Z0-9]{2,12}$/.test(code)) return `"${code}" is not a facility code: 2 to 12 letters and digits.`
  if (code === "") flag("It has no code in the list: it is found by its name.")
  const written = record.get("state")
  const state = stateCode(written)
  if (state === "" && written !== "") flag(`"${written}" is no state: it is kept with the town.`)
  const at = pointOf(record.get("lat"), record.get("lon"))
  if (at === undefined && `${record.get("lat")}${record.get("lon")}` !== "")
    flag("Latitude and longitude are not a point on the map: left out.")
  const { zone, sure } = zoneOfPlace(state, at)
  if (!sure) flag(`The list does not say enough to know its clock: ${zone} is taken.`)
  const type = record.get("type")
  const staging = isStaging(record.get("name"), type)
  return {
    code,
    name,
    city: [tidy(record.get("city")), state === "" ? written : ""].filter((part) => part !== "").join(", "),
    state,
    timeZone: timeZoneOf(zone),
    staging,
    kind: kinds.find(([pattern]) => pattern.test(type))?.[1] ?? "other",
    ...officeOf(state, at, areas, offices),
    ...(at === undefined ? {} : { at: [at[0], at[1]] as [number, number] }),
  }
}

function otherNames(
  file: string,
  { records, refused: bad }: Table,
  byId: ReadonlyMap<string, Facility>,
  refused: Refused[],
): Map<string, string[]> {
  const also = new Map<string, string[]>()
  refused.push(...bad)
  for (const record of records) {
    const id = record.get("id")
    const name = record.get("name")
    if (name === "" || !byId.has(id)) {
      const reason = name === "" ? "A name is missing." : `No place of the list has the id "${id}".`
      refused.push({ file, line: record.line, reason, row: [id, name] })
      continue
    }
    also.set(id, [...(also.get(id) ?? []), name])
  }
  return also
}
