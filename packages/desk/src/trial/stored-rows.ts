// Rows as the server gives them in a trial: tables of plain values, bytes as hex. Long bytes are shown by their beginning and size.
export type Stored = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

export const isTables = (value: unknown): value is Stored =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((rows) => Array.isArray(rows) && rows.every((row) => typeof row === "object" && row !== null))

const shown = 96

export function noiseOf(value: unknown, size: (bytes: number) => string): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "")
  if (text.length <= shown) return text
  const bytes = /^[0-9a-f]+$/.test(text) ? text.length / 2 : text.length
  return `${text.slice(0, shown)}… ${size(bytes)}`
}

/** Tables with the most noise first: what is sealed is the point, and the rest is its address. */
export const noisiestFirst = (stored: Stored): readonly (readonly [table: string, rows: Stored[string]])[] =>
  Object.entries(stored)
    .filter(([, rows]) => rows.length > 0)
    .toSorted(([, a], [, b]) => longest(b) - longest(a))
const longest = (rows: Stored[string]): number =>
  Math.max(...rows.flatMap((row) => Object.values(row).map((value) => (typeof value === "string" ? value.length : 0))))
