// The one sentence that a browser shows when it is woken, and nothing else stands on a locked screen.
import type { Language } from "../../choose.ts"

export const pushed: Readonly<Record<Language, string>> = {
  en: "Please look at the desk now.",
  fr: "Regardez le bureau maintenant, s’il vous plaît.",
  ru: "Посмотрите, пожалуйста, сейчас на стол.",
}
