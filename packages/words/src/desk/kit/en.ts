// The words of the ready kit, in English.
import type { KitWords } from "./index.ts"

export const kit: KitWords = {
  count: (here, of) => `${here} of ${of}`,
  here: "here",
  missing: "missing",
}
