// The desk's pages as built, on a trial's invented families: in three languages and three widths, by keyboard alone, on paper.
import { join } from "node:path"
import type { CaseRow, Vault } from "@safe-conduct/client/member"
import type { ActionName } from "@safe-conduct/domain/case"
import { words as enCase } from "@safe-conduct/words/case/en.ts"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { AxeResults } from "axe-core"
import type { Browser, Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { forms } from "../packages/desk/src/case/forms.ts"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { pdfText } from "./src/pdf-text.ts"
import { type Visit, sizes } from "./src/portal-page.ts"
import type { MadeTrial } from "./src/trial.ts"
import { eyesOf, trialDesk } from "./src/trial-desk.ts"

const spoken = { ru, en, fr }
/** Which width axe looks at in which language: each language once, each width once, and every language at every width for its edges. */
const judgedAt = { ru: sizes.table, en: sizes.tablet, fr: sizes.phone }

let trial: MadeTrial
let browser: Browser
let vault: Vault
let list: readonly CaseRow[]
let proposals: readonly string[]

const shared = trialDesk()
beforeAll(async () => {
  ;({ trial, browser, vault } = shared)
  list = await vault.list()
  proposals = (await vault.proposals()).map((row) => row.stream)
}, 180_000)

const story = (surname: string): string => {
  const found = list.find((row) => row.title.startsWith(surname))
  if (found === undefined) throw new Error(`nobody called ${surname} in the trial`)
  return found.stream
}
const quietly = ({ faults, strangers }: Visit) => expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })

/** Every page of the desk with what shows that it stands. */
const pages = (): readonly (readonly [name: string, path: string, shows: string])[] => [
  ["today", "/desk", ".today h1"],
  ["tray", "/desk/tray", "#tray-title"],
  ["request", `/desk/tray/${trial.notes.steps.request}`, ".request .alike"],
  ["cases", "/desk/cases", ".grid-row"],
  ["emergency", `/desk/case/${story("Вележев")}`, ".case-head"],
  ["three states", `/desk/case/${trial.notes.steps.dated}`, ".case-head"],
  ["finding", `/desk/case/${trial.notes.steps.finding}`, ".case-head"],
  ["removed", `/desk/case/${stageOf("removed")}`, ".case-head"],
  ["arrived", `/desk/case/${stageOf("arrived")}`, ".case-head"],
  ["proposals", "/desk/proposals", ".proposals h1"],
  ...proposals.map((stream, n) => [`proposal ${n}`, `/desk/proposal/${stream}`, `.proposal h1`] as const),
  ["letters", "/desk/letters", ".letters h1"],
  ["members", "/desk/members", ".members table"],
  ["junk", "/desk/junk", ".junk-group"],
  ["destroying", "/desk/purge", ".purges h1"],
  ["recovery", "/desk/recovery", ".recovery h2"],
  ["my keys", "/desk/keys", ".own-keys h1"],
  ["about", "/desk/about", ".about h1"],
]
const stageOf = (stage: CaseRow["stage"]): string => {
  const found = list.find((row) => row.stage === stage)
  if (found === undefined) throw new Error(`nobody of the trial is ${stage}`)
  return found.stream
}

describe.each(["ru", "en", "fr"] as const)("every page in %s", (language) => {
  test("is accessible, fits three widths, speaks one language and asks nothing of strangers", async () => {
    const size = judgedAt[language]
    const her = await at(browser, trial, language, size)
    const { page } = her
    const wrong: string[] = []
    const look = async (name: string): Promise<void> => {
      const where = `${language} ${name}`
      expect([name, await page.evaluate(() => document.documentElement.lang)]).toEqual([name, language])
      wrong.push(...(await violations(page, `${where}, ${size.width}`)))
      if (language === "ru" && ["today", "request", "three states"].includes(name)) {
        await page.emulateMedia({ colorScheme: "dark" })
        wrong.push(...(await violations(page, `${where}, dark`)))
        await page.emulateMedia({ colorScheme: "light" })
      }
      for (const { width } of Object.values(sizes))
        wrong.push(...(await overflow(page, width, where)), ...(await squeezed(page, `${where} at ${width}`)))
      await page.setViewportSize(size)
    }
    await look("door")
    await enterAs(page, "Anna")
    for (const [name, path, shows] of pages()) {
      if (name !== "today") await go(page, path, shows)
      expect([name, await page.locator(".trial-strip").innerText()]).toEqual([
        name,
        expect.stringContaining(spoken[language].trial[size === sizes.phone ? "short" : "strip"]),
      ])
      expect([name, await page.locator("main h1").count()]).toEqual([name, 1])
      await look(name)
    }
    expect(wrong).toEqual([])
    quietly(her)
    await her.context.close()
  }, 120_000)
})

describe("every form of a case", () => {
  /** What no story of the trial offers: a letter must have been issued first, which the trial's own test does. */
  const elsewhere: readonly ActionName[] = ["withdraw-letter"]

  test("opens named and labelled, holds the focus, closes with Escape and gives the focus back", async () => {
    const left = new Set((Object.keys(forms) as ActionName[]).filter((does) => forms[does] !== null && !elsewhere.includes(does)))
    const wrong: string[] = []
    // A spoken consent that Anna took alone, for Boris to confirm: nobody of the trial is in such haste.
    const stream = story("Вележев")
    const person = list.find((row) => row.stream === stream)?.people[0]?.person
    const consent = {
      person,
      scope: "CONTACT_COUNSEL",
      givenBy: { who: "person" },
      how: "oral",
      version: 1,
      language: "ru",
      at: Date.now(),
    }
    const anna = await eyesOf(trial, "Anna")
    good(await anna.act(stream, "give-consent", { id: "by-phone", consent }))
    const him = await at(browser, trial, "en")
    await enterAs(him.page, "Boris")
    // Loads what judges.
    await violations(him.page, "today")
    for (const { stream, title } of list) {
      if (left.size === 0) break
      await go(him.page, `/desk/case/${stream}`, ".case-head")
      const offered = await him.page
        .locator("button[data-does]:not([aria-disabled]):visible")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-does") as string))
      for (const does of new Set(offered) as Set<ActionName>) {
        if (!left.delete(does)) continue
        wrong.push(...(await formOpens(him.page, does, title)))
      }
    }
    expect({ wrong, left: [...left] }).toEqual({ wrong: [], left: [] })
    quietly(him)
    await him.context.close()
  }, 120_000)
})

async function formOpens(page: Page, does: ActionName, title: string): Promise<string[]> {
  const button = page.locator(`button[data-does=${does}]:not([aria-disabled]):visible`).first()
  await button.click()
  const dialog = page.locator("dialog[open]")
  await dialog.waitFor()
  const found = await dialog.evaluate((element) => ({
    name: element.getAttribute("aria-label"),
    holds: element.contains(document.activeElement),
    fields: element.querySelectorAll("input, select, textarea").length,
    beyond: element.scrollWidth > element.clientWidth,
    key: /\b(undefined|null|NaN|\[object)\b/.exec((element as HTMLElement).innerText)?.[0] ?? null,
  }))
  const wrong = ((await page.evaluate("axe.run('dialog[open]', { resultTypes: ['violations'] })")) as AxeResults).violations.map(
    ({ id, nodes }) => `${does} (${title}): ${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  )
  if (found.name !== enCase.labels.actions[does]) wrong.push(`${does} is called ${found.name}`)
  if (!found.holds) wrong.push(`${does} does not hold the focus`)
  if (found.fields === 0) wrong.push(`${does} has no field`)
  if (found.beyond) wrong.push(`${does} is wider than its dialog`)
  if (found.key !== null) wrong.push(`${does} shows ${found.key}`)
  await page.keyboard.press("Escape")
  await dialog.waitFor({ state: "detached" })
  if (!(await button.evaluate((element) => element === document.activeElement))) wrong.push(`${does} does not give the focus back`)
  return wrong
}

describe("by keyboard alone", () => {
  /** The focused element has an outline that can be seen. */
  const focus = (page: Page): Promise<{ readonly text: string; readonly href: string | null; readonly seen: boolean }> =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const outlined = (one: Element, pseudo?: string): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, pseudo)
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
      }
      return { text: element.innerText, href: element.getAttribute("href"), seen: outlined(element) || outlined(element, "::after") }
    })
  const tabTo = async (page: Page, wanted: (text: string) => boolean, most = 40): Promise<void> => {
    for (let n = 0; n < most; n++) {
      await page.keyboard.press("Tab")
      const now = await focus(page)
      expect(now).toMatchObject({ seen: true })
      if (wanted(now.text)) return
    }
    throw new Error("not reached by Tab")
  }

  test("in at the door, down Today, into a case, a note saved, and back; then found by its number", async () => {
    const her = await at(browser, trial, "en")
    const { page } = her
    await tabTo(page, (text) => text.startsWith("Anna"))
    await page.keyboard.press("Enter")
    await page.waitForSelector(".strip", { timeout: 60_000 })

    const rows = await page.locator("[data-row]").evaluateAll((all) => all.map((one) => one.getAttribute("href")))
    await page.keyboard.press("j")
    expect(await focus(page)).toMatchObject({ href: rows[0], seen: true })
    for (let n = 1; n < 6; n++) await page.keyboard.press("j")
    expect(await focus(page)).toMatchObject({ href: rows[5], seen: true })
    await page.keyboard.press("k")
    expect(await focus(page)).toMatchObject({ href: rows[4], seen: true })
    const [first] = list.filter((row) => `/desk/case/${row.stream}` === rows[4])
    await page.keyboard.press("Enter")
    await page.waitForSelector(".case-head")
    expect(await page.locator(".case-head h1").innerText()).toContain(first?.title.split(" ")[0])

    await page.keyboard.press("n")
    await page.keyboard.type("Rang the duty officer,")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("nobody answered.")
    await page.keyboard.press("Enter")
    await page.locator(".log-line", { hasText: "nobody answered." }).waitFor()
    expect(await page.inputValue("#log-text")).toBe("")
    await page.keyboard.press("Escape")
    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await page.waitForSelector(".today h1")

    await page.keyboard.press("/")
    await page.locator("dialog.palette[open]").waitFor()
    await page.keyboard.type("zarech")
    await page.locator("#hit-0").waitFor()
    expect(await page.locator("#hit-0").innerText()).toContain("Заречн")
    expect(await violations(page, "palette")).toEqual([])
    await page.keyboard.press("Enter")
    await page.waitForSelector(".case-head")
    expect(page.url()).toContain(trial.notes.steps.dated)
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null)
    await page.keyboard.press("/")
    await page.locator("dialog.palette[open]").waitFor()
    await page.keyboard.type("nobody of that name")
    await page.getByText(en.app.searchEmpty).waitFor()
    await page.keyboard.press("Escape")
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null)
    await page.keyboard.press("?")
    await page.getByRole("dialog", { name: en.app.help }).waitFor()
    expect(await violations(page, "keys")).toEqual([])
    quietly(her)
    await her.context.close()
  }, 60_000)
})

describe("on paper", () => {
  test("Today and the dates of a case fit the page, and nothing else is printed", async () => {
    const her = await at(browser, trial, "ru")
    const { page } = her
    await enterAs(page, "Anna")
    const pdf = async (name: string): Promise<string> => {
      await page.emulateMedia({ media: "print" })
      // A4 within 15 mm margins, in CSS pixels.
      await page.setViewportSize({ width: 680, height: 1009 })
      expect(await overflow(page, 680, `${name} on paper`)).toEqual([])
      const path = join(trial.folder, `${name}.pdf`)
      await page.pdf({ path, format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })
      await page.emulateMedia({ media: "screen" })
      await page.setViewportSize(sizes.table)
      return pdfText(path)
    }
    const today = await pdf("today")
    for (const said of ["Mesa", "Вележев", "Лобода", "Бальжинов", "Хрящев", ru.today.signatures]) expect(today).toContain(said)
    expect(today).not.toContain(ru.app.signOut)
    await go(page, `/desk/case/${trial.notes.steps.dated}`, ".deadline")
    const dates = await pdf("dates")
    for (const said of ["Заречный", "8 CFR 1003.38"]) expect(dates).toContain(said)
    for (const unsaid of ["Two firms asked", ru.app.signOut, "Улечка"]) expect(dates).not.toContain(unsaid)
    await her.context.close()
  }, 60_000)
})
