// Sentences for refusals (fr).
import type { Sentences } from "./index.ts"

export const sentences = {
  "not-known-here": "x",
} satisfies Sentences as Sentences
