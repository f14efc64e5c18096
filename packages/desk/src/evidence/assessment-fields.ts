// How members judge a piece of evidence, the first time and every later time.
import { sources } from "@safe-conduct/domain/evidence"
import { field, type FieldSpec, many, optional, pick } from "../case/form/spec.ts"

export const assessmentFields: readonly FieldSpec[] = [
  many("claim", "/claims", "claims"),
  pick("/source", "source", "source", sources),
  field("text", "/origin", "origin", { hint: "origin", blank: true }),
  pick("/authenticity", "authenticity", "authenticity", ["verified", "plausible", "doubtful", "refuted"]),
  pick("/identity", "identity", "identity", ["verified", "likely", "unlinked"]),
  field("tick", "/contrary", "contrary", { optional: true, hint: "contrary" }),
  field("day", "/dated", "dated", optional),
  field("long", "/note", "note", optional),
]
