// The first time on a device: what changed last stands on Today while the rest of the desk is still on its way, and the page says so.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, squeezed } from "./src/desk-visit.ts"
import { sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const spoken = { ru, en, fr }
const shared = trialDesk()

test.each(["ru", "en", "fr"] as const)(
  "Today of five cases out of many, in %s",
  async (language) => {
    const visitor = await at(shared.browser, shared.trial, language, sizes.table)
    const { page, context } = visitor
    const rest = Promise.withResolvers<void>()
    // As a server with thousands of cases: a few come first, and the others take their time.
    await context.route("**/api/cards/newest?*", async (route) => {
      const url = new URL(route.request().url())
      if (url.searchParams.has("before")) await rest.promise
      else url.searchParams.set("limit", "5")
      await route.continue({ url: url.href })
    })
    await enterAs(page, "Anna")
    const { today } = spoken[language]
    const soFar = page.locator(".so-far")
    await soFar.waitFor()
    expect(await soFar.innerText()).toBe(today.soFar(5))
    expect(await page.locator(".today").innerText()).not.toContain(today.emergenciesNone)
    expect(await page.locator(".today .side").count()).toBe(0)
    expect(await page.locator(".pulse .said").textContent()).toBe(today.stillReading)
    const wrong: string[] = []
    wrong.push(...(await violations(page, `${language} so far`)))
    for (const { width } of Object.values(sizes))
      wrong.push(...(await overflow(page, width, `${language} so far`)), ...(await squeezed(page, `${language} so far at ${width}`)))
    await page.setViewportSize(sizes.table)
    if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/early-${language}.png` })
    rest.resolve()
    await soFar.waitFor({ state: "detached" })
    await page.locator(".today .side").waitFor()
    expect(await page.locator(".pulse .said").textContent()).not.toBe(today.stillReading)
    await page.waitForFunction((count) => document.querySelectorAll(".part-emergencies .rows > li").length > count, 0)
    expect(wrong).toEqual([])
    expect({ faults: visitor.faults, strangers: visitor.strangers }).toEqual({ faults: [], strangers: [] })
    await context.close()
  },
  120_000,
)
