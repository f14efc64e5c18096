// Looks through a store as whoever stole it would, for who called and when: every column of every table, for addresses, for what callers
// said of themselves, and for any time finer than the hour.
import { DatabaseSync } from "node:sqlite"
import { hits } from "./search.ts"

const HOUR = 3_600_000

export interface Sought {
  /** IPv4 addresses of callers. */
  readonly addresses: readonly string[]
  /** Words that they said of themselves. */
  readonly marks: readonly string[]
  /** Milliseconds since 1970: the time in which they called. */
  readonly from: number
  readonly to: number
}

/** `table.column: what was found`, each once. */
export function foundIn(file: string, sought: Sought): string[] {
  const store = new DatabaseSync(file, { readOnly: true })
  const found = new Set<string>()
  try {
    const tables = store.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
    for (const { name } of tables)
      for (const row of store.prepare(`SELECT * FROM "${name}"`).iterate() as Iterable<Readonly<Record<string, unknown>>>)
        for (const [column, value] of Object.entries(row)) for (const what of tells(value, sought)) found.add(`${name}.${column}: ${what}`)
  } finally {
    store.close()
  }
  return [...found].sort()
}

/** What one stored value tells. */
export function tells(value: unknown, sought: Sought): readonly string[] {
  if (typeof value === "number" || typeof value === "bigint") return fineNumber(Number(value), sought) ? ["a time"] : []
  if (typeof value === "string") return textTells(value, sought)
  if (!(value instanceof Uint8Array)) return []
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return [...textTells(bytes.toString("latin1"), sought), ...(packedTime(bytes, sought) ? ["a time"] : [])]
}

function textTells(text: string, sought: Sought): readonly string[] {
  const bytes = Buffer.from(text, "latin1")
  const who = [...sought.addresses.flatMap(spelledAddress), ...sought.marks]
  const clear = readable(text)
  return [
    ...(hits(sought.marks, [{ name: "", bytes }]).length > 0 ? ["a caller's own words"] : []),
    ...(who.some((word) => text.toLowerCase().includes(word.toLowerCase())) ? ["a caller"] : []),
    ...(clear.some((one) => fineText(one, sought)) ? ["a time"] : []),
  ]
}

/** As it stands, as hex, and as the number that four bytes make. */
const spelledAddress = (address: string): readonly string[] => {
  const parts = address.split(".").map(Number)
  const number = parts.reduce((sum, part) => sum * 256 + part, 0)
  return [address, `::ffff:${address}`, String(number), parts.map((part) => part.toString(16).padStart(2, "0")).join("")]
}

/** Stretches in which a time could be read. */
const readable = (text: string): readonly string[] => text.match(/[\d:.TZ+ -]{8,40}/g) ?? []

/** Seconds, minutes, milli-, micro- and nanoseconds since 1970; a whole hour tells no more than the hour. */
const units = [60_000, 1000, 1, 1e-3, 1e-6] as const
const within = (at: number, { from, to }: Sought): boolean => at >= from - HOUR && at <= to + 13 * HOUR
const fineNumber = (value: number, sought: Sought): boolean =>
  units.some((unit) => within(value * unit, sought) && (value * unit) % HOUR !== 0)

function fineText(text: string, sought: Sought): boolean {
  for (const [all] of text.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?/g)) {
    const at = Date.parse(`${all.replace(" ", "T")}Z`)
    if (within(at, sought) && at % HOUR !== 0) return true
  }
  return (text.match(/(?<!\d)\d{8,19}(?!\d)/g) ?? []).some((digits) => fineNumber(Number(digits), sought))
}

/** Eight bytes that are milliseconds, either way round, as a whole number or as a float. Fewer bytes meet by chance. */
function packedTime(bytes: Buffer, sought: Sought): boolean {
  for (let at = 0; at + 8 <= bytes.length; at++) {
    // The first three of a millisecond today are 0, 0, 1 as a whole number and 0x42 0x79 as a float: all else is left quickly.
    const [a, b, g, h] = [bytes[at], bytes[at + 1], bytes[at + 6], bytes[at + 7]]
    const times = [
      ...(a === 0 && b === 0 ? [Number(bytes.readBigUInt64BE(at))] : []),
      ...(g === 0 && h === 0 ? [Number(bytes.readBigUInt64LE(at))] : []),
      ...(a === 0x42 ? [bytes.readDoubleBE(at)] : []),
      ...(h === 0x42 ? [bytes.readDoubleLE(at)] : []),
    ]
    if (times.some((time) => within(time, sought) && time % HOUR !== 0)) return true
  }
  return false
}
