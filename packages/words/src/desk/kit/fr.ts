// The words of the ready kit, in French.
import type { KitWords } from "./index.ts"

export const kit: KitWords = {
  count: (here, of) => `${here} sur ${of}`,
  here: "réuni",
  missing: "manque",
}
