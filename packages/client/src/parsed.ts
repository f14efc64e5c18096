// Texts that people hand one another, as JSON: whoever reads one gets the shape or nothing.
import * as v from "valibot"

/** Null for a text that is not JSON, or not of this shape. */
export function parsed<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
