// All that a notice ever says, in the language that the member chose. On a locked screen it tells that there is a desk, and no more.
import type { Ways } from "@safe-conduct/wire"

export const TITLE = "Safe Conduct"

const said: Readonly<Record<Ways["language"], { readonly look: string; readonly take: string }>> = {
  en: { look: "Please look at the desk now.", take: "Take it here, or others are woken in ten minutes:" },
  fr: {
    look: "Regardez le bureau maintenant, s’il vous plaît.",
    take: "Prenez-le ici, sinon d’autres seront réveillés dans dix minutes :",
  },
  ru: { look: "Посмотрите, пожалуйста, сейчас на стол.", take: "Возьмите на себя здесь, иначе через десять минут разбудят других:" },
}

export const noticeText = (language: Ways["language"], link: string): string => `${said[language].look}\n${said[language].take}\n${link}\n`
