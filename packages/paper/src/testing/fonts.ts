// PT Serif and PT Sans (OFL) as bytes, for tests. Pages and the command line bring their own.
import { readFileSync } from "node:fs"
import type { PaperFonts } from "../pdf.ts"

const face = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../node_modules/@expo-google-fonts/${file}.ttf`, import.meta.url)))

export const sampleFonts: PaperFonts = {
  serif: face("pt-serif/400Regular/PTSerif_400Regular"),
  serifBold: face("pt-serif/700Bold/PTSerif_700Bold"),
  sans: face("pt-sans/400Regular/PTSans_400Regular"),
  sansBold: face("pt-sans/700Bold/PTSans_700Bold"),
}
