// The portal as built, in a real browser at a real desk: every page in three languages and three widths, by keyboard alone,
// without scripts, and by weight.
import { readFileSync } from "node:fs"
import { currentPolicy } from "@safe-conduct/russia-canada"
import { words as en } from "@safe-conduct/words/portal/en.ts"
import { pages as enPages } from "@safe-conduct/words/portal/en.pages.ts"
import { words as fr } from "@safe-conduct/words/portal/fr.ts"
import { pages as frPages } from "@safe-conduct/words/portal/fr.pages.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import { pages as ruPages } from "@safe-conduct/words/portal/ru.pages.ts"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { good, theRequestOf } from "./src/member.ts"
import { next, receipt, sizes, toReview, toWords, type Tongue, typeBack, type Visit, visit, wordsShown } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { tapWire } from "./src/wire-tap.ts"

const KIB = 1024
const tongues = ["ru", "en", "fr"] as const
const spoken = { ru, en, fr }
const surnames = { ru: "Обходов", en: "Прохожев", fr: "Заходер" }
const printed = { ru: ruPages, en: enPages, fr: frPages }

const desk = realDesk()
const { at } = desk

/** A page as it stands: judged on the phone, never wider than any of three windows; colours hang on no language, so once in the dark. */
async function judge(page: Page, where: string): Promise<string[]> {
  const wrong = await violations(page, `${where}, phone`)
  for (const { width } of [sizes.tablet, sizes.table]) wrong.push(...(await overflow(page, width, where)))
  if (where.startsWith("ru")) {
    await page.emulateMedia({ colorScheme: "dark" })
    wrong.push(...(await violations(page, `${where}, dark table`)))
    await page.emulateMedia({ colorScheme: "light" })
  }
  wrong.push(...(await overflow(page, sizes.phone.width, where)))
  return wrong
}

const quietly = ({ faults, strangers }: Visit) => expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })

describe.each(tongues)("every page in %s", (language) => {
  const wrong: string[] = []
  const look = (page: Page) => async (where: string) => void wrong.push(...(await judge(page, `${language} ${where}`)))

  test("the form, from the first question and its mistakes to the receipt", async () => {
    const her = await visit(desk.browser, at(`/ask?lang=${language}`), language)
    const { page } = her
    const seen = look(page)
    await page.waitForSelector("#asking")
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    await next(page)
    await page.waitForSelector(".error")
    await seen("who, refused")
    await toReview(page, { surname: surnames[language], given: "Пётр" }, seen)

    const additions = ["danger", "family", "papers", "activities", "fears", "entry", "message"]
    for (const [n, name] of additions.entries()) {
      await page.locator(".more-row").nth(n).click()
      await page.waitForSelector("form h1")
      if (name === "family" || name === "activities") await page.locator("form button.button:not(.main):not(.plain)").click()
      if (name === "family") await page.fill("#people-1-given", "Мария")
      if (name === "activities") await page.fill("#activities-0-what", "Пикет")
      if (name === "papers")
        await page.setInputFiles("#files", [{ name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(3000, 7) }])
      await seen(name)
      await next(page)
      await page.waitForSelector(".facts")
    }
    await seen("review")
    await next(page)
    await page.waitForSelector("#intake-error")
    await seen("review, refused")
    const words = await toWords(page)
    expect(words).toHaveLength(13)
    await seen("words")
    await page.locator(".walk .button.main").click()
    await page.waitForSelector("[id^=word-]")
    await next(page)
    await page.waitForSelector(".error")
    await seen("check, refused")
    await page.locator(".walk .button.plain").click()
    await typeBack(page, await wordsShown(page))
    await next(page)
    await receipt(page)
    await seen("receipt")
    expect(wrong).toEqual([])
    quietly(her)
    await her.context.close()

    // The same words, from another browser: closed, one word repaired, open, and what may be done there.
    wrong.length = 0
    const { ask } = await theRequestOf(desk.vault, surnames[language])
    good(await desk.vault.reply(ask, "Мы прочли ваше письмо.\n\nПришлите решение.", { status: "in-verification", nextLook: "2031-01-05" }))
    const later = await visit(desk.browser, at(`/mailbox?lang=${language}`), language)
    const box = later.page
    const shown = look(box)
    await box.waitForSelector("#code")
    await shown("mailbox, closed")
    const other = words[4] === words[5] ? words[6] : words[5]
    await box.fill("#code", words.with(4, other as string).join(" "))
    await next(box)
    await box.waitForFunction((title) => document.querySelector("h1")?.textContent === title, spoken[language].mailbox.repaired.title)
    expect(await box.locator(".notice").innerText()).toContain(words[4])
    await shown("mailbox, repaired")
    await box.locator(".button.main").click()
    await box.waitForSelector(".letter")
    expect(await box.locator(".standing strong").innerText()).toBe(spoken[language].mailbox.status["in-verification"])
    expect(await box.locator(".letter").innerText()).toContain("Пришлите решение.")
    for (const one of await box.locator("summary").all()) await one.click()
    await shown("mailbox, open")
    await box.fill("#say", "Его перевезли.")
    await next(box)
    await box.locator("form [role=status]:not(:empty)").waitFor()
    await shown("mailbox, answered")
    expect(wrong).toEqual([])
    quietly(later)
    await later.context.close()
  }, 150_000)

  test("the first page and the one on safety: no inline script, nothing of another host, and whole without JavaScript", async () => {
    const plain = await visit(desk.browser, at(`/?lang=${language}`), language, { javaScriptEnabled: false })
    const { home, safety } = printed[language]
    for (const [path, sentences] of [
      ["/", [home.question, home.now, home.ask, home.code, home.canada[currentPolicy.instrument.state], home.scams.text[0]]],
      ["/safety", [safety.title, ...[...safety.protects, safety.limits, ...safety.more].map((section) => section.title)]],
    ] as const) {
      await plain.page.goto(at(`${path}?lang=${language}`))
      const text = await plain.page.locator("main").innerText()
      for (const sentence of sentences) expect(text).toContain(sentence)
      for (const { width } of Object.values(sizes)) wrong.push(...(await overflow(plain.page, width, path)))
    }
    // The three doors lead on, and where a script is needed the page says so.
    await plain.page.goto(at(`/?lang=${language}`))
    expect(await plain.page.locator(".door").evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
      `/ask?lang=${language}#now`,
      `/ask?lang=${language}`,
      `/mailbox?lang=${language}`,
    ])
    await plain.page.locator(".door").nth(1).click()
    expect(await plain.page.locator("main").innerText()).toContain(printed[language].askShell.noScript)
    quietly(plain)
    await plain.context.close()

    const her = await visit(desk.browser, at("/"), language)
    for (const path of ["/", "/safety", "/ask", "/mailbox"]) {
      const answer = await her.page.goto(at(`${path}?lang=${language}`))
      const html = (await answer?.text()) ?? ""
      expect(html).toContain(`<html lang="${language}">`)
      expect([...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)]).toEqual([])
      expect(html).not.toMatch(/\son[a-z]+=|\sstyle="|<style|javascript:/i)
      if (path === "/" || path === "/safety") await look(her.page)(path)
    }
    // The shortest way, refused once; and what stands there after the tab was closed in the middle of it.
    await her.page.goto(at(`/?lang=${language}`))
    await her.page.locator(".door.danger").click()
    await her.page.waitForSelector("#danger-kind")
    await her.page.locator("#danger-kind input[value=moved]").check()
    await look(her.page)("now")
    await next(her.page)
    await her.page.waitForSelector("#people-0-names-error")
    await look(her.page)("now, refused")
    await her.page.waitForTimeout(500)
    await her.page.reload()
    await her.page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, spoken[language].resume.title)
    await look(her.page)("resume")
    expect(wrong).toEqual([])
    quietly(her)
    await her.context.close()
  }, 60_000)
})

test("what judges the pages finds what is wrong with one", async () => {
  const { page, context } = await visit(desk.browser, at("/?lang=en"), "en")
  await page.evaluate(() => {
    const image = document.createElement("img")
    image.width = 2000
    document.querySelector("main")?.append(image)
  })
  expect((await violations(page, "/")).join()).toContain("image-alt")
  expect(await overflow(page, sizes.table.width, "/")).toHaveLength(1)
  await context.close()
}, 30_000)

test("the language is the browser's own, then the one that is chosen, and it stays from page to page", async () => {
  for (const [locale, language] of [
    ["ru-RU", "ru"],
    ["fr-FR", "fr"],
    ["de-DE", "en"],
  ] as const) {
    const context = await desk.browser.newContext({ locale })
    const page = await context.newPage()
    await page.goto(at("/"))
    expect([locale, await page.evaluate(() => document.documentElement.lang)]).toEqual([locale, language])
    await context.close()
  }
  const { page, context } = await visit(desk.browser, at("/"), "ru")
  await page.locator("header nav a[lang=fr], header nav a[hreflang=fr]").first().click()
  await page.waitForFunction(() => document.documentElement.lang === "fr")
  expect(await page.locator("h1").innerText()).toBe(frPages.home.question)
  await page.locator(".door").nth(1).click()
  await page.waitForSelector("#asking")
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr")
  expect(await page.locator("h1").innerText()).toBe(fr.who.title)
  await context.close()
}, 60_000)

test("the whole form by keyboard alone, with the focus always seen", async () => {
  const { page, context, faults } = await visit(desk.browser, at("/?lang=en"), "en", { viewport: sizes.table })
  const unseen: string[] = []
  /** Presses Tab until the focus is on what fits. Every stop on the way must show it. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab")
      const [there, shown, what] = await page.evaluate((wanted) => {
        const focused = document.activeElement ?? document.body
        const marked = [focused, focused.closest(".choice"), focused.closest(".drop")].some((one) => {
          const style = one && getComputedStyle(one)
          return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2
        })
        return [focused.matches(wanted), marked || focused === document.body, focused.outerHTML.slice(0, 90)] as const
      }, selector)
      if (!shown) unseen.push(what)
      if (there) return
    }
    throw new Error(`Tab never reaches ${selector}`)
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (text: string) => page.keyboard.type(text)
  const onward = async (heading: string) => {
    await press("Enter")
    await page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, heading)
    // A new page speaks its heading first.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
  }
  const on = "form button[type=submit]"

  await tabTo(".skip")
  await tabTo(".door.main")
  await press("Enter")
  await page.waitForSelector("#asking")
  await tabTo("#asking input")
  await press("Space", "ArrowDown")
  expect(await page.locator("#asking input:checked").getAttribute("value")).toBe("relative")
  await tabTo("#asker-name")
  await type("Olga")
  await tabTo(on)
  await onward(en.person.title.other)
  await tabTo("#people-0-surname")
  await type("Клавишин")
  await tabTo("#people-0-born-day")
  await type("5")
  await tabTo("#people-0-born-month")
  await type("March")
  await tabTo("#people-0-born-year")
  await type("1990")
  await tabTo(on)
  await onward(en.where.title.other)
  await tabTo("#people-0-where-kind input")
  await press("Space")
  await tabTo(on)
  await onward(en.what.title)
  await tabTo("#message")
  await type("They moved him.")
  await tabTo(on)
  await onward(en.reach.title)
  await tabTo("#asker-contact input")
  await press("ArrowDown")
  await tabTo(on)
  await onward(en.lawyer.title.other)
  await tabTo("#counsel input")
  await press("ArrowRight")
  await tabTo(on)
  await onward(en.review.title)
  await tabTo("#intake")
  await press("Space")
  await tabTo(on)
  await onward(en.words.title)
  const words = await wordsShown(page)
  await tabTo(".walk .button.main")
  await onward(en.check.title)
  for (let asked = 0; asked < 3; asked++) {
    await tabTo("input[id^=word-]")
    await type(words[Number((await page.evaluate(() => document.activeElement?.id))?.slice(5))] as string)
  }
  await tabTo(on)
  await press("Enter")
  await receipt(page)
  const { request } = await theRequestOf(desk.vault, "Клавишин")
  expect(request).toMatchObject({
    asking: "relative",
    people: [{ born: "1990-03-05", where: { kind: "detained" } }],
    message: "They moved him.",
  })
  expect(unseen).toEqual([])
  expect(faults).toEqual([])
  await context.close()
}, 90_000)

test("over the wire: the first page in 60 KiB, the form and its cryptography in 120 more, all counted", async () => {
  const table: Partial<Record<Tongue, readonly [number, number]>> = {}
  for (const language of tongues) {
    const tap = await tapWire(desk.made.port)
    /** Everything that came down, heads and bodies, on whatever connection. */
    const down = () => tap.passed().reduce((sum, bytes, n) => sum + (n % 2 ? bytes.length : 0), 0)
    const { page, context } = await visit(desk.browser, `${tap.url}/?lang=${language}`, language)
    await page.waitForLoadState("networkidle")
    const first = down()
    expect(first).toBeGreaterThan(5 * KIB)
    expect(first).toBeLessThanOrEqual(60 * KIB)
    await page.locator(".door.main").click()
    await page.waitForSelector("#asking")
    await toReview(page, { surname: "Весов", given: "Пуд" })
    await toWords(page)
    await page.waitForLoadState("networkidle")
    const more = down() - first
    expect(more).toBeGreaterThan(40 * KIB)
    expect(more).toBeLessThanOrEqual(120 * KIB)
    table[language] = [Math.round(first / KIB), Math.round(more / KIB)]
    await context.close()
    await tap.close()
  }
  console.log(`over the wire, KiB: ${JSON.stringify(table)}`)
}, 90_000)

test("the card as a PDF is made here, from the words, and is asked of nobody else", async () => {
  const { page, context, faults, strangers } = await visit(desk.browser, at("/ask?lang=ru"), "ru")
  await toReview(page, { surname: "Карточкин", given: "Лист" })
  const words = await toWords(page)
  const sent: string[] = []
  context.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  const [saved] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByRole("button", { name: ru.words.pdf.save }).click(),
  ])
  expect(saved.suggestedFilename()).toBe(ru.words.pdf.file)
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(await saved.path())) }).promise
  const items = (await (await pdf.getPage(1)).getTextContent()).items
  const text = items.map((item) => ("str" in item ? item.str : "")).join(" ")
  for (const word of words) expect(text).toContain(word)
  expect(text).toContain("/mailbox")
  expect(sent.filter((one) => !one.startsWith("GET /assets/"))).toEqual([])
  expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })
  await context.close()
}, 90_000)
