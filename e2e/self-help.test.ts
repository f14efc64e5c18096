// What can be done within the hour, as she sees it on a phone: the lawyer and the public numbers at any time; the further steps only while a
// lawyer's reading of them holds by her own clock, or in a trial with a mark. On paper it names nobody.
import { pages as en } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as fr } from "@safe-conduct/words/portal/fr.pages.ts"
import { pages as ru } from "@safe-conduct/words/portal/ru.pages.ts"
import { selfHelp } from "@safe-conduct/russia-canada"
import type { BrowserContext } from "playwright-core"
import { describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { sizes, type Tongue, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"

const desk = realDesk()
const words = { en, fr, ru }
const DAY = 86_400_000

/** As if the desk were a trial; or as if a lawyer had read the steps on a day. */
const asTrial = (context: BrowserContext) =>
  context.route("**/desk.json", (route) =>
    route.fulfill({ json: { genesis: { body: Buffer.from('safe-conduct/genesis {"trial":true}').toString("base64") } } }),
  )
const asRead = (context: BrowserContext, on: string) =>
  context.route("**/self-help?*", async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/ data-reviewed(?:="")?/, ` data-reviewed="${on}"`) })
  })
async function opened(language: Tongue, how: (context: BrowserContext) => Promise<unknown>) {
  const her = await visit(desk.browser, desk.at(`/safety?lang=${language}`), language)
  await how(her.context)
  await her.page.goto(desk.at(`/self-help?lang=${language}`))
  await her.page.waitForSelector("#print:not([hidden])")
  await her.page.waitForTimeout(300)
  return her
}
const first = (language: Tongue): string => selfHelp.texts[language].steps[0]?.title ?? "?"
const daysAgo = (days: number): string => {
  const then = new Date(Date.now() - days * DAY)
  const two = (n: number): string => String(n).padStart(2, "0")
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`
}

test("a real desk shows nothing that no lawyer has read, and the numbers all the same", async () => {
  const { page, context } = await opened("en", async () => {})
  const said = await page.locator("main").innerText()
  expect(said).toContain(en.selfHelp.lead)
  expect(said).toContain("locator.ice.gov")
  expect(said).toContain(en.selfHelp.later)
  expect(said).not.toContain(first("en"))
  await context.close()
})

test.each([
  [1, true],
  [60, true],
  [61, false],
])("read by a lawyer %i days ago, the steps are shown: %s", async (days, shown) => {
  const { page, context } = await opened("ru", (one) => asRead(one, daysAgo(days)))
  const said = await page.locator("main").innerText()
  expect(said.includes(first("ru"))).toBe(shown)
  expect(said.includes(ru.selfHelp.later)).toBe(!shown)
  expect(said).not.toContain(ru.selfHelp.notReviewed)
  if (shown) expect(said).toContain(ru.selfHelp.reviewed.split("{date}")[0])
  await context.close()
})

describe.each(["en", "fr", "ru"] as const)("in %s", (language) => {
  test("a trial shows the steps with their mark; they fit three widths, and paper names nobody", async () => {
    const { page, context, faults, strangers } = await opened(language, asTrial)
    const said = await page.locator("main").innerText()
    for (const { title } of selfHelp.texts[language].steps) expect(said).toContain(title)
    expect(said).toContain(words[language].selfHelp.notReviewed)
    const wrong = await violations(page, language)
    for (const [name, size] of Object.entries(sizes)) {
      wrong.push(...(await overflow(page, size.width, language)))
      await page.setViewportSize(size)
      if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/hour-${language}-${name}.png`, fullPage: true })
    }
    expect(wrong).toEqual([])
    await page.emulateMedia({ media: "print" })
    const paper = `${await page.title()}\n${await page.locator("body").innerText()}`
    expect(paper).toContain(first(language))
    expect(paper).not.toMatch(/Safe Conduct|safe-conduct|13|Canad|Канад/i)
    if (process.env["LOOK"]) await page.pdf({ path: `${process.env["LOOK"]}/hour-${language}.pdf` })
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })
    await context.close()
  })
})

test("the way is open from the urgent request, beside it, with nothing of what was typed lost", async () => {
  const her = await visit(desk.browser, desk.at("/ask?lang=fr#now"), "fr")
  await her.page.fill("#danger-at", "à quatre heures")
  const [beside] = await Promise.all([her.context.waitForEvent("page"), her.page.locator('a[href^="/self-help"]').click()])
  await beside.waitForSelector("h1")
  expect(await beside.locator("h1").innerText()).toBe(fr.selfHelp.title)
  expect(await her.page.inputValue("#danger-at")).toBe("à quatre heures")
  await her.context.close()
})
