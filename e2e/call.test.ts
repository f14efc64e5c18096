// A call from inside as a member lives it: sealed field by field, cut off in the middle, found to be somebody of ours at the end.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { at, enterAs, go, squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { type Visit, sizes } from "./src/portal-page.ts"
import { trialDesk } from "./src/trial-desk.ts"

const spoken = { ru, en, fr }
const judgedAt = { ru: sizes.table, en: sizes.tablet, fr: sizes.phone }
const shared = trialDesk()
let her: Visit
let stream: string

const write = async (page: Page, id: string, text: string): Promise<void> => {
  await page.locator(`#${id}`).fill(text)
  await page.locator(`#${id}`).blur()
  await page.locator(`.sealed-field:has(#${id}) [role=status]`, { hasText: "sealed " }).waitFor()
}
const notes = async (): Promise<readonly string[]> => {
  good(await shared.vault.refresh())
  return good(await shared.vault.openCase(stream)).log.flatMap(({ does, input, struck }) =>
    does === "write-note" && struck === null ? [(input as { text: string }).text] : [],
  )
}

beforeAll(async () => {
  const row = (await shared.vault.list()).find(({ title }) => title.startsWith("Юнусов"))
  stream = row?.stream ?? ""
  good(await shared.vault.act(stream, "ask-next", { id: "order-copy", text: "Has he the paper with the judge's order?" }))
  her = await at(shared.browser, shared.trial, "en", sizes.phone)
  await enterAs(her.page, "Anna")
}, 180_000)

test("what is typed before anybody knows who it is lies in the drawer, and outlives the page", async () => {
  const { page } = her
  await go(page, "/desk/call", ".call h1")
  await write(page, "call-where", "Mesa, the big hall")
  await go(page, "/desk/cases", ".grid-row, .list h1, h1")
  await go(page, "/desk/call", ".call h1")
  await expect.poll(() => page.locator("#call-where").inputValue()).toBe("Mesa, the big hall")
})

test("once he is found, all of it stands in his case, sealed field by field", async () => {
  const { page } = her
  await page.locator("#call-who").fill("Юнусов")
  await page.locator(".who-calls .suggestions button").first().click()
  await page.locator(".who-calls strong").waitFor()
  await expect.poll(notes, { timeout: 20_000 }).toContainEqual(`${en.call.questions.where}\nMesa, the big hall`)
  await write(page, "call-packing", "On Friday")
  await write(page, "call-packing", "On Thursday")
  const all = await notes()
  expect(all).toContain(`${en.call.questions.packing}\nOn Thursday`)
  expect(all).not.toContain(`${en.call.questions.packing}\nOn Friday`)
}, 60_000)

test("a waiting question is answered, new names become a list, and the cut loses nothing", async () => {
  const { page } = her
  await page.locator("#asked-order-copy").fill("Yes, two sheets")
  await page.locator("#asked-order-copy").blur()
  await page.locator(".sealed-field", { hasText: "Yes, two sheets" }).waitFor()
  await page.locator("#call-names").fill("Саша из Казани\nЦырен")
  await page.locator("#call-names").blur()
  await page.locator(".sealed-field:has(#call-names) [role=status]", { hasText: "sealed " }).waitFor()
  await write(page, "call-names", "Саша из Казани\nЦырен\nдвое братьев")
  await page.locator("#cut-off").click()
  await page.locator("h2", { hasText: en.call.cutTitle }).waitFor()
  good(await shared.vault.refresh())
  const [heard] = await shared.vault.rollCalls()
  expect(heard).toMatchObject({ kind: "call", place: "Mesa, the big hall", confidence: "rumoured" })
  expect(heard?.lines.map(({ text }) => text)).toEqual(["Саша из Казани", "Цырен", "двое братьев"])
  const { state } = good(await shared.vault.openCase(stream))
  expect(state.asked).toMatchObject([{ id: "order-copy", answer: "Yes, two sheets" }])
}, 60_000)

describe.each(["ru", "en", "fr"] as const)("in %s", (language) => {
  test("the call is accessible, fits three widths and speaks one language", async () => {
    const size = judgedAt[language]
    const visitor = await at(shared.browser, shared.trial, language, size)
    const { page } = visitor
    await enterAs(page, "Anna")
    await go(page, `/desk/call/${stream}`, ".call h1")
    await page.locator(".who-calls strong").waitFor()
    await page.locator(".before-cut summary").click()
    const wrong = await violations(page, `${language} call`)
    for (const width of [360, 768, 1440]) {
      wrong.push(...(await overflow(page, width, `${language} call`)), ...(await squeezed(page, `${language} call ${width}`)))
      if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/call-${language}-${width}.png`, fullPage: true })
    }
    expect(wrong).toEqual([])
    expect(await page.locator("#cut-off").innerText()).toBe(spoken[language].call.cut)
    expect({ faults: visitor.faults, strangers: visitor.strangers }).toEqual({ faults: [], strangers: [] })
  }, 120_000)
})
