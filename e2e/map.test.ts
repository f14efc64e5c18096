// The map of where everyone is held, on the trial desk: by keyboard, by press on a mark, and in three languages and widths. Nothing is asked
// of anybody outside for it.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const spoken = { en, fr, ru }
const shared = trialDesk()

test("by keyboard: from Today to the map, through the list of places, to somebody's case", async () => {
  const her = await at(shared.browser, shared.trial, "en", sizes.table)
  await enterAs(her.page, "Anna")
  const { page } = her
  await page.locator("body").press("g")
  await page.keyboard.press("e")
  await page.waitForSelector(".map-places li")
  // What is drawn is what the list says: as many marks as places that lie somewhere.
  const undrawn = await page.locator(".map-places summary", { hasText: en.map.notDrawn }).count()
  expect(await page.locator(".map-page figure > svg > g").count()).toBe((await page.locator(".map-places > li").count()) - undrawn)
  await page.keyboard.press("j")
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY")
  expect(await page.locator(".map-places > li.chosen").count()).toBe(1)
  expect(await page.locator(".mark.chosen").count()).toBe(1)
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  const [name] = await page.evaluate(() => [document.activeElement?.textContent ?? ""])
  await page.keyboard.press("Enter")
  await page.waitForSelector(".case-head h1, main h1")
  await expect.poll(() => page.locator("main").innerText()).toContain(name)
  expect(page.url()).toContain("/desk/case/")

  await go(page, "/desk/map", ".map-places li")
  await page.locator(".map-page .mark-e").first().click()
  await expect.poll(() => page.locator(".map-places > li.chosen summary .unseen").first().innerText()).toBe(en.row.levels.E)
  expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
}, 120_000)

describe.each(["en", "fr", "ru"] as const)("in %s", (language) => {
  test("it is accessible, fits three widths, and prints no name", async () => {
    const her = await at(shared.browser, shared.trial, language, sizes.table)
    const { page } = her
    await enterAs(page, "Anna")
    await go(page, "/desk/map", ".map-places li")
    expect(await page.locator(".map-page h1").innerText()).toBe(spoken[language].map.title)
    const wrong = await violations(page, `${language} map`)
    for (const [name, size] of Object.entries(sizes)) {
      wrong.push(...(await overflow(page, size.width, `${language} map`)), ...(await squeezed(page, `${language} map ${name}`)))
      await page.setViewportSize(size)
      if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/map-${language}-${name}.png`, fullPage: true })
    }
    wrong.push(...(await violations(page, `${language} map, table`)))
    expect(wrong).toEqual([])
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)))
    const names = await page.locator(".map-names a").allInnerTexts()
    expect(names.length).toBeGreaterThan(3)
    await page.emulateMedia({ media: "print" })
    const paper = await page.locator(".map-page").innerText()
    expect(names.filter((name) => paper.includes(name))).toEqual([])
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
  }, 120_000)
})
