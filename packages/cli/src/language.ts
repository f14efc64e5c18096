// The three languages in which words are written down.
export type WordLanguage = "en" | "fr" | "ru"

export const wordLanguage = (text: string): WordLanguage | null => (text === "en" || text === "fr" || text === "ru" ? text : null)
