// The words of the ready kit, in Russian.
import type { KitWords } from "./index.ts"

export const kit: KitWords = {
  count: (here, of) => `${here} из ${of}`,
  here: "есть",
  missing: "нет",
}
