// Which ICE field office a place falls to, from the public list of areas. A state with one office needs nothing else; three states are
// shared by county, the list of places has no counties, and then the nearest of that state's offices is named and marked as such.
import { stateNames } from "@safe-conduct/domain/custody"
import { type Read, readTable } from "./columns.ts"
import type { CsvText } from "./csv.ts"

export interface Office {
  readonly name: string
  readonly at: readonly [number, number] | undefined
}
export interface Areas {
  /** By state code, each with the offices that share it. */
  readonly byState: ReadonlyMap<string, readonly string[]>
}

const codes = new Map(Object.entries(stateNames).map(([code, [name]]) => [(name as string).toLowerCase(), code]))
const others: Readonly<Record<string, string>> = {
  "district of columbia": "DC",
  "washington, d.c.": "DC",
  "u.s. virgin islands": "VI",
  "virgin islands": "VI",
  saipan: "MP",
}
export const stateCode = (text: string): string => {
  const plain = text.trim().toLowerCase()
  return /^[a-z]{2}$/.test(plain) ? plain.toUpperCase() : (codes.get(plain) ?? others[plain] ?? "")
}

export function readAreas(file: string, text: CsvText): Read<Areas> {
  const table = readTable(file, text, {
    office: { called: ["office_name", "office"], needed: true },
    state: { called: ["state_name", "state"], needed: true },
  })
  if (!table.ok) return table
  const byState = new Map<string, string[]>()
  for (const record of table.value.records) {
    const code = stateCode(record.get("state"))
    const office = record.get("office")
    if (code === "" || office === "") continue
    const known = byState.get(code) ?? []
    if (!known.includes(office)) byState.set(code, [...known, office])
  }
  return { ok: true, value: { byState } }
}

export function readOffices(file: string, text: CsvText): Read<readonly Office[]> {
  const table = readTable(file, text, {
    name: { called: ["office_name", "office"], needed: true },
    lat: { called: ["lat", "latitude"] },
    lon: { called: ["lon", "lng", "longitude"] },
  })
  if (!table.ok) return table
  return {
    ok: true,
    value: table.value.records.map((record) => ({
      name: record.get("name").replace(/ (Field|Sub)[- ]Office$/i, ""),
      at: pointOf(record.get("lat"), record.get("lon")),
    })),
  }
}

export function pointOf(lat: string, lon: string): readonly [number, number] | undefined {
  if (lat === "" || lon === "") return undefined
  const [y, x] = [Number(lat), Number(lon)]
  if (!Number.isFinite(y) || !Number.isFinite(x) || Math.abs(y) > 90 || Math.abs(x) > 180) return undefined
  return [Math.round(y * 1e4) / 1e4, Math.round(x * 1e4) / 1e4]
}

/** Near enough for choosing among offices hundreds of miles apart. */
const apart = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number =>
  (a - c) ** 2 + ((b - d) * Math.cos(((a + c) * Math.PI) / 360)) ** 2

export function officeOf(
  state: string,
  at: readonly [number, number] | undefined,
  areas: Areas,
  offices: readonly Office[],
): { readonly office?: string; readonly officeByDistance?: true } {
  const named = areas.byState.get(state) ?? []
  if (named.length === 1) return { office: named[0] as string }
  const near = offices
    .flatMap((office) =>
      named.includes(office.name) && office.at !== undefined && at !== undefined ? [{ name: office.name, far: apart(office.at, at) }] : [],
    )
    .sort((a, b) => a.far - b.far)[0]
  return near === undefined ? {} : { office: near.name, officeByDistance: true }
}
