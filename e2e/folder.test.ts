// A lawyer with thirty clients and ten minutes a week: one code, one list on one screen, what waits for her seen at a glance, each client's
// own words to hand on. In three languages and three widths, by keyboard alone. Invented people.
import { childOf, newCode, submit, wordsOf } from "@safe-conduct/client/asker"
import { words as en } from "@safe-conduct/words/portal/en.ts"
import { words as fr } from "@safe-conduct/words/portal/fr.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { intoMailbox, next, sizes, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { meet, requestAbout } from "./src/sender.ts"
import { shoot } from "./src/shots.ts"

const CLIENTS = 30
const spoken = { ru, en, fr } as const
const desk = realDesk()
/** The folder's words in each language: any of them opens it. */
let words: Readonly<Record<keyof typeof spoken, readonly string[]>>
let children: readonly string[]

beforeAll(async () => {
  const met = await meet(desk.at(""))
  const { code } = await newCode(met)
  words = { ru: await wordsOf(code, "ru"), en: await wordsOf(code, "en"), fr: await wordsOf(code, "fr") }
  const made = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => childOf(met, code, n)))
  children = made.map(({ locator }) => locator)
  for (const [n, child] of made.entries())
    good(await submit({ desk: met, code: child.code, request: { ...requestAbout(`Клиентов${n + 1}`), language: "en" }, files: [] }))
  good(await desk.vault.refresh())
  for (const [n, ask] of children.entries()) {
    if (n % 3 === 0) good(await desk.vault.reply(ask, `Letter ${n + 1}.`, { status: "in-verification" }))
    if (n === 7) good(await desk.vault.reply(ask, "Please send the order of the judge.", { status: "need-from-you" }))
  }
}, 180_000)

async function open(page: Page, typed: readonly string[]): Promise<void> {
  await page.waitForSelector("#code")
  await page.fill("#code", typed.join(" "))
  await next(page)
  await page.waitForFunction((count) => document.querySelectorAll(".folder-list tbody tr").length === count, CLIENTS, { timeout: 60_000 })
  await page.waitForSelector(".walk button, .row button")
}

describe.each(["ru", "en", "fr"] as const)("the folder in %s", (language) => {
  test("is accessible, fits three widths, and says of each client where things stand", async () => {
    const her = await visit(desk.browser, desk.at(`/folder?lang=${language}`), language, { viewport: sizes.table })
    const { page } = her
    const wrong: string[] = []
    const look = async (where: string): Promise<void> => {
      wrong.push(...(await violations(page, where)))
      for (const { width } of Object.values(sizes)) {
        wrong.push(...(await overflow(page, width, where)), ...(await squeezed(page, `${where} at ${width}`)))
        await shoot(page, where, width)
      }
      await page.setViewportSize(sizes.table)
    }
    await page.waitForSelector("#code")
    await look(`folder closed, ${language}`)
    await open(page, words[language])
    const { folder, mailbox } = spoken[language]
    expect(await page.locator("main [role=status]").innerText()).toBe(`${folder.count(CLIENTS)}. ${folder.needed("8")}`)
    expect(await page.locator(".folder-list").innerText()).toContain(mailbox.status["need-from-you"])
    expect(await page.locator(".folder-list").innerText()).toContain(mailbox.status["in-verification"])
    await look(`folder, ${language}`)
    // The whole list is on one screen of a desk, and what waits for her needs no scrolling on a telephone.
    expect(await page.evaluate(() => document.querySelector(".folder-list")?.getBoundingClientRect().height)).toBeLessThan(1100)
    await page.locator(".folder-list tbody tr").nth(7).locator("button").first().click()
    await page.waitForSelector(".standing")
    expect(await page.locator(".letter").innerText()).toContain("Please send the order of the judge.")
    await look(`one of the folder, ${language}`)
    await page.getByRole("button", { name: folder.back, exact: true }).click()
    await page.locator(".folder-list tbody tr").nth(7).locator("button.plain").click()
    await page.waitForSelector(".code-words li")
    await look(`words of one client, ${language}`)
    expect(wrong).toEqual([])
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
    await her.context.close()
  }, 120_000)
})

test("by keyboard alone: opened, down the list, into one and back to its row, and closed", async () => {
  const { page, context } = await visit(desk.browser, desk.at("/folder?lang=en"), "en", { viewport: sizes.table })
  await page.waitForSelector("#code")
  await page.locator("#code").focus()
  await page.keyboard.insertText(words.en.join(" "))
  await page.keyboard.press("Enter")
  const rows = page.locator(".folder-list tbody tr")
  await rows.nth(CLIENTS - 1).waitFor({ timeout: 60_000 })
  await page.getByRole("button", { name: en.folder.again, exact: true }).waitFor()
  await rows.first().locator("button").first().focus()
  for (let pressed = 0; pressed < 7; pressed++) await page.keyboard.press("ArrowDown")
  const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null)
  expect(await focused()).toBe(`${en.folder.openOne}: 8`)
  await page.keyboard.press("Enter")
  await page.waitForSelector(".standing")
  await page.getByRole("button", { name: en.folder.back, exact: true }).press("Enter")
  await rows.nth(CLIENTS - 1).waitFor()
  expect(await focused()).toBe(`${en.folder.openOne}: 8`)
  await page.getByRole("button", { name: en.folder.close, exact: true }).press("Enter")
  await page.waitForSelector("#code")
  expect(await page.locator("main").innerText()).not.toContain(en.mailbox.status["need-from-you"])
  await context.close()
}, 90_000)

test("a client's words open her own mailbox and nothing else of the folder", async () => {
  const lawyer = await visit(desk.browser, desk.at("/folder?lang=en"), "en", { viewport: sizes.table })
  await open(lawyer.page, words.en)
  await lawyer.page.locator(".folder-list tbody tr").nth(3).locator("button.plain").click()
  await lawyer.page.waitForSelector(".code-words li")
  const hers = (await lawyer.page.locator(".code-words li").allTextContents()).map((word) => word.trim())
  expect(hers).toHaveLength(13)
  await lawyer.context.close()
  const client = await visit(desk.browser, desk.at("/mailbox?lang=en"), "en")
  await intoMailbox(client.page, hers)
  expect(await client.page.locator(".letter").allInnerTexts()).toEqual([expect.stringContaining("Letter 4.")])
  await client.page.goto(desk.at("/folder?lang=en"))
  await client.page.waitForSelector("#code")
  await client.page.fill("#code", hers.join(" "))
  await next(client.page)
  await client.page.locator(".notice.danger").waitFor({ timeout: 60_000 })
  expect(await client.page.locator(".folder-list").count()).toBe(0)
  await client.context.close()
}, 90_000)
