// "They are moving him now": the shortest way through the portal wakes whoever sits at an open desk, by sound and in words, within
// seconds; and a later message to the case, which lies in no tray, wakes her again.
import { rmSync } from "node:fs"
import { words as desk } from "@safe-conduct/words/desk/en.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { good, requestsOf, signIn } from "./src/member.ts"
import { type Visit, next, receipt, sizes, visit, wordsShown } from "./src/portal-page.ts"

let made: MadeDesk
let browser: Browser
let hers: Visit
const at = (path: string) => `http://127.0.0.1:${made.port}${path}`

beforeAll(async () => {
  made = await makeDesk()
  browser = await openBrowser()
  hers = await visit(browser, at("/desk"), "en", { viewport: sizes.table })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

/** Every tone that the page begins to play, whether or not this machine has a loudspeaker. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: number[] = []
    Object.assign(window, { heard })
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when?: number) {
      heard.push(this.frequency.value)
      start.call(this, when)
    }
  })
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard.length)

test("a request that says so rings at the desk and stands in red, and so does a message to the case", async () => {
  const { page } = hers
  await enter(page, made.passphrase)
  await page.waitForSelector(".today h1")
  await listen(page)
  const said = page.locator(".toasts p", { hasText: desk.app.wake })

  const wife = await visit(browser, at("/?lang=ru"), "ru")
  await wife.page.locator(".door.danger").click()
  await wife.page.locator("#danger-kind input[value=moved]").check()
  await wife.page.fill("#people-0-surname", "Увозимый")
  await wife.page.fill("#people-0-given", "Тимур")
  // It goes at once; the words come after.
  await next(wife.page)
  await receipt(wife.page)
  const code = await wordsShown(wife.page)

  await said.waitFor({ timeout: 15_000 })
  expect(await said.innerText()).toContain("Увозимый Тимур")
  // Two strokes, once: the beats that follow find the same request and stay quiet.
  await page.waitForTimeout(6_000)
  expect(await heard(page)).toBe(2)
  const line = page.locator(".part-requests .line.is-red", { hasText: "Увозимый" })
  expect(await line.innerText()).toContain(desk.tray.wake)

  // Another member joins and answers: what rang is over. Then the wife writes once more.
  const vault = await signIn(made)
  const [ask] = (await requestsOf(vault, "Увозимый")) as [string]
  good(await vault.joinRequest(ask))
  good(await vault.reply(ask, "Читаем, пишите."))
  await line.waitFor({ state: "detached", timeout: 15_000 })
  await said.waitFor({ state: "detached" })
  await wife.page.goto(at("/mailbox?lang=ru"))
  await wife.page.fill("#code", code.join(" "))
  await next(wife.page)
  await wife.page.fill("#say", "Его сажают в автобус.")
  await wife.page.check("#say-wake")
  await wife.page.getByRole("button", { name: ru.mailbox.say.send }).click()
  await page.locator(".waking", { hasText: desk.tray.wake }).waitFor({ timeout: 20_000 })
  await page.waitForFunction(() => (window as unknown as { heard: number[] }).heard.length === 4, null, { timeout: 10_000 })
  expect([wife.faults, wife.strangers, hers.strangers]).toEqual([[], [], []])
}, 90_000)
