// French sets a space before its colon, one that never begins a line.
import type { Language } from "@safe-conduct/words/choose.ts"

export const colon = (language: Language): string => (language === "fr" ? "\u00a0: " : ": ")
