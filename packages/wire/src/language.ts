// Which language a reader gets: what they chose, else the first of their own that we speak, else English. The server that sends a page
// and the page itself must come to the same answer.
export const languages = ["ru", "en", "fr"] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: unknown): text is Language => languages.some((one) => one === text)

// People who were schooled in Russian more often than in English or French.
const readsRussian = /^(ru|be|kk|ky|tg|uz|hy|az|ka|tt|ba|ce|cv|sah|bua|xal)(-|$)/i

/** `preferred` is an Accept-Language header or `navigator.languages`. */
export function chooseLanguage(preferred: string | readonly string[] | null | undefined, chosen?: string | null): Language {
  if (isLanguage(chosen)) return chosen
  const tags = typeof preferred === "string" ? byWeight(preferred) : (preferred ?? [])
  for (const tag of tags) {
    const start = tag.toLowerCase().split("-")[0]
    if (isLanguage(start)) return start
    if (readsRussian.test(tag)) return "ru"
  }
  return "en"
}

function byWeight(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";")
      const weight = rest.map((item) => /^\s*q=([0-9.]+)\s*$/.exec(item)?.[1]).find((q) => q !== undefined)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
