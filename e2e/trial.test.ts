// The trial's first minute, as a visitor of `npm start` lives it: Today on one screen, the phone beside it, what the server sees, and
// the five steps. One desk, one browser, one visitor who plays two members.
import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Vault } from "@safe-conduct/client/member"
import { words as caseWords } from "@safe-conduct/words/case/en.ts"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Browser, Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { command, makeDesk } from "./src/command.ts"
import { go } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { pdfText } from "./src/pdf-text.ts"
import { type Visit, sizes, visit, next, receipt, toReview, toWords, typeBack } from "./src/portal-page.ts"
import type { MadeTrial } from "./src/trial.ts"
import { trialDesk } from "./src/trial-desk.ts"

let trial: MadeTrial
let browser: Browser
let visitor: Visit
let page: Page
/** Another pair of eyes on the same desk. */
let vault: Vault

const shared = trialDesk()
beforeAll(async () => {
  ;({ trial, browser, vault } = shared)
  // Nothing is asked at the door: the trial opens as Anna, who is on duty.
  visitor = await visit(browser, `${trial.url}/desk`, "en", { viewport: sizes.table })
  page = visitor.page
  await page.waitForSelector(".strip", { timeout: 60_000 })
}, 180_000)

const counted = async (part: string): Promise<number> => Number(await page.locator(`.part-${part} .count`).innerText())

describe("Today", () => {
  test("stands on one screen, in each of three languages", async () => {
    const heights: Record<string, number> = {}
    for (const words of [ru, fr, en]) {
      await page.locator(".person summary").click()
      await page.locator(`.drawer .segments [lang=${words.language}]`).click()
      await page.locator(".person summary").click()
      await page.locator(".today h1", { hasText: words.today.title }).waitFor()
      heights[words.language] = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(await page.locator(".trial-strip").innerText()).toContain(words.trial.strip)
    }
    expect(heights).toEqual({ ru: 900, fr: 900, en: 900 })
  })

  test("a flight tomorrow at six, three in danger for different reasons, and what waits, counted", async () => {
    const flight = await page.locator(".flight").innerText()
    expect(flight).toMatch(/06:00.*Mesa/)
    expect(await page.locator(".flight a[data-row]").count()).toBe(4)
    const tomorrow = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "America/Phoenix" })
    expect(flight).toContain(tomorrow.format(Date.now() + 86_400_000))
    const why = await page.locator(".part-emergencies .strip .why").allInnerTexts()
    expect(new Set(why).size).toBe(3)
    expect(await page.locator(".part-emergencies .strip .hours").count()).toBeGreaterThan(0)
    for (const [part, count] of [
      ["emergencies", 3],
      ["requests", 1],
      ["signatures", 2],
      ["replies", 1],
      ["looks", 12],
    ] as const)
      expect([part, await counted(part)]).toEqual([part, count])
    expect(await page.locator(".duty").innerText()).toContain("Anna")
  })
})

test("what the wife types on the phone beside rises on Today by itself", async () => {
  await page.locator(".phone iframe").waitFor()
  const phone = page.frame({ url: /\?lang=ru/ })
  if (phone === null) throw new Error("no portal in the phone")
  // A frame is walked as a page is.
  const hers = phone as unknown as Page
  await phone.locator(".door").nth(1).click()
  await toReview(hers, { surname: "Туманов", given: "Лев" })
  const words = await toWords(hers)
  await typeBack(hers, words)
  await next(hers)
  await receipt(hers)
  const risen = page.locator(".part-requests .line", { hasText: "Туманов" })
  await risen.waitFor({ timeout: 20_000 })
  expect(await counted("requests")).toBe(2)
  expect(await page.locator(".to-tray .count").innerText()).toBe("2")
}, 90_000)

test("what the server sees of a case is ids, sizes, hours and noise, and none of its words", async () => {
  const dated = trial.notes.steps.dated
  await page.getByRole("button", { name: en.trial.server }).click()
  const dialog = page.getByRole("dialog", { name: en.trial.serverTitle })
  await dialog.locator("select").selectOption(dated)
  const [row] = (await vault.list()).filter((one) => one.stream === dated)
  await dialog.locator(".readable", { hasText: row?.people[0]?.latin ?? "" }).waitFor()
  await dialog.locator(".tables dl").first().waitFor({ state: "attached" })
  const seen = (await dialog.locator(".tables").evaluate((tables) => tables.textContent)) ?? ""
  const view = good(await vault.openCase(dated))
  const words = [...new Set(textsOf(view.log.map((line) => line.input)).flatMap((text) => text.match(/[\p{L}\d]{4,}/gu) ?? []))]
  const values = await dialog.locator(".tables dd").allTextContents()
  const columns = await dialog.locator(".tables :is(dt, summary)").evaluateAll((all) => all.map((one) => one.textContent ?? ""))
  expect(await dialog.locator(".tables :is(a, button)").count()).toBe(0)
  await page.keyboard.press("Escape")
  await page.waitForFunction(() => document.querySelector("dialog[open]") === null)

  expect(words).toEqual(expect.arrayContaining(["Заречный", "Zarechny", "A216540387", "Winn", "Thursday"]))
  // Names of tables and columns are the server's own words, and are the same for every case.
  const own = new Set(columns.join(" ").match(/[\p{L}\d]{4,}/gu) ?? [])
  expect(words.filter((word) => !own.has(word) && /\p{L}/u.test(word) && seen.includes(word))).toEqual([])
  expect(seen).not.toMatch(/\p{Script=Cyrillic}/u)
  expect(seen).not.toContain("216540387")
  expect(values.length).toBeGreaterThan(100)
  const known = [
    /^$/,
    /^-?\d+$/,
    /^[a-z2-7]+(,[a-z2-7]+)*$/,
    /^[0-9a-f]+…?( [\d.,  ]+ K?i?B)?$/,
    /^[A-Za-z0-9+/=_-]+…?( [\d.,  ]+ K?i?B)?$/,
    /^\d{4}-\d\d-\d\dT\d\dZ$/,
    /^(true|false|null)$/,
    /^[[{].*[\]}]$/,
  ]
  expect(values.filter((value) => !known.some((shape) => shape.test(value.trim())))).toEqual([])
}, 60_000)

/** Every text inside a value that is not an id, a hash or a time: those the server may know. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return /^[a-z2-7]{26}$|^[0-9a-f]{64}$|^\d{4}-\d\d/.test(value) ? [] : [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe("the five steps", () => {
  const step = async (n: number): Promise<void> => {
    await page.locator(".steps summary").click()
    await page.locator(".steps li a").nth(n).click()
    if ((await page.locator(".steps[open]").count()) > 0) await page.locator(".steps summary").click()
  }
  const signing = () => page.locator("section", { has: page.locator("#part-signing") })

  test("1: the request is joined to the person known under another spelling", async () => {
    const { request, known } = trial.notes.steps
    await step(0)
    await page.waitForSelector(".request .alike")
    expect(page.url()).toContain(`/desk/tray/${request}`)
    const pair = page.locator(".pair-of-people").first()
    expect(await pair.innerText()).toContain(en.tray.reasons["birth-date"])
    await pair.locator("button").click()
    const link = page.locator(`a[href="/desk/case/${known}"]`, { hasText: en.tray.toCase })
    await link.or(page.locator(".case-head")).first().waitFor()
    if ((await link.count()) > 0) await link.click()
    await page.waitForSelector(".case-head")
    expect(page.url()).toContain(known)
    good(await vault.refresh())
    expect((await vault.tray()).map((row) => row.ask)).not.toContain(request)
    expect(good(await vault.openCase(known)).state.requests.map((row) => row.ask)).toContain(request)
  }, 60_000)

  test("2: the date to work to is a Thursday, the count ends on a Friday, and the page says why", async () => {
    await step(1)
    const appeal = page.locator(".deadline", { hasText: "8 CFR 1003.38" })
    await appeal.waitFor()
    const { dates } = caseWords
    expect((await appeal.innerText()).replace(/\s+/g, " ")).toMatch(new RegExp(`${dates.safeBy} Thu, .*${dates.nominal} Fri, `))
    expect(await page.locator("section", { has: page.locator("#part-dates") }).innerText()).toContain(dates.safeWhy)
  }, 30_000)

  test("3: Anna cannot sign what Anna recommended, and is told so in words", async () => {
    await step(2)
    await page.waitForFunction((stream) => location.pathname.endsWith(stream), trial.notes.steps.recommended)
    const button = signing().getByRole("button", { name: caseWords.signing.second })
    await button.waitFor()
    await signing().getByText(caseWords.signing.mine).waitFor()
    expect(await button.getAttribute("aria-disabled")).toBe("true")
    await button.click({ force: true })
    expect(good(await vault.openCase(trial.notes.steps.recommended)).waiting).toHaveLength(1)
  }, 30_000)

  test("4: Boris, one press away, signs it", async () => {
    await page.locator(".trial-strip select").selectOption("Boris")
    await page.locator(".person .who", { hasText: "Boris" }).waitFor({ timeout: 60_000 })
    await step(3)
    const button = signing().getByRole("button", { name: caseWords.signing.second })
    await button.and(page.locator(":not([aria-disabled])")).click()
    await signing().getByText(caseWords.signing.signed("Anna", "Boris")).waitFor()
    good(await vault.refresh())
    expect(good(await vault.openCase(trial.notes.steps.recommended)).waiting).toEqual([])
  }, 90_000)

  test("5: the Finding is made; its first line says what it is not, and the command knows it for ours, with no line at all", async () => {
    await step(4)
    await page.waitForFunction((stream) => location.pathname.endsWith(stream), trial.notes.steps.finding)
    await signing().getByRole("button", { name: caseWords.signing.make }).click()
    await signing().getByRole("button", { name: caseWords.letters.preview }).first().waitFor({ timeout: 60_000 })
    await signing().getByRole("button", { name: caseWords.letters.preview }).first().click()
    // The paper is drawn inside its frame; the desk knows its pages once it stands.
    await page.waitForSelector(".file-view .viewer:not(:has([role=status])) iframe")
    const papers: Record<string, string> = {}
    for (const language of ["en", "fr", "ru"] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        signing()
          .getByRole("button", { name: caseWords.letters.download(caseWords.letters.languages[language]) })
          .click(),
      ])
      papers[language] = join(trial.folder, download.suggestedFilename())
      await download.saveAs(papers[language])
    }
    const text = await pdfText(papers["en"] as string)
    expect(text.slice(0, 200)).toContain("not a decision of the Government of Canada")
    expect(await pdfText(papers["ru"] as string)).toMatch(/[а-я]{5}/)

    await go(page, "/desk/members", ".members .print")
    await page.waitForFunction(() => /[0-9a-f-]{39}/.test(document.querySelector(".members .print")?.textContent ?? ""))
    const root = (await page.locator(".members .print").innerText()).trim()
    for (const path of Object.values(papers)) {
      const { code, out } = await command(["check", path, "--root", root])
      expect([code, JSON.parse(out)]).toMatchObject([0, { answer: "issued" }])
    }
    // Its withdrawal is offered from now on, under the letter's own number.
    await go(page, `/desk/case/${trial.notes.steps.finding}`, ".case-head")
    await page.locator("button[data-does=withdraw-letter]:not([aria-disabled])").click()
    await page.getByRole("dialog", { name: caseWords.labels.actions["withdraw-letter"] }).waitFor()
    await page.keyboard.press("Escape")
  }, 120_000)

  test("nothing on the way complained or asked a stranger", () => {
    expect({ faults: visitor.faults, strangers: visitor.strangers }).toEqual({ faults: [], strangers: [] })
  })
})

test("a trial's folder is never served as a real desk, and a real one never as a trial", async () => {
  const asReal = await command(["serve", "--data", trial.data, "--port", "0"])
  expect([asReal.code, JSON.parse(asReal.err.trim().split("\n").at(-1) ?? "")]).toMatchObject([2, { error: "trial-desk" }])
  const real = await makeDesk()
  await real.stop()
  const asTrial = await command(["serve", "--data", real.data, "--port", "0", "--trial"])
  expect([asTrial.code, JSON.parse(asTrial.err.trim().split("\n").at(-1) ?? "")]).toMatchObject([2, { error: "real-desk" }])
  rmSync(real.folder, { recursive: true, force: true })
}, 60_000)
