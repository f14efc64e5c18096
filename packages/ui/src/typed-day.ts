// A date as a person gives it, in three pieces, kept as typed: day and month can never be swapped, because the month is a name.
export interface TypedDay {
  readonly day: string
  /** "1" to "12", or empty. */
  readonly month: string
  readonly year: string
}

export const noDay: TypedDay = { day: "", month: "", year: "" }
export const isNoDay = ({ day, month, year }: TypedDay): boolean => day.trim() === "" && month === "" && year.trim() === ""

/**
 * YYYY-MM-DD for a whole date; with `partial`, also YYYY-MM or YYYY. What cannot be put so comes back joined as it was typed,
 * which no reader of dates accepts: the refusal then names the field, and nothing typed is lost. Undefined when nothing was typed.
 */
export function dayText(typed: TypedDay, partial = false): string | undefined {
  if (isNoDay(typed)) return undefined
  const [day, year] = [typed.day.trim(), typed.year.trim()]
  const pieces = [year, typed.month, day]
  const given = pieces.findIndex((piece) => piece === "")
  const gap = given !== -1 && pieces.slice(given).some((piece) => piece !== "")
  if (gap || (given !== -1 && !partial)) return pieces.map((piece) => piece || "?").join("-")
  return pieces
    .filter((piece) => piece !== "")
    .map((piece, at) => (at === 0 ? piece : piece.padStart(2, "0")))
    .join("-")
}

/** The other way, for a draft or a stored value. */
export function typedDay(text: string | undefined): TypedDay {
  const [year = "", month = "", day = ""] = (text ?? "").split("-")
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year }
}
