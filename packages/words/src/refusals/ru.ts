// Sentences for refusals (ru).
import type { Sentences } from "./index.ts"

export const sentences = {
  "not-known-here": "x",
} satisfies Sentences as Sentences
