// What two members say to everybody, from the page of law to a stranger's phone: a notice on the first page in her language, the date on the
// steps for the hour, and nothing at all where a signature does not hold, a day is over or one member took it back.
import type { Statements } from "@safe-conduct/wire"
import { words as enDesk } from "@safe-conduct/words/desk/en.ts"
import { words as frDesk } from "@safe-conduct/words/desk/fr.ts"
import { words as ruDesk } from "@safe-conduct/words/desk/ru.ts"
import { pages as en } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as fr } from "@safe-conduct/words/portal/fr.pages.ts"
import { pages as ru } from "@safe-conduct/words/portal/ru.pages.ts"
import type { BrowserContext, Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { type Tongue, type Visit, sizes, visit } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const desk = trialDesk()
const pages = { en, fr, ru }
const desks = { en: enDesk, fr: frDesk, ru: ruDesk }
const DAY = 86_400_000
const notice = {
  en: "Two flights left this week.\nWrite to us now.",
  fr: "Deux vols sont partis cette semaine.\nÉcrivez-nous maintenant.",
  ru: "На этой неделе ушли два рейса.\nПишите нам сейчас.",
}
const pressed = (page: Page, name: string) => page.locator("section[aria-labelledby=law-said]").getByRole("button", { name, exact: true })
const told = async () => (await (await fetch(`${desk.trial.url}/statements.json`)).json()) as Statements

async function onLaw(name: string, language: Tongue): Promise<Visit> {
  const visitor = await at(desk.browser, desk.trial, language)
  await enterAs(visitor.page, name)
  await go(visitor.page, "/desk/law", "table.rules")
  await pressed(visitor.page, desks[language].law.said.write).waitFor()
  return visitor
}

/** A stranger's page once all that it asked for has been answered; `first` may stand between it and the server. */
async function stranger(path: string, language: Tongue, first: (context: BrowserContext) => Promise<unknown> = async () => {}) {
  const her = await visit(desk.browser, `${desk.trial.url}/safety?lang=${language}`, language)
  await first(her.context)
  await her.page.goto(`${desk.trial.url}${path}?lang=${language}`, { waitUntil: "networkidle" })
  return her
}
const daysOn = (days: number) => (context: BrowserContext) => context.clock.setFixedTime(Date.now() + days * DAY)
const lying = (change: (told: Statements) => unknown) => (context: BrowserContext) =>
  context.route("**/statements.json", async (route) => route.fulfill({ json: change(await told()) }))

let anna: Visit
let boris: Visit
beforeAll(async () => {
  anna = await onLaw("Anna", "ru")
  boris = await onLaw("Boris", "fr")
}, 180_000)

test("where nobody said anything the first page carries nothing for it", async () => {
  const her = await stranger("/", "en")
  expect(await her.page.locator("#said").isVisible()).toBe(false)
  const scripts = await her.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))
  expect(scripts.filter((name) => name.includes("check-said"))).toEqual([])
  await her.context.close()
})

test("one writes a notice in three languages and sees what is missing; another signs what she read in all three", async () => {
  const { said } = ruDesk.law
  await pressed(anna.page, said.write).click()
  await anna.page.fill("#said-ru", notice.ru)
  await anna.page.fill("#said-en", notice.en)
  await anna.page.locator(".write-notice button[type=submit]").click()
  expect(await anna.page.locator("#said-fr-error").innerText()).toBe(ruDesk.law.missing)
  await anna.page.fill("#said-fr", notice.fr)
  const wrong = await violations(anna.page, "writing a notice")
  for (const { width } of Object.values(sizes))
    wrong.push(...(await overflow(anna.page, width, "writing a notice")), ...(await squeezed(anna.page, `writing a notice at ${width}`)))
  await anna.page.setViewportSize(sizes.table)
  if (process.env["LOOK"]) await anna.page.screenshot({ path: `${process.env["LOOK"]}/law-write.png`, fullPage: true })
  await anna.page.locator(".write-notice button[type=submit]").click()
  await anna.page.locator("[data-waiting=notice]", { hasText: ruDesk.law.mine }).waitFor()
  expect(await pressed(anna.page, said.sign.notice).count()).toBe(0)
  expect((await told()).statements).toEqual([])

  const waits = boris.page.locator("[data-waiting=notice]")
  await waits.waitFor()
  for (const text of Object.values(notice)) expect(await waits.innerText()).toContain(text)
  wrong.push(...(await violations(boris.page, "a notice that waits")))
  if (process.env["LOOK"]) await boris.page.screenshot({ path: `${process.env["LOOK"]}/law-waits.png`, fullPage: true })
  await pressed(boris.page, frDesk.law.said.sign.notice).click()
  await boris.page.locator("[data-about=notice]", { hasText: frDesk.law.said.shown }).waitFor()
  expect(wrong).toEqual([])
})

describe.each(["en", "fr", "ru"] as const)("in %s", (language) => {
  test("a stranger reads it above the first question, with who said it and until when, at three widths", async () => {
    const her = await stranger("/", language)
    const place = her.page.locator("#said")
    await place.waitFor()
    expect(await place.locator("p").allInnerTexts()).toEqual([
      ...notice[language].split("\n"),
      expect.stringContaining(pages[language].home.saidBy.split("{on}")[0] as string),
    ])
    const [above, question] = await Promise.all([place.boundingBox(), her.page.locator("h1").boundingBox()])
    expect(above?.y).toBeLessThan(question?.y as number)
    const wrong = await violations(her.page, `said in ${language}`)
    for (const [name, size] of Object.entries(sizes)) {
      wrong.push(...(await overflow(her.page, size.width, `said in ${language}`)))
      await her.page.setViewportSize(size)
      if (process.env["LOOK"]) await her.page.screenshot({ path: `${process.env["LOOK"]}/said-${language}-${name}.png` })
    }
    expect(wrong).toEqual([])
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
    await her.context.close()
  })
})

test.each<readonly [string, (context: BrowserContext) => Promise<unknown>]>([
  ["a word that was altered", lying((one) => JSON.parse(JSON.stringify(one).replace("Two flights", "Ten flights")))],
  [
    "one signature of two",
    lying(({ statements }) => ({ statements: statements.map((one) => ({ ...one, signers: one.signers.slice(1) })) })),
  ],
  ["an answer that is none", lying(() => ({ hello: 1 }))],
  ["a line that is down", (context) => context.route("**/statements.json", (route) => route.abort())],
  ["a day after its last", daysOn(8)],
])("the first page shows nothing of %s", async (_, first) => {
  const her = await stranger("/", "en", first)
  expect(await her.page.locator("h1").innerText()).toBe(en.home.question)
  expect(await her.page.locator("#said").isVisible()).toBe(false)
  expect(await her.page.locator("#said").innerText()).toBe("")
  await her.context.close()
})

test("two read the steps for the hour; the page bears their day, and sixty days later it does no more", async () => {
  const before = await stranger("/self-help", "ru")
  expect(await before.page.locator("main").innerText()).toContain(ru.selfHelp.notReviewed)
  await before.context.close()

  await pressed(anna.page, ruDesk.law.said.readSteps).click()
  expect(await violations(anna.page, "reading the steps")).toEqual([])
  await pressed(anna.page, ruDesk.law.said.haveRead).click()
  await pressed(boris.page, frDesk.law.said.sign["self-help"]).click()
  await boris.page.locator("[data-about=self-help]", { hasText: frDesk.law.said.shown }).waitFor()

  for (const language of ["en", "fr", "ru"] as const) {
    const her = await stranger("/self-help", language)
    const words = pages[language].selfHelp
    await her.page.locator("#reviewed", { hasText: words.reviewedByTwo.split("{date}")[0] as string }).waitFor()
    expect(await her.page.locator("main").innerText()).not.toContain(words.notReviewed)
    expect(await violations(her.page, `steps read, ${language}`)).toEqual([])
    await her.context.close()
  }
  for (const [days, holds] of [
    [60, true],
    [61, false],
  ] as const) {
    const her = await stranger("/self-help", "en", daysOn(days))
    expect((await her.page.locator("main").innerText()).includes(en.selfHelp.reviewedByTwo.split("{date}")[0] as string), `${days}`).toBe(
      holds,
    )
    await her.context.close()
  }
  // The same signatures under another text than the one that stands on the page.
  const her = await stranger("/self-help", "en", (context) =>
    context.route("**/self-help?*", async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/data-read="[0-9a-f]{64}"/, `data-read="${"0".repeat(64)}"`),
      })
    }),
  )
  expect(await her.page.locator("main").innerText()).toContain(en.selfHelp.notReviewed)
  await her.context.close()
})

test("one member takes the notice back, and the next stranger sees none", async () => {
  await pressed(boris.page, frDesk.law.said.takeBack).first().click()
  await boris.page.locator("[data-about=notice]").waitFor({ state: "detached" })
  const her = await stranger("/", "en")
  expect(await her.page.locator("#said").isVisible()).toBe(false)
  await her.context.close()
  await anna.context.close()
  await boris.context.close()
})
