// What this device remembers of a person at the screen: language and light. Nothing of the desk itself is ever written here.
import { signal } from "@preact/signals"
import { chooseLanguage, isLanguage, type Language } from "@safe-conduct/words/choose.ts"

export type Theme = "system" | "light" | "dark"
export const themes = ["system", "light", "dark"] as const

/** Storage may be denied; then a choice lasts as long as the page. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Denied: the choice still holds until the page is closed.
  }
}

export const readLanguage = (): Language => {
  const asked = new URLSearchParams(location.search).get("lang")
  return isLanguage(asked) ? asked : chooseLanguage(navigator.languages, read("desk-language"))
}
export const keepLanguage = (language: Language): void => write("desk-language", language)

const stored = read("desk-theme")
export const theme = signal<Theme>(stored === "light" || stored === "dark" ? stored : "system")

export function chooseTheme(next: Theme): void {
  theme.value = next
  write("desk-theme", next)
  applyTheme()
}

const darkRules: { readonly media: MediaList; readonly own: string }[] = []

/** The palette lives once, in the tokens, behind the device's own preference; a choice switches those rules on or off. */
export function applyTheme(): void {
  if (darkRules.length === 0) {
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme: dark"))
          darkRules.push({ media: rule.media, own: rule.media.mediaText })
      }
    }
  }
  for (const { media, own } of darkRules) media.mediaText = theme.value === "system" ? own : theme.value === "dark" ? "screen" : "not all"
  document.documentElement.style.colorScheme = theme.value === "system" ? "" : theme.value
}
