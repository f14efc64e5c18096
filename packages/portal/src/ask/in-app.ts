// Browsers inside other apps (Telegram, WhatsApp, Instagram and their like): weak file pickers, storage that vanishes.

export interface Browser {
  readonly userAgent: string
  /** Names that apps put on the window of their own browser. */
  readonly globals: readonly string[]
}

const byName =
  /\b(Telegram|WhatsApp|Instagram|FBAN|FBAV|FB_IAB|Line|MicroMessenger|VKAndroidApp|OKApp|Viber|Snapchat|musical_ly|BytedanceWebview|TikTok|Signal)\b/i
const byGlobal = ["TelegramWebview", "TelegramWebviewProxy", "TelegramWebviewProxyProto", "WhatsAppWebView"]

export function isInApp({ userAgent, globals }: Browser): boolean {
  if (byName.test(userAgent) || byGlobal.some((name) => globals.includes(name))) return true
  // Android's WebView says so itself; on iOS a page outside Safari and the known browsers lacks the word Safari.
  if (/Android/.test(userAgent)) return /; wv\)/.test(userAgent)
  return /iPhone|iPad/.test(userAgent) && !/Safari\//.test(userAgent)
}

/** Android opens this in Chrome; elsewhere the link is copied by hand. */
export function chromeLink(userAgent: string, address: URL): string | null {
  if (!/Android/.test(userAgent)) return null
  return `intent://${address.host}${address.pathname}${address.search}#Intent;scheme=${address.protocol.replace(":", "")};package=com.android.chrome;end`
}
