// What is asked about a person, whole when added and in parts when described.
import { type FieldSpec, field, optional, pick, plain } from "../case/form/spec.ts"
import { countries } from "./countries.ts"

const circuits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "DC"]

export const relationField = (more: { readonly optional?: true } = {}): FieldSpec =>
  pick("/relation", "relation", "relation", ["principal", "spouse", "child", "parent", "sibling", "other"], more)

export const personFields: readonly FieldSpec[] = [
  field("day", "/born", "born", optional),
  field("a-numbers", "/aNumbers", "aNumbers", optional),
  pick("/countryOfBirth", "birthCountry", "country", countries, optional),
  pick("/countryOfBirthAsRecorded", "birthCountryAs", "country", countries, optional),
  pick("/citizenship", "citizenship", "country", countries, optional),
  field("lines", "/languages", "languages", { optional: true, hint: "languages" }),
  field("long", "/health", "health", { optional: true, hint: "health" }),
  plain("/court/circuit", "circuit", circuits, optional),
  field("text", "/court/state", "courtState", optional),
]
