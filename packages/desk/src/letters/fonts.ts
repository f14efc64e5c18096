// The four faces of a paper, fetched when the first paper is made and then kept.
import sans from "@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf?url"
import sansBold from "@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf?url"
import serif from "@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf?url"
import serifBold from "@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf?url"
import type { PaperFonts } from "@safe-conduct/paper"

const face = async (address: string): Promise<Uint8Array> => {
  const got = await fetch(address)
  if (!got.ok) throw new Error(`a face of the paper is missing: ${address}`)
  return new Uint8Array(await got.arrayBuffer())
}

let kept: Promise<PaperFonts> | null = null

export function loadFonts(): Promise<PaperFonts> {
  kept ??= Promise.all([serif, serifBold, sans, sansBold].map(face)).then(([one, two, three, four]) => ({
    serif: one as Uint8Array,
    serifBold: two as Uint8Array,
    sans: three as Uint8Array,
    sansBold: four as Uint8Array,
  }))
  // A line that was down is asked again next time.
  kept.catch(() => (kept = null))
  return kept
}
