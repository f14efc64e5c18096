// One piece of evidence as members judged it: what kind of source, from which origin, how sure of the paper and of the person.
import * as v from "valibot"
import { PlainDate } from "../time/plain-date.ts"
import { Id } from "./claim.ts"

export const sources = ["official-record", "organisation-letter", "publication", "media", "witness", "own-statement", "document"] as const
export const Source = v.picklist(sources)
export type Source = (typeof sources)[number]

export const Authenticity = v.picklist(["verified", "plausible", "doubtful", "refuted"])
export type Authenticity = v.InferOutput<typeof Authenticity>

/** How surely the item is about this person and not a namesake. */
export const Identity = v.picklist(["verified", "likely", "unlinked"])
export type Identity = v.InferOutput<typeof Identity>

export const EvidenceItem = v.strictObject({
  id: Id,
  claims: v.pipe(v.array(Id), v.maxLength(200, "too-many")),
  source: Source,
  /** The independence group: reposts of one text share one origin. Blank when nobody knows where it comes from. */
  origin: v.pipe(v.string(), v.maxLength(200, "too-long")),
  authenticity: Authenticity,
  identity: Identity,
  contrary: v.optional(v.boolean(), false),
  dated: v.optional(PlainDate),
})
export type EvidenceItem = v.InferOutput<typeof EvidenceItem>
