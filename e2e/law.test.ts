// The page of law on a trial's invented families: one proposes, another signs, and the owner of a case is told what it did to her dates.
import { words as enCase } from "@safe-conduct/words/case/en.ts"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const desk = trialDesk()
const spoken = { ru, en, fr }
const judgedAt = { ru: sizes.table, en: sizes.tablet, fr: sizes.phone }

/** Opens the form and chooses what changes. */
async function open(page: Page, language: keyof typeof spoken, what: keyof typeof en.law.kinds): Promise<void> {
  const { law } = spoken[language]
  if (!(await page.locator(".law details").evaluate((one) => (one as HTMLDetailsElement).open))) await page.locator(".law summary").click()
  await page.locator(`#law-what label`, { hasText: law.kinds[what] }).click()
}

describe.each(["ru", "en", "fr"] as const)("the page of law in %s", (language) => {
  test("is accessible with each form open and fits three widths", async () => {
    const size = judgedAt[language]
    const { page, context, faults } = await at(desk.browser, desk.trial, language, size)
    await enterAs(page, "Anna")
    await go(page, "/desk/law", "table.rules")
    const wrong: string[] = []
    for (const what of [null, "rule", "staging", "notice", "snippet", "playbook", "duty-hours"] as const) {
      if (what !== null) await open(page, language, what)
      wrong.push(...(await violations(page, `law ${language} ${what}`)))
      for (const { width } of Object.values(sizes))
        wrong.push(
          ...(await overflow(page, width, `law ${language} ${what}`)),
          ...(await squeezed(page, `law ${language} ${what} at ${width}`)),
        )
      await page.setViewportSize(size)
    }
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  }, 120_000)
})

test("a rule stayed by two: the form names what is missing, the other signs, and Today tells the owner until it is read", async () => {
  good(await desk.vault.refresh())
  // A case with an open date of some rule, which Anna answers for.
  const rows = (await desk.vault.list()).filter((row) => row.next?.rule.startsWith("US.") && !row.closed)
  const rule = rows[0]?.next?.rule as string
  const anna = await at(desk.browser, desk.trial, "en")
  await enterAs(anna.page, "Anna")
  await go(anna.page, "/desk/law", "table.rules")
  await open(anna.page, "en", "rule")
  await anna.page.locator("#law-rule").selectOption(rule)
  await anna.page.locator("#law-status").selectOption("STAYED")
  await anna.page.locator("#law-why").fill("Read in the docket today")
  await anna.page.locator(".propose-law button[type=submit]").click()
  expect(await anna.page.locator("#law-source-error").innerText()).toBe(en.law.missing)
  await anna.page.locator("#law-source").fill("Order of an invented court")
  await anna.page.locator(".propose-law button[type=submit]").click()
  const label = (enCase.labels.rules as Readonly<Record<string, string>>)[rule] as string
  await anna.page.locator(".changes li", { hasText: label }).waitFor()
  expect(await anna.page.locator(".changes", { hasText: en.law.mine }).count()).toBe(1)
  expect(await anna.page.locator("button", { hasText: en.law.sign }).count()).toBe(0)

  const boris = await at(desk.browser, desk.trial, "ru")
  await enterAs(boris.page, "Boris")
  await go(boris.page, "/desk/law", "table.rules")
  await boris.page.locator("button", { hasText: ru.law.sign }).click()
  await boris.page.locator("table.rules tr", { hasText: rule }).getByText(ru.law.changedHere).waitFor()
  expect(await boris.page.locator("table.rules tr", { hasText: rule }).innerText()).toContain(ru.law.statuses.STAYED)

  await go(anna.page, "/desk", ".today h1")
  const told = anna.page.locator(".law-lines")
  await told.waitFor({ timeout: 30_000 })
  expect(await told.innerText()).toContain(label)
  expect(await violations(anna.page, "Today with a changed rule")).toEqual([])
  // The case says it too, to whoever opens it.
  await told.locator("a[data-row]").first().click()
  await anna.page.waitForSelector(".case-head .law-lines")
  expect(await anna.page.locator(".case-head .law-lines li").count()).toBe(1)
  await go(anna.page, "/desk", ".today h1")
  await told.waitFor()
  const count = await told.locator("li").count()
  await told.locator("button").first().click()
  await anna.page.waitForFunction((before) => document.querySelectorAll(".law-lines li").length !== before || before === 4, count)
  good(await desk.vault.refresh())
  expect(good(await desk.vault.register()).state.lawNotes?.length).toBe(1)
  await anna.context.close()
  await boris.context.close()
}, 180_000)

test("hours of duty and a sentence for replies are typed, signed by the other, and stand where they are used", async () => {
  const anna = await at(desk.browser, desk.trial, "en")
  await enterAs(anna.page, "Anna")
  await go(anna.page, "/desk/law", "table.rules")
  const { page } = anna
  const propose = async (): Promise<void> => {
    await page.locator("#law-why").fill("Needed this week")
    await page.locator(".propose-law button[type=submit]").click()
  }
  await open(page, "en", "duty-hours")
  await page.locator("#law-zone").fill("America/New_York")
  await page.locator("#law-week").fill("1 09:00-18:00 Anna, Boris\n2 09:00-18:00 Somebody")
  await propose()
  expect(await page.locator("#law-week-error").innerText()).toBe(en.law.weekBad(2))
  await page.locator("#law-week").fill("1 09:00-18:00 Anna, Boris\n2 22:00-06:00 Boris")
  await propose()
  await page.locator(".changes li", { hasText: "Mon 09:00–18:00 Anna, Boris; Tue 22:00–06:00 Boris" }).waitFor()
  await open(page, "en", "snippet")
  await page.locator("#law-snippet").fill("lawyer-today")
  for (const [language, text] of [
    ["en", "Call your lawyer today."],
    ["fr", "Appelez votre avocat aujourd’hui."],
    ["ru", "Позвоните адвокату сегодня."],
  ] as const)
    await page.locator(`#law-${language}`).fill(text)
  await propose()
  await page.locator(".changes li", { hasText: "lawyer-today" }).waitFor()

  const { vault } = desk
  good(await vault.refresh())
  for (const { entry, change } of good(await vault.law()).waiting)
    if (change.what !== "rule") good(await vault.actRegister("approve-law-change", { entry }))
  expect(good(await vault.register()).state.rotas?.at(-1)).toMatchObject({
    timeZone: "America/New_York",
    lines: [{ day: 1 }, { day: 2, until: "06:00" }],
  })

  await go(page, `/desk/tray/${desk.trial.notes.steps.request}`, ".reply")
  await page.locator(".snippets summary").click({ timeout: 30_000 })
  await page.locator(".snippets button", { hasText: "RU" }).click()
  expect(await page.locator("#reply").inputValue()).toBe("Позвоните адвокату сегодня.")
  expect(await violations(page, "a reply with sentences at hand")).toEqual([])
  await anna.context.close()
}, 180_000)
