// The notice on the first page as text: its paragraphs, and who said it from which day to which. A day without a year: it ends within sixty.
import type { PublicSaid } from "@safe-conduct/client/asker"

type Notice = Extract<PublicSaid, { readonly what: "notice" }>

export interface NoticeLines {
  readonly paragraphs: readonly string[]
  readonly by: string
}

/** `sentence` with `{on}` and `{until}` in it; days are of UTC and said as such. */
export function noticeLines(notice: Notice, sentence: string, language: string): NoticeLines {
  const day = (text: string): string =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", timeZone: "UTC" }).format(
      Date.parse(text),
    )
  const text = language === "fr" || language === "ru" ? notice.text[language] : notice.text.en
  return {
    paragraphs: text.split(/\n+/).filter((one) => one.trim() !== ""),
    by: sentence.replace("{on}", day(notice.on)).replace("{until}", day(notice.until)),
  }
}
