// The desk without a mouse: every page that is worked on is entered, used and left by keys alone; and each of them without a violation
// that axe finds, in three languages, on a phone and on a table.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { type ByKeys, byKeys, focused } from "./src/by-keys.ts"
import { at, enterAs, go } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { sizes, type Visit, visit } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const desk = trialDesk()
const spoken = { ru, en, fr }
const quietly = ({ faults, strangers }: Visit) => expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })

describe("by keyboard alone", () => {
  let hers: Visit
  let page: Page
  let keys: ByKeys
  beforeAll(async () => {
    hers = await at(desk.browser, desk.trial, "en")
    page = hers.page
    await hers.context.grantPermissions(["clipboard-read", "clipboard-write"])
    keys = byKeys(page)
    await keys.to(".people-to-play button")
    await keys.press("Enter")
    await page.waitForSelector(".today h1", { timeout: 60_000 })
  }, 180_000)
  /** A page that no letter leads to stands in the menu under one's own name. */
  const byMenu = async (path: string): Promise<void> => {
    await keys.to(".settings summary")
    await keys.press("Enter")
    await keys.to(`.settings a[href="${path}"]`)
    await keys.press("Enter")
  }
  const toast = (text: string) => page.locator(".toasts p", { hasText: text }).waitFor()

  test("Today leads into a case, where an event is recorded, read and struck", async () => {
    await keys.press("j", "j")
    const row = await focused(page)
    expect(row).toMatchObject({ seen: true })
    await keys.press("Enter")
    await page.waitForSelector(".case-head")
    expect(page.url()).toContain(row.href)

    await keys.press("e")
    await page.locator("dialog[open] #f-event-type").waitFor()
    await keys.to("#f-event-type")
    await keys.type("Address")
    await keys.to("#f-event-on-day")
    await keys.type("20")
    await keys.press("Tab")
    await keys.type("Nov")
    await keys.press("Tab")
    await keys.type("2026")
    await keys.press("Tab", "Space", "Enter")
    await page.locator("dialog[open]").waitFor({ state: "detached" })
    const line = page.locator(".log-line").first()
    await expect.poll(() => line.innerText()).toContain("Address changed, 20 Nov 2026")
    await keys.to(".log-line .strike")
    await keys.press("Enter")
    await keys.type("The wrong family")
    await keys.press("Enter")
    await page.locator(".log-line .mark", { hasText: "The wrong family" }).waitFor()
  })

  test("a call is written down and cut off", async () => {
    await keys.press("g", "i")
    await page.waitForSelector(".call h1")
    await keys.to("#call-where")
    await keys.type("Mesa")
    await keys.press("Tab")
    await page.locator(".sealed-field:has(#call-where) [role=status]", { hasText: "sealed " }).waitFor()
    await keys.to("#call-who", "Shift+Tab")
    await keys.type("Юнусов")
    await page.locator(".who-calls .suggestions button").first().waitFor()
    await keys.to(".who-calls .suggestions button")
    await keys.press("Enter")
    await page.locator(".who-calls strong").waitFor()
    await keys.to("#cut-off")
    await keys.press("Enter")
    await page.locator("h2", { hasText: en.call.cutTitle }).waitFor()
    await keys.to(".call .button")
    await keys.press("Enter")
    await page.waitForSelector(".case-head")
  })

  test("a roll call is begun, its names are matched and put on piles", async () => {
    await keys.press("g", "a")
    await page.waitForSelector(".begin-roll")
    await keys.to("#roll-place")
    await keys.type("Mesa")
    await keys.to("#roll-when-day")
    const tomorrow = new Date(Date.now() + 86_400_000)
    await keys.type(String(tomorrow.getDate()))
    await keys.press("Tab")
    await keys.type(tomorrow.toLocaleString("en", { month: "short" }))
    await keys.press("Tab")
    await keys.type(String(tomorrow.getFullYear()))
    await keys.to("input[name=roll-confidence]")
    await keys.press("Space")
    await keys.to("#roll-names")
    await keys.type("Юнусов")
    await keys.press("Enter")
    await keys.type("двое братьев из Казани")
    await keys.to("#write-roll")
    await keys.press("Enter")
    const rows = page.locator(".pile-unknown .roll-row")
    await expect.poll(() => rows.count()).toBe(2)
    await rows.first().locator(".maybe button").first().waitFor()
    // Three keys a name: to its row, the likeliest person, the pile. Forty names in ten minutes leave fifteen seconds for each.
    const before = keys.count()
    await keys.press("j", "Enter")
    await page.locator(".roll-row .who", { hasText: "Marat" }).waitFor()
    expect(await focused(page)).toMatchObject({ seen: true })
    await keys.press("1")
    await page.locator(".pile-aboard .roll-row", { hasText: "Marat" }).waitFor()
    expect(keys.count() - before).toBe(3)
  })

  test("the round goes from one to the next and back", async () => {
    await keys.press("g", "o")
    await page.waitForSelector("#look-name")
    const name = () => page.locator("#look-name").innerText()
    const first = await name()
    // Number and birth country onto the clipboard, and the answer: three keys of a person's fifteen seconds are the desk's.
    const before = keys.count()
    await keys.press("c")
    await toast(en.round.copied((await page.locator(".look-card .copied").first().innerText()).replace(/[^A\d]/g, "")))
    await keys.press("b", "1")
    await expect.poll(name).not.toBe(first)
    expect(keys.count() - before).toBe(3)
    const second = await name()
    await keys.press("2")
    await page.waitForSelector("#round-where")
    await keys.type("Виннфилд")
    await page.waitForSelector('[role="option"][aria-selected="true"]')
    await keys.press("Enter")
    await expect.poll(() => page.locator("#round-where").inputValue()).toBe("Winn Correctional Center")
    await keys.press("Enter")
    await expect.poll(name).not.toBe(second)
    for (const before of [second, first]) {
      await keys.press("u")
      await expect.poll(name).toBe(before)
      // The page takes no key before it has heard of the last.
      await page.waitForTimeout(500)
    }
  })

  test("hours of duty are kept", async () => {
    await byMenu("/desk/duty")
    await page.waitForSelector(".rota")
    await keys.to("#rota-zone")
    await keys.to(".rota select")
    await keys.press("Tab")
    await keys.type("0800AM")
    await keys.to(".rota button[type=submit]")
    await keys.press("Enter")
    await toast(en.duty.saved)
    good(await desk.vault.refresh())
    const { rota } = good(await desk.vault.duty())
    expect(rota?.lines[0]?.from).toBe("08:00")
  })

  test("a change of the law is proposed", async () => {
    await keys.press("g", "w")
    await page.waitForSelector("table.rules")
    await keys.to(".law summary")
    await keys.press("Enter")
    await keys.to("#law-rule")
    await keys.press("ArrowDown")
    await keys.to("#law-status")
    await keys.type(en.law.statuses.STAYED)
    await keys.to("#law-source")
    await keys.type("Order of an invented court")
    await keys.to("#law-why")
    await keys.type("Read in the docket today")
    await keys.press("Enter")
    await page.locator(".changes", { hasText: en.law.mine }).waitFor()
    // Out of the field: letters are typed there, not obeyed.
    await keys.press("Tab")
  })

  test("a letter on paper is chosen from the tray's page", async () => {
    await keys.press("g", "r")
    await page.waitForSelector("#tray-title")
    await keys.to(`a[href="/desk/paper"]`)
    await keys.press("Enter")
    await page.waitForSelector("#locked-letter")
    await keys.to("#locked-letter")
    const chooser = page.waitForEvent("filechooser")
    await keys.press("Space")
    await (await chooser).setFiles({ name: "letter.age", mimeType: "application/octet-stream", buffer: Buffer.from("not locked") })
    await page.locator(".notice.danger").waitFor()
  })

  test("destroying is proposed, and junk is put down and taken back", async () => {
    await keys.press("g", "d")
    await page.waitForSelector("#purge-search")
    await keys.to("#purge-search")
    await keys.type("Юнусов")
    await page.locator(".purges .plain-list button").first().waitFor()
    await keys.to(".purges .plain-list button")
    await keys.press("Enter")
    await keys.to(".chosen button")
    await keys.press("Enter")
    await expect.poll(() => page.locator(".chosen li").count()).toBe(0)

    await keys.press("g", "j")
    await page.waitForSelector(".junk-line")
    await keys.press("j", "Space")
    await keys.to("#junk-why")
    await keys.type("written twice")
    await keys.press("Enter")
    await page.waitForSelector("#undo-junk")
    await keys.to("#undo-junk", "Shift+Tab").catch(() => keys.to("#undo-junk"))
    await keys.press("Enter")
    await toast(en.junk.undone(1))
  })

  test("recovery is read, and whoever leaves is at the door", async () => {
    await byMenu("/desk/recovery")
    await page.waitForSelector(".recovery h2")
    await keys.press("?")
    await page.getByRole("dialog", { name: en.app.help }).waitFor()
    await keys.press("Escape")
    await keys.to(".settings .leave")
    await keys.press("Enter")
    await page.waitForSelector(".people-to-play")
    quietly(hers)
    await hers.context.close()
  })
})

describe.each(["ru", "en", "fr"] as const)("in %s", (language) => {
  test("every page is accessible and no wider than the window, on a phone and on a table", async () => {
    const her = await at(desk.browser, desk.trial, language)
    const { page } = her
    await enterAs(page, "Anna")
    const [roll] = await desk.vault.rollCalls()
    const pages = [
      ["today", "/desk", ".today h1"],
      ["case", `/desk/case/${desk.trial.notes.steps.dated}`, ".case-head"],
      ["call", `/desk/call/${desk.trial.notes.steps.dated}`, ".who-calls strong"],
      ["rolls", "/desk/roll", ".rolls"],
      ["roll call", `/desk/roll/${roll?.sighting}`, ".roll-row"],
      ["round", "/desk/round", ".look-card"],
      ["duty", "/desk/duty", ".duty-page h1"],
      ["law", "/desk/law", "table.rules"],
      ["paper", "/desk/paper", "#locked-letter"],
      ["junk", "/desk/junk", ".junk-group"],
      ["destroying", "/desk/purge", ".purges h1"],
      ["recovery", "/desk/recovery", ".recovery h2"],
    ] as const
    const wrong: string[] = []
    for (const [name, path, shows] of pages) {
      if (name !== "today") await go(page, path, shows)
      for (const { width } of [sizes.phone, sizes.table]) {
        wrong.push(...(await overflow(page, width, `${language} ${name}`)))
        wrong.push(...(await violations(page, `${language} ${name}, ${width}`)))
      }
    }
    const folder = await visit(desk.browser, `${desk.trial.url}/folder?lang=${language}`, language)
    await folder.page.waitForSelector("#code")
    for (const { width } of [sizes.phone, sizes.table]) {
      wrong.push(...(await overflow(folder.page, width, `${language} folder`)))
      wrong.push(...(await violations(folder.page, `${language} folder, ${width}`)))
    }
    expect(wrong).toEqual([])
    expect(await page.locator("h1").first().innerText()).toBe(spoken[language].recovery.page)
    quietly(her)
    await her.context.close()
    await folder.context.close()
  }, 120_000)
})
