// A person at the portal: a browser of her own, and the form walked as she would. Invented people.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"

export const sizes = { phone: { width: 360, height: 740 }, tablet: { width: 768, height: 900 }, table: { width: 1440, height: 900 } }
export const locales = { ru: "ru-RU", en: "en-US", fr: "fr-CA" } as const
export type Tongue = keyof typeof locales

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page or its policy complained of. */
  readonly faults: string[]
  /** Hosts other than the desk's own that anything was asked of. */
  readonly strangers: string[]
}

export async function visit(browser: Browser, url: string, language: Tongue, more: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: sizes.phone, locale: locales[language], ...more })
  context.setDefaultTimeout(20_000)
  const faults: string[] = []
  const strangers: string[] = []
  const own = new URL(url).host
  context.on("request", (request) => {
    const asked = new URL(request.url())
    if (asked.host !== own && !["data:", "blob:"].includes(asked.protocol)) strangers.push(request.url())
  })
  context.on("weberror", (error) => faults.push(String(error.error())))
  context.on("console", (message) => message.type() === "error" && faults.push(message.text()))
  const page = await context.newPage()
  await page.goto(url)
  return { context, page, faults, strangers }
}

/** The first: below it a page may offer a form of its own, folded away. */
export const next = (page: Page): Promise<void> => page.locator("form button[type=submit]").first().click()

export interface Story {
  readonly surname: string
  readonly given: string
  readonly files?: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]
}

/** From the first question to the review; `seen` is called on every page before it is left. */
export async function toReview(page: Page, story: Story, seen: (step: string) => Promise<void> = async () => {}): Promise<void> {
  await page.waitForSelector("#asking")
  await page.locator("#asking input[value=relative]").check()
  await page.fill("#asker-name", "Ольга")
  await seen("who")
  await next(page)
  await page.fill("#people-0-surname", story.surname)
  await page.fill("#people-0-given", story.given)
  await page.fill("#people-0-aNumber", "A 87-654-321")
  await seen("person")
  await next(page)
  await page.locator("#people-0-where-kind input[value=detained]").check()
  await page.fill("#people-0-where-facility", "Виннфилд")
  await seen("where")
  await next(page)
  await page.fill("#message", "Судья отказал устно.")
  await page.locator("#order-exists input[value=yes]").check()
  await page.selectOption("#hearing-kind", "bond")
  await seen("what")
  await next(page)
  await page.locator("#asker-contact input[value=yes]").check()
  await page.fill("#asker-contact-how", "Signal +1 555 0100")
  await seen("reach")
  await next(page)
  await page.locator("#counsel input[value=yes]").check()
  await seen("lawyer")
  await page.locator("#counsel input[value=no]").check()
  await next(page)
  await page.waitForSelector(".facts")
  if (!story.files) return
  await page.locator(".more-row").nth(2).click()
  await page.setInputFiles("#files", [...story.files])
  await next(page)
  await page.waitForSelector(".facts")
}

/** Gives the one consent that is asked for and reads the words that are shown. */
export async function toWords(page: Page): Promise<string[]> {
  await page.check("#intake")
  await next(page)
  return wordsShown(page)
}

export async function wordsShown(page: Page): Promise<string[]> {
  await page.waitForSelector(".code-words li")
  return (await page.locator(".code-words li").allTextContents()).map((word) => word.trim())
}

/** Types the three words that are asked back; the next press sends. */
export async function typeBack(page: Page, words: readonly string[]): Promise<void> {
  await page.locator(".walk .button.main").click()
  await page.waitForSelector("[id^=word-]")
  for (const id of await page.locator("input[id^=word-]").evaluateAll((all) => all.map((one) => one.id)))
    await page.fill(`#${id}`, words[Number(id.slice(5))] as string)
}

/** Waits for the receipt, and says what stood there instead if none comes. */
export async function receipt(page: Page, timeout = 60_000): Promise<void> {
  await page.waitForFunction(() => location.hash === "#receipt" || document.querySelector(".notice.danger") !== null, null, { timeout })
  if (!page.url().endsWith("#receipt")) throw new Error(`not sent: ${await page.locator(".notice.danger").innerText()}`)
  await page.waitForSelector(".code-card")
}

/** Whoever has the thirteen words, at the door of the mailbox; inside when it answers. */
export async function intoMailbox(page: Page, words: readonly string[]): Promise<void> {
  await page.waitForSelector("#code")
  await page.fill("#code", words.join(" "))
  await next(page)
  await page.waitForSelector(".standing", { timeout: 60_000 })
}
