// Who reads what, in a browser: a restricted case and the list of its readers; new keys after somebody left, told while they are on
// their way; what was not handed on yet, said wherever cases are listed. In three languages and three widths. Invented people.
import { join } from "node:path"
import process from "node:process"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Browser, Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { sizes } from "./src/portal-page.ts"
import type { MadeTrial } from "./src/trial.ts"
import { trialDesk } from "./src/trial-desk.ts"

let trial: MadeTrial
let browser: Browser

const shared = trialDesk()
beforeAll(() => {
  ;({ trial, browser } = shared)
}, 180_000)

const spoken = { en, fr, ru }
const tongues = ["en", "fr", "ru"] as const
type Tongue = (typeof tongues)[number]
const dialog = (page: Page) => page.locator("dialog[open]")
const comes = async (who: string, language: Tongue = "en") => {
  const visitor = await at(browser, trial, language, sizes.table)
  await enterAs(visitor.page, who)
  await withoutPhone(visitor.page)
  return visitor
}
/** On a narrow screen the trial's phone lies over the page. */
const withoutPhone = (page: Page) => page.locator(".trial-tools [aria-expanded=true]").click()

async function look(page: Page, where: string): Promise<readonly string[]> {
  const wrong = [...(await violations(page, where))]
  for (const { width } of Object.values(sizes)) {
    wrong.push(...(await overflow(page, width, where)), ...(await squeezed(page, `${where} at ${width}`)))
    const shots = process.env["SAFE_CONDUCT_SHOTS"]
    if (shots) await page.screenshot({ path: join(shots, `${where.replaceAll(/[ ,]+/g, "-")}-${width}.png`) })
  }
  await page.setViewportSize(sizes.table)
  return wrong
}

describe("a restricted case", () => {
  let path: string
  test("is read by whoever made it, then by whom she lets in; the log says so", async () => {
    const anna = await comes("Anna")
    await go(anna.page, "/desk/cases", ".list h1")
    await anna.page.getByRole("button", { name: en.list.newCase }).click()
    await dialog(anna.page).getByLabel(en.list.surnameLatin).fill("Hidden")
    await dialog(anna.page).getByLabel(en.rosters.restrict).check()
    expect(await violations(anna.page, "making it")).toEqual([])
    await anna.page.locator("#create-case").click()
    await anna.page.locator(".readers").waitFor()
    path = new URL(anna.page.url()).pathname
    const readers = () => anna.page.locator(".readers").innerText()
    expect(await readers()).toContain("Anna")
    expect(await readers()).not.toContain("Boris")

    await anna.page.getByRole("button", { name: en.rosters.change }).click()
    expect(await violations(anna.page, "choosing")).toEqual([])
    // Nothing changed is nothing said.
    await dialog(anna.page).getByRole("button", { name: en.rosters.changeGo }).click()
    await dialog(anna.page).getByRole("alert").or(dialog(anna.page).locator(".notice")).first().waitFor()
    await dialog(anna.page).getByLabel("Boris").check()
    await dialog(anna.page).getByLabel(en.rosters.why).fill("He takes the hearing over")
    await dialog(anna.page).getByRole("button", { name: en.rosters.changeGo }).click()
    await dialog(anna.page).waitFor({ state: "detached" })
    await anna.page.locator(".readers", { hasText: "Boris" }).waitFor()
    await anna.page.locator(".log", { hasText: "+ Boris" }).waitFor()
    await anna.page.locator(".log", { hasText: "He takes the hearing over" }).waitFor()

    const boris = await comes("Boris")
    await go(boris.page, path, ".case-head")
    expect(await boris.page.locator(".readers").innerText()).toContain("Boris")
    const vera = await comes("Vera")
    await go(vera.page, path, ".notice")
    expect(await vera.page.content()).not.toContain("Hidden")
    for (const one of [anna, boris, vera]) await one.context.close()
  }, 120_000)

  test.each(tongues)(
    "shows its readers in %s",
    async (language) => {
      const { page, context } = await comes("Anna", language)
      await go(page, path, ".readers")
      const wrong = [...(await look(page, `readers, ${language}`))]
      await page.getByRole("button", { name: spoken[language].rosters.change }).click()
      await dialog(page).waitFor()
      wrong.push(...(await look(page, `changing readers, ${language}`)))
      expect(wrong).toEqual([])
      await context.close()
    },
    90_000,
  )
})

describe("what is still on its way", () => {
  test.each(tongues)(
    "is said to whoever joined, wherever cases are listed, in %s",
    async (language) => {
      const visitor = await at(browser, trial, language, sizes.table)
      await visitor.context.route("**/api/cards/not-handed-on", (route) => route.fulfill({ json: { count: 48 } }))
      await enterAs(visitor.page, "Vera")
      await withoutPhone(visitor.page)
      const said = spoken[language].rosters.notHandedOn(48)
      const wrong: string[] = []
      for (const [name, path, mark] of [
        ["today", null, ".today h1"],
        ["list", "/desk/cases", ".list h1"],
        ["members", "/desk/members", ".members h1"],
      ] as const) {
        if (path !== null) await go(visitor.page, path, mark)
        await visitor.page.getByText(said).waitFor()
        wrong.push(...(await look(visitor.page, `not handed on, ${name}, ${language}`)))
      }
      expect(wrong).toEqual([])
      await visitor.context.close()
    },
    120_000,
  )

  test("after somebody left, cases get new keys one after another, and each desk says how far it has come", async () => {
    const boris = await comes("Boris")
    // What carries a card is of a case; for a while nothing of the kind gets through.
    let held = true
    await boris.context.route("**/api/streams/*/entries", (route) =>
      held && route.request().postData()?.includes('"card":') === true ? route.abort() : route.continue(),
    )
    await go(boris.page, "/desk/members", ".members table")
    const row = boris.page.locator(".members tbody tr", { hasText: "Vera" })
    await row.getByRole("button", { name: en.members.remove, exact: true }).click()
    await dialog(boris.page).getByRole("button", { name: en.members.removeGo }).click()
    await boris.page.locator("progress.renewing").waitFor()
    const wrong: string[] = [...(await look(boris.page, "renewing, en"))]
    for (const language of ["fr", "ru"] as const) {
      const other = await comes("Anna", language)
      await other.context.route("**/api/streams/*/entries", (route) =>
        held && route.request().postData()?.includes('"card":') === true ? route.abort() : route.continue(),
      )
      await go(other.page, "/desk/members", ".members table")
      await other.page.locator("progress.renewing").waitFor()
      wrong.push(...(await look(other.page, `renewing, ${language}`)))
      await other.context.close()
    }
    expect(wrong).toEqual([])
    held = false
    await boris.page.locator("progress.renewing").waitFor({ state: "detached", timeout: 120_000 })
    await boris.context.close()
  }, 240_000)
})
