// A flood among which a person stands: put down by keyboard, looked into without leaving the page, taken back; and what nobody ever
// answered is destroyed only where that is said expressly. Invented people.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { violations } from "./src/axe.ts"
import { signIn } from "./src/desk-page.ts"
import { good } from "./src/member.ts"
import { sizes, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { meet, requestAbout, send } from "./src/sender.ts"

const FLOOD = 8
const { junk, purge } = en
const desk = realDesk()
let page: Page
beforeAll(async () => {
  const met = await meet(desk.at(""))
  const message = (n: number): string =>
    `Здравствуйте, номер ${n}. Прошу срочно оказать помощь и выслать деньги на билет, иначе меня отправят домой.`
  for (let n = 0; n < FLOOD; n++) await send(met, requestAbout(`Потоков${"абвгдежз"[n]}`, { message: message(n) }))
  await send(met, requestAbout("Маркова", { message: message(99), danger: { kind: "told-to-pack" } }))
  await send(met, requestAbout("Своеслова", { message: "Мужа взяли в понедельник на отметке, апелляцию никто не подавал." }))
  ;({ page } = await visit(desk.browser, desk.at("/desk"), "en", { viewport: sizes.table }))
  await signIn(page, desk.made.passphrase)
}, 120_000)

const waiting = async (): Promise<number> => {
  good(await desk.vault.refresh())
  return (await desk.vault.tray()).length
}
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const button = (name: string) => page.getByRole("button", { name, exact: true })

describe("junk", () => {
  test("is reached, walked, looked into and chosen by keyboard", async () => {
    await press("g", "j")
    await page.locator(".junk-group").nth(1).waitFor()
    expect(await page.locator(".junk-group h2").first().innerText()).toBe(junk.groups["same-words"](FLOOD + 1))
    // Whoever is marked stands first, so that nobody overlooks her.
    await press("j")
    const focused = page.locator(".junk-line", { has: page.locator("input:focus") })
    expect(await focused.innerText()).toContain("Маркова")
    expect(await focused.innerText()).toContain(junk.marks.danger)
    await press("Enter")
    await page.locator(".junk-line .preview").first().waitFor()
    await press("Enter", "j", "Space")
    expect(await page.locator(".junk-line input:checked").count()).toBe(1)
    await press("Space")
    expect(await violations(page, "junk")).toEqual([])
  })

  test("is put down at once without the person in it, and taken back", async () => {
    const before = await waiting()
    await button(junk.choosePlain(FLOOD)).press("Enter")
    expect(await button(junk.chooseMarked(1)).count()).toBe(1)
    await page.locator("#junk-why").focus()
    await page.keyboard.type("one letter, many times")
    await press("Enter")
    await page.locator("#undo-junk").waitFor({ timeout: 30_000 })
    expect(await waiting()).toBe(before - FLOOD)
    expect((await desk.vault.tray()).flatMap((row) => row.names).join()).toMatch(/Маркова/)
    await page.locator("#undo-junk").press("Enter")
    await expect.poll(waiting).toBe(before)
  })

  test("that nobody ever answered is destroyed only where that is said, and only by two", async () => {
    const flood = (await desk.vault.tray()).filter((row) => row.names[0]?.startsWith("Потоков")).map((row) => row.ask)
    good(await desk.vault.closeJunk(flood, "one letter, many times"))
    await press("g", "d")
    await page.locator(".closed-requests .count", { hasText: String(FLOOD) }).waitFor({ timeout: 30_000 })
    await page.locator(".closed-requests summary").press("Enter")
    await page.locator(".closed-requests input").first().press("Space")
    await page.fill("#purge-why", "junk")
    await page.locator("#purge-go").press("Enter")
    expect(await page.locator("#purge-unread-error").innerText()).toContain(purge.unreadMissing)
    expect(good(await desk.vault.purges())).toEqual([])
    await page.locator("#purge-unread").press("Space")
    await page.locator("#purge-go").press("Enter")
    await page.locator(".purges .card").first().waitFor({ timeout: 30_000 })
    expect(await page.locator(".purges .card").first().innerText()).toContain(purge.mine)
    expect(await page.locator(".purges .card").first().innerText()).toContain(purge.unread(1))
    expect(await violations(page, "purge")).toEqual([])
    await button(purge.takeBack).press("Enter")
    await page.locator(".purges .card").first().waitFor({ state: "detached" })
  })
})
