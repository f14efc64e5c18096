// "They are moving him now": the shortest way through the portal wakes whoever sits at an open desk, by sound and in words, within
// seconds; and a later message to the case, which lies in no tray, wakes her again. With every desk closed a notice leaves the house: to a
// real web receiver and a real mail server on this machine, within half a minute, and is taken from a phone.
import { rmSync } from "node:fs"
import { words as desk } from "@safe-conduct/words/desk/en.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { type Receivers, receivers } from "./src/receivers.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { shoot } from "./src/shots.ts"
import { good, requestsOf, signIn } from "./src/member.ts"
import { type Visit, next, receipt, sizes, visit, wordsShown } from "./src/portal-page.ts"

let made: MadeDesk
let browser: Browser
let hers: Visit
let outside: Receivers
const at = (path: string) => `http://127.0.0.1:${made.port}${path}`

beforeAll(async () => {
  outside = await receivers()
  made = await makeDesk("Anna Test", { args: ["--webhooks-anywhere"], env: { SMTP_URL: outside.smtp, SMTP_FROM: "desk@example.org" } })
  browser = await openBrowser()
  hers = await visit(browser, at("/desk"), "en", { viewport: sizes.table })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await made?.stop()
  await outside?.stop()
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

test("with no desk open, a notice without content leaves by webhook and by mail within half a minute, and a phone takes it", async () => {
  const { page } = hers
  await page.goto(at("/desk/duty"))
  if (await page.locator("#passphrase").count()) {
    await enter(page, made.passphrase)
    await page.locator("summary .who").click()
    await page.locator("a[href='/desk/duty']").click()
  }
  await page.getByRole("heading", { name: desk.duty.page, level: 1 }).waitFor()
  const line = page.locator(".rota .lines li")
  await line.locator("input").nth(0).fill("00:00")
  await line.locator("input").nth(1).fill("00:00")
  await page.getByRole("button", { name: desk.duty.save }).click()
  await page.locator(".duty-page header strong", { hasText: "Anna Test" }).waitFor()
  await page.fill("#way-webhook", outside.webhook)
  await page.fill("#way-mail", "anna@example.org")
  await page.getByRole("button", { name: desk.duty.keep, exact: true }).click()
  await page.locator(".toasts", { hasText: desk.duty.saved }).waitFor()
  const faults: string[] = []
  for (const size of Object.values(sizes)) {
    faults.push(...(await overflow(page, size.width, "duty")))
    await shoot(page, "duty", size.width)
  }
  expect([...faults, ...(await violations(page, "duty"))]).toEqual([])
  await hers.page.close()

  const wife = await visit(browser, at("/?lang=ru"), "ru")
  await wife.page.locator("#duty", { hasText: "Дежурный на месте до" }).waitFor()
  await shoot(wife.page, "first page, somebody on duty", 360)
  await wife.page.locator(".door.danger").click()
  await wife.page.locator("#danger-kind input[value=moved]").check()
  await wife.page.fill("#people-0-surname", "Ночной")
  await wife.page.fill("#people-0-given", "Олег")
  const pressed = Date.now()
  await next(wife.page)
  await receipt(wife.page)
  await expect.poll(() => outside.came.map(({ by }) => by).sort(), { timeout: 30_000 }).toEqual(["mail", "webhook"])
  const took = outside.came.map(({ at: when }) => when - pressed)
  expect(Math.max(...took)).toBeLessThan(30_000)
  for (const { text } of outside.came) expect(text).not.toMatch(/Ночной|Олег|Noch|Oleg|Anna/)

  const link = outside.came.map(({ text }) => /http:\/\/\S+\/take\?lang=en#[\w-]{22}/.exec(text)?.[0])[0] as string
  const woken = Date.now()
  const phone = await visit(browser, link, "en")
  await phone.page.locator("#hold").click()
  await phone.page.locator("#held").waitFor()
  await shoot(phone.page, "take", 360)
  expect(Date.now() - woken).toBeLessThan(20_000)
  expect(phone.page.url()).not.toContain("#")
  const vault = await signIn(made)
  const held = good(await vault.wakes()).find(({ taken }) => taken?.how === "link")
  expect(held).toMatchObject({ kind: "request", taken: { name: "Anna Test" } })
  good(await vault.takeWake(held?.id as string))
  expect(good(await vault.wakes()).find(({ id }) => id === held?.id)).toMatchObject({ next: null, taken: { how: "desk" } })
  expect([wife.faults, wife.strangers, phone.faults, phone.strangers]).toEqual([[], [], [], []])
}, 120_000)
