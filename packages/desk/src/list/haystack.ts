// What a typed word is looked for in: lower case, every spelling and number of everyone in a case. Made in moments in which the browser
// has nothing else to do, as soon as the rows have come, so that the first key finds it ready; and once for a row, as long as it stands.
import type { CaseRow } from "@safe-conduct/client/member"
import { whenIdle } from "../app/when-idle.ts"

const known = new WeakMap<CaseRow, string>()

export function haystackOf(row: CaseRow): string {
  const before = known.get(row)
  if (before !== undefined) return before
  const made = spelled(row)
  known.set(row, made)
  return made
}

const spelled = (row: CaseRow): string =>
  [
    row.title,
    ...row.people.flatMap((one) => [
      one.cyrillic,
      one.latin,
      ...one.names.map((name) => [name.surname, name.given, name.patronymic].join(" ")),
      ...one.aNumbers,
      one.where?.facility ?? "",
    ]),
    row.ownerName ?? "",
  ]
    .join(" ")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("\n", " ")

/** The clock is looked at once for so many. */
const few = 50

/** Ends when it is told to. */
export function readAhead(rows: readonly CaseRow[]): () => void {
  let at = 0
  let cancel = (): void => {}
  const read = (left: () => number): void => {
    do for (const end = Math.min(at + few, rows.length); at < end; at++) haystackOf(rows[at] as CaseRow)
    while (at < rows.length && left() > 2)
    if (at < rows.length) cancel = whenIdle(read)
  }
  cancel = whenIdle(read)
  return () => cancel()
}
