// Where the pages are. A link keeps the reader's language: nothing is stored for that, and the address says it.
import type { Language } from "@safe-conduct/ui/language-switch.tsx"

export const listedPages = ["index", "ask", "mailbox", "folder", "paper", "safety"] as const
/** `self-help` is reached from where it is needed; `take` is for members, by the link of a notice alone. */
export const pageNames = [...listedPages, "self-help", "take"] as const
export type PageName = (typeof pageNames)[number]

export const pathOf = (page: PageName, language: Language, hash = ""): string => `/${page === "index" ? "" : page}?lang=${language}${hash}`
