// The closed parts of a case in a browser: opened by whose part it is, filled, bound by number, seen by a colleague as names and no
// more; in three languages and three widths.
import { words as enCase } from "@safe-conduct/words/case/en.ts"
import { words as frCase } from "@safe-conduct/words/case/fr.ts"
import { words as ruCase } from "@safe-conduct/words/case/ru.ts"
import type { Browser, Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { sizes } from "./src/portal-page.ts"
import type { MadeTrial } from "./src/trial.ts"
import { trialDesk } from "./src/trial-desk.ts"

let trial: MadeTrial
let browser: Browser
let path: string

const shared = trialDesk()
beforeAll(() => {
  ;({ trial, browser } = shared)
  path = `/desk/case/${trial.notes.steps.finding}`
}, 180_000)

const text = enCase.compartments
const name = "Савелий Дроздов"
const box = (page: Page, kind: "adverse" | "vouchers") => page.locator(`.compartment[data-kind=${kind}]`)
const dialog = (page: Page) => page.locator("dialog[open]")
const member = async (who: string, language: "en" | "ru" | "fr" = "en", size = sizes.table) => {
  const visitor = await at(browser, trial, language, size)
  await enterAs(visitor.page, who)
  await go(visitor.page, path, ".case-head")
  return visitor
}

describe("a compartment", () => {
  test("is opened by whose part it is, who chooses who reads it; a voucher gives the case his number", async () => {
    const { page, context } = await member("Anna")
    // She is no verifier and no decider: she is told who opens the one, and opens the other.
    expect(await box(page, "adverse").innerText()).toContain("Opened by:")
    expect(await box(page, "adverse").locator("button").count()).toBe(0)
    await box(page, "vouchers").getByRole("button", { name: text.open.vouchers }).click()
    expect(await violations(page, "choosing")).toEqual([])
    await dialog(page).getByLabel("Boris").check()
    await dialog(page).getByRole("button", { name: text.openGo }).click()
    await box(page, "vouchers").getByText(text.empty.vouchers).waitFor()

    const add = box(page, "vouchers").getByRole("button", { name: text.add.vouchers })
    await add.click()
    await dialog(page).getByLabel(enCase.fields.name).fill(name)
    // What is missing is said at its field, and nothing typed is lost.
    await dialog(page).getByRole("button", { name: enCase.form.save }).click()
    expect(await dialog(page).locator(".field.wrong").count()).toBe(1)
    expect(await violations(page, "a field is missing")).toEqual([])
    await dialog(page).getByLabel(enCase.labels.pick.voucherWhere.russia).check()
    await dialog(page).getByLabel(text.fields.known).fill("Lived next door.")
    await dialog(page).getByLabel(text.fields.maySay).fill("A neighbour.")
    await dialog(page).getByRole("button", { name: enCase.form.save }).click()
    await box(page, "vouchers").getByText(name).waitFor()
    expect(await add.evaluate((element) => element === document.activeElement)).toBe(true)

    await box(page, "vouchers").getByRole("button", { name: text.bind }).click()
    await dialog(page).locator("select").selectOption({ index: 1 })
    await dialog(page).getByRole("button", { name: enCase.form.save }).click()
    await page.locator("#part-evidence").locator("xpath=../..").getByText(text.voucher(1)).waitFor()
    expect(await page.locator(".log").innerText()).not.toContain(name)
    await page.locator(".case-parts > .openings summary").click()
    await page.locator(".case-parts > .openings li", { hasText: "Anna" }).waitFor()
    await go(page, "/desk/keys", ".own-keys")
    await page.locator(".own-openings summary").click()
    await page.locator(`.own-openings a[href="${path}"]`).waitFor()
    expect(await violations(page, "what she opened")).toEqual([])
    await context.close()
  }, 90_000)

  test("is to a colleague who is not on it a kind and names, until she is put on it", async () => {
    const vera = await member("Vera")
    expect(await box(vera.page, "vouchers").innerText()).toMatch(/Closed to you\..*Anna.*Boris|Closed to you\..*Boris.*Anna/s)
    expect(await vera.page.content()).not.toContain(name)
    expect(await box(vera.page, "vouchers").locator("button").count()).toBe(0)
    const boris = await member("Boris")
    await box(boris.page, "vouchers").getByText(name).waitFor()
    await box(boris.page, "vouchers").getByRole("button", { name: text.change, exact: true }).click()
    await dialog(boris.page).getByLabel("Vera").check()
    await dialog(boris.page).getByRole("button", { name: text.changeGo }).click()
    await dialog(boris.page).waitFor({ state: "detached" })
    await box(boris.page, "vouchers").getByRole("button", { name: text.withdraw }).click()
    await dialog(boris.page).locator("textarea").fill("Somebody came to his door and asked about it.")
    await dialog(boris.page).getByRole("button", { name: enCase.form.save }).click()
    await box(boris.page, "vouchers").getByText(text.weighAgain).waitFor()
    await box(vera.page, "vouchers").getByText(name).waitFor({ timeout: 30_000 })
    for (const one of [vera, boris]) await one.context.close()
  }, 90_000)
})

describe.each([
  ["ru", ruCase, sizes.table],
  ["en", enCase, sizes.tablet],
  ["fr", frCase, sizes.phone],
] as const)("in %s", (language, words, size) => {
  test("stands in its border, accessible and within three widths", async () => {
    const { page, context } = await member("Boris", language, size)
    await box(page, "vouchers").getByText(name).waitFor()
    expect(await page.locator("#part-compartments").innerText()).toBe(words.sections.compartments)
    await box(page, "vouchers").getByRole("button", { name: words.compartments.add.vouchers }).scrollIntoViewIfNeeded()
    const wrong = [...(await violations(page, `${language}, ${size.width}`))]
    for (const { width } of Object.values(sizes))
      wrong.push(...(await overflow(page, width, language)), ...(await squeezed(page, `${language} at ${width}`)))
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)
})
