// The look-up round on a trial's invented families: by keys alone, by thumb, and how long a person takes.
import type { LookLine } from "@safe-conduct/client/member"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const desk = trialDesk()
const spoken = { ru, en, fr }
const judgedAt = { ru: sizes.table, en: sizes.tablet, fr: sizes.phone }

const due = async (): Promise<readonly LookLine[]> => {
  good(await desk.vault.refresh())
  return (await desk.vault.today()).dueLooks
}
const eventsOf = async (line: LookLine) => {
  good(await desk.vault.refresh())
  return good(await desk.vault.openCase(line.stream))
    .state.events.filter((row) => row.person === line.person)
    .map((row) => row.event)
}

describe.each(["ru", "en", "fr"] as const)("the round in %s", (language) => {
  test("is accessible with every form open, fits three widths, and copies what the locator asks for", async () => {
    const size = judgedAt[language]
    const { page, context, faults } = await at(desk.browser, desk.trial, language, size)
    await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined)
    await enterAs(page, "Anna")
    await go(page, "/desk/round", ".look-card")
    const wrong: string[] = []
    for (const open of [null, spoken[language].round.moved, spoken[language].round.hearing, spoken[language].round.appeal]) {
      if (open !== null) await page.locator(".answers button", { hasText: open }).click()
      await page.waitForSelector(open === null ? ".answers" : ".look .answer")
      if (open === spoken[language].round.moved) {
        await page.keyboard.type("Виннф")
        await page.waitForSelector('[role="option"]')
      }
      wrong.push(...(await violations(page, `round ${language} ${open}`)))
      for (const { width } of Object.values(sizes))
        wrong.push(
          ...(await overflow(page, width, `round ${language} ${open}`)),
          ...(await squeezed(page, `round ${language} ${open} at ${width}`)),
        )
      await page.setViewportSize(size)
      // An open list lies over the buttons: Escape closes it first.
      if (open === spoken[language].round.moved) await page.keyboard.press("Escape")
      if (open !== null) await page.locator(".look .answer .button", { hasText: spoken[language].app.cancel }).click()
    }
    expect(wrong).toEqual([])
    const [first] = await page.locator(".look-card .copied").allInnerTexts()
    await page.keyboard.press("c")
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(first?.replace(/\D/g, "")).toBe(copied.replace(/\D/g, ""))
    expect(copied).toMatch(/^A\d{9}$/)
    await page.keyboard.press("b")
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Russia")
    expect(faults).toEqual([])
    await context.close()
  }, 120_000)
})

test("five answers by keys alone are five events of the case, the place is found in Cyrillic, and each can be taken back", async () => {
  const { page, context } = await at(desk.browser, desk.trial, "ru")
  await enterAs(page, "Anna")
  await page.keyboard.press("g")
  await page.keyboard.press("o")
  await page.waitForSelector(".look-card")
  const lines = await due()
  expect(lines.length).toBeGreaterThanOrEqual(4)
  const [first, second, third, fourth] = lines as readonly [LookLine, LookLine, LookLine, LookLine]
  const turn = (line: LookLine) =>
    page.waitForFunction((name) => document.querySelector("#look-name")?.textContent?.includes(name) === true, line.name)
  await turn(first)
  const before = (await eventsOf(first)).length

  await page.keyboard.press("1")
  await turn(second)
  await page.keyboard.press("2")
  await page.keyboard.type("Виннфилд")
  await page.waitForSelector('[role="option"][aria-selected="true"]')
  await page.keyboard.press("Enter")
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#round-where")?.value === "Winn Correctional Center")
  await page.keyboard.press("Enter")
  await turn(third)
  await page.keyboard.press("3")
  await turn(fourth)
  // Neither a hearing nor an appeal says where he is: he stays until that is answered too.
  await page.keyboard.press("5")
  await page.waitForSelector("#round-day-day")
  await page.keyboard.press("Enter")
  await page.waitForSelector(".answers")
  await page.keyboard.press("4")
  await page.waitForSelector("#round-day-day")
  await page.locator("#round-day-day").fill("14")
  await page.locator("#round-day-month").selectOption("1")
  await page.locator("#round-day-year").fill("2030")
  await page.locator("#round-hour").fill("09:30")
  await page.keyboard.press("Enter")
  await page.waitForSelector(".answers")
  await turn(fourth)

  expect((await eventsOf(first)).at(-1)).toMatchObject({ type: "custody.confirmed", how: "locator" })
  const moved = good(await desk.vault.openCase(second.stream)).state.custody.findLast((row) => row.person === second.person)
  expect(moved).toMatchObject({ facility: { code: "LAWINCI", state: "LA" }, how: "locator" })
  expect((await eventsOf(third)).at(-1)).toMatchObject({ type: "custody.not-found", how: "locator" })
  const said = (await eventsOf(fourth)).slice(-2)
  expect(said).toMatchObject([{ type: "bia.appeal-received" }, { type: "hearing.scheduled", kind: "master" }])
  expect((said[1] as { at: string }).at).toMatch(/^2030-01-14T09:30:00-0[4-8]:00$/)

  const strikes = async (line: LookLine) => {
    good(await desk.vault.refresh())
    return good(await desk.vault.openCase(line.stream)).log.filter(({ does }) => does === "strike").length
  }
  for (const line of [fourth, fourth, third, second, first]) {
    const struck = await strikes(line)
    await page.keyboard.press("u")
    await turn(line)
    await expect.poll(() => strikes(line)).toBe(struck + 1)
    // The page hears of it a moment after the server has it, and takes no key before.
    await page.waitForTimeout(500)
  }
  expect((await eventsOf(first)).length).toBe(before)
  expect(await page.locator(".answers button", { hasText: ru.round.undo }).count()).toBe(0)
  await context.close()
}, 120_000)

test("by thumb a person takes two presses, and far less than fifteen seconds of the machine's time", async () => {
  const { page, context } = await at(desk.browser, desk.trial, "en", sizes.phone)
  await enterAs(page, "Boris")
  await go(page, "/desk/round", ".look-card")
  const count = Number(await page.locator(".look progress").getAttribute("max"))
  const began = Date.now()
  for (let n = 0; n < 3; n++) {
    const name = await page.locator("#look-name").innerText()
    await page.locator(".look-card .copied").first().click()
    await page.locator(".answers button", { hasText: en.round.notFound }).click()
    await page.waitForFunction((old) => document.querySelector("#look-name")?.textContent !== old, name)
  }
  expect((Date.now() - began) / 3).toBeLessThan(5_000)
  expect(Number(await page.locator(".look progress").getAttribute("max"))).toBe(count)
  await context.close()
}, 120_000)
