// A code that is kept on her own phone: offered after sending and never done unasked, opened by her number in three languages, gone when she says
// so, and nothing of it leaves the browser. What ten wrong numbers do is proven beside the code.
import { words as en } from "@safe-conduct/words/portal/en.ts"
import { words as fr } from "@safe-conduct/words/portal/fr.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { violations } from "./src/axe.ts"
import { next, receipt, sizes, toReview, toWords, type Tongue, typeBack, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { shoot } from "./src/shots.ts"

const spoken = { ru, en, fr }
const PIN = "407193"
const desk = realDesk()
const { at } = desk

const number = async (page: Page, pin: string): Promise<void> => {
  await page.fill("#take-pin", pin)
  await page.press("#take-pin", "Enter")
}
/** How many values lie in the store of the code. */
const kept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const asked = indexedDB.open("safe-conduct-code")
        asked.onerror = () => fail(asked.error)
        asked.onsuccess = () => {
          const count = asked.result.transaction("kept").objectStore("kept").count()
          count.onsuccess = () => done(count.result)
          count.onerror = () => fail(count.error)
        }
      }),
  )

test.each(["ru", "en", "fr"] as const)(
  "%s: kept after sending, opened by the number, erased when she says so",
  async (language: Tongue) => {
    const w = spoken[language].keepHere
    const her = await visit(desk.browser, at(`/ask?lang=${language}`), language)
    const { page } = her
    const sent: string[] = []
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`))
    await toReview(page, { surname: "Хранимова", given: "Вера" })
    const list = await toWords(page)
    await typeBack(page, list)
    await next(page)
    await receipt(page)
    // The store is tried once when it is opened, by a value that goes at once.
    await expect.poll(() => kept(page)).toBe(0)

    await page.getByText(w.title, { exact: true }).click()
    await page.fill("#keep-pin", "123456")
    await page.press("#keep-pin", "Enter")
    await page.waitForSelector("#keep-pin[aria-invalid=true]")
    await shoot(page, `keep-here-${language}`, sizes.phone.width)
    expect(await violations(page, `${language}, keeping a code`)).toEqual([])
    await page.fill("#keep-pin", PIN)
    await page.press("#keep-pin", "Enter")
    await page.getByText(w.kept).waitFor()
    expect(await kept(page)).toBe(1)

    await page.goto(at(`/mailbox?lang=${language}`))
    await page.waitForSelector("#take-pin")
    await number(page, "407194")
    await page.getByText(spoken[language].refusals["pin-wrong"]({ left: 9 })).waitFor()
    await shoot(page, `take-here-${language}`, sizes.phone.width)
    expect(await violations(page, `${language}, opening by the number`)).toEqual([])
    await number(page, PIN)
    await page.getByText(spoken[language].mailbox.statusTitle, { exact: true }).waitFor()

    await page.getByText(w.titleKept, { exact: true }).click()
    await page.getByRole("button", { name: w.drop }).click()
    await page.getByText(w.dropped).waitFor()
    expect(await kept(page)).toBe(0)
    await page.reload()
    await page.waitForSelector("form .word-field input")
    expect(sent.filter((one) => one.includes(PIN) || one.includes(list[0] as string))).toEqual([])
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
    await her.context.close()
  },
)
