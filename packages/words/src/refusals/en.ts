// Sentences for refusals (en).
import type { Sentences } from "./index.ts"

export const sentences = {
  "not-known-here": "x",
} satisfies Sentences as Sentences
