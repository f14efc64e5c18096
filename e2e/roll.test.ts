// A roll call as a member lives it on the trial desk: a list written down by keyboard while somebody is on the line, names found, piles
// by key, families told once. In three languages and three widths.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { type Visit, sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const spoken = { ru, en, fr }
const judgedAt = { ru: sizes.table, en: sizes.tablet, fr: sizes.phone }
const shared = trialDesk()
let her: Visit

beforeAll(async () => {
  her = await at(shared.browser, shared.trial, "en", sizes.table)
  await enterAs(her.page, "Anna")
}, 180_000)

test("a list is written down, held against ours, and put on piles by keyboard alone", async () => {
  const { page } = her
  await go(page, "/desk/roll", ".roll h1")
  await page.locator(".rolls li").first().waitFor()
  await page.locator("#write-roll").click()
  // Everything that is missing is said at once, beside its field.
  await expect.poll(() => page.locator(".begin-roll .field.wrong, .begin-roll fieldset.wrong").count()).toBeGreaterThanOrEqual(4)
  await page.locator("#roll-place").fill("Mesa")
  const tomorrow = new Date(Date.now() + 86_400_000)
  await page.locator("#roll-when-day").fill(String(tomorrow.getDate()))
  await page.locator("#roll-when-month").selectOption(String(tomorrow.getMonth() + 1))
  await page.locator("#roll-when-year").fill(String(tomorrow.getFullYear()))
  await page.locator("#roll-confidence-field input[value=reported], input[name=roll-confidence][value=reported]").first().check()
  await page.locator("#roll-names").fill("1. Юнусов\nГучигова Зарема, двое братьев из Казани")
  await page.locator("#write-roll").click()
  const rows = page.locator(".pile-unknown .roll-row")
  await expect.poll(() => rows.count()).toBe(3)
  await rows.first().locator(".maybe button").first().waitFor()
  expect(await rows.nth(2).innerText()).toContain(en.roll.nobody)

  await rows.first().focus()
  await page.keyboard.press("Enter")
  await page.locator(".pile-unknown .roll-row .who", { hasText: "Marat" }).waitFor()
  await page.locator(".roll-row", { hasText: "Marat" }).focus()
  await page.keyboard.press("1")
  await page.locator(".pile-aboard .roll-row", { hasText: "Marat" }).waitFor()
  await page.locator(".pile-unknown .roll-row", { hasText: "братьев" }).focus()
  await page.keyboard.press("4")
  await page.locator(".leave-roll input").fill("Nobody of ours")
  await page.keyboard.press("Enter")
  await page.locator(".pile-off-list .roll-row", { hasText: "Nobody of ours" }).waitFor()
  expect(await page.locator(".pile-unknown .roll-row").count()).toBe(1)
}, 120_000)

test("names come later, and stand behind the earlier ones", async () => {
  const { page } = her
  await page.locator("#roll-more").fill("Цырен")
  await page.locator("#add-to-roll").click()
  await page.locator(".pile-unknown .roll-row", { hasText: "Цырен" }).waitFor()
  expect(await page.locator(".roll-row").count()).toBe(4)
})

test("another member sees the same list", async () => {
  await shared.vault.refresh()
  const [call] = await shared.vault.rollCalls()
  expect(call?.lines.map(({ as }) => as)).toEqual(["aboard", "unknown", "off-list", "unknown"])
  expect(call?.lines[0]?.who?.latin).toContain("Marat")
})

describe.each(["ru", "en", "fr"] as const)("in %s", (language) => {
  test("the list and the lists are accessible, fit three widths and speak one language", async () => {
    const size = judgedAt[language]
    const visitor = await at(shared.browser, shared.trial, language, size)
    const { page } = visitor
    await enterAs(page, "Anna")
    const [call] = await shared.vault.rollCalls()
    const wrong: string[] = []
    for (const [path, shows] of [
      ["/desk/roll", ".rolls"],
      [`/desk/roll/${call?.sighting}`, ".pile-aboard .roll-row"],
    ] as const) {
      await go(page, path, shows)
      wrong.push(...(await violations(page, `${language} ${path}`)))
      for (const width of [360, 768, 1440]) {
        wrong.push(...(await overflow(page, width, `${language} ${path}`)), ...(await squeezed(page, `${language} ${path} ${width}`)))
        if (process.env["LOOK"])
          await page.screenshot({
            path: `${process.env["LOOK"]}/${language}-${width}${path === "/desk/roll" ? "" : "-call"}.png`,
            fullPage: true,
          })
      }
      await page.setViewportSize(size)
    }
    expect(wrong).toEqual([])
    expect(await page.locator(".tell h2").innerText()).toBe(spoken[language].roll.tell)
    expect({ faults: visitor.faults, strangers: visitor.strangers }).toEqual({ faults: [], strangers: [] })
  }, 120_000)
})
