// Three languages, always in sight, each named in itself.
export const languages = ["ru", "en", "fr"] as const
export type Language = (typeof languages)[number]
const names: Record<Language, readonly [short: string, name: string]> = {
  ru: ["RU", "Русский"],
  en: ["EN", "English"],
  fr: ["FR", "Français"],
}

export interface LanguageSwitchProps {
  readonly language: Language
  readonly label: string
  readonly hrefOf: (language: Language) => string
}

export function LanguageSwitch({ language, label, hrefOf }: LanguageSwitchProps) {
  return (
    <nav aria-label={label}>
      <ul class="switch">
        {languages.map((one) => (
          <li>
            <a href={hrefOf(one)} lang={one} hreflang={one} aria-current={one === language ? "true" : undefined}>
              <span aria-hidden="true">{names[one][0]}</span>
              <span class="unseen">{names[one][1]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
