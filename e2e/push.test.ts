// A member lets her browser be woken. Here the push service is a plain receiver on this machine and the last step is the browser's own, by
// which it hands a wake to the worker; between the two lies only what the makers of browsers run.
import { mkdtempSync, rmSync } from "node:fs"
import { type Server, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { words as desk } from "@safe-conduct/words/desk/en.ts"
import { pushed } from "@safe-conduct/words/desk/duty/pushed.ts"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { good, signIn } from "./src/member.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { shoot } from "./src/shots.ts"

interface Woken {
  readonly authorization: string
  readonly body: string
}
const keys = mkdtempSync(join(tmpdir(), "safe-conduct-push-"))
let made: MadeDesk
let browser: Browser
let hers: Visit
let service: Server
let device = ""
const woken: Woken[] = []

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = ""
    request.on("data", (piece: Buffer) => (body += piece.toString("utf8")))
    request.on("end", () => {
      woken.push({ authorization: request.headers.authorization ?? "", body })
      response.writeHead(201).end()
    })
  })
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done))
  device = `http://127.0.0.1:${(service.address() as AddressInfo).port}/device`
  made = await makeDesk("Anna Test", {
    args: [
      "--webhooks-anywhere",
      "--push-key",
      join(keys, "push.key"),
      "--push-contact",
      "mailto:desk@example.org",
      "--push-host",
      "127.0.0.1",
    ],
  })
  browser = await openBrowser()
  hers = await visit(browser, `http://127.0.0.1:${made.port}/desk`, "en", { viewport: sizes.table, permissions: ["notifications"] })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await made?.stop()
  service?.closeAllConnections()
  service?.close()
  for (const folder of [keys, made?.folder ?? keys]) rmSync(folder, { recursive: true, force: true })
})

test("the worker is ours and registers under the strict policy; the server wakes the address that the browser gave, without a word", async () => {
  const { page } = hers
  await enter(page, made.passphrase)
  await page.waitForSelector(".today h1")
  await page.locator("summary .who").click()
  await page.locator("a[href='/desk/duty']").click()
  await page.locator("#push-on").waitFor()
  // The service of the browser's maker is not asked: it gives the address of the receiver here.
  await page.evaluate((endpoint) => {
    const proto = PushManager.prototype
    proto.getSubscription = async () => null
    proto.subscribe = async (options?: PushSubscriptionOptionsInit) => {
      Object.assign(window, { shown: options })
      return { endpoint } as PushSubscription
    }
  }, device)
  await page.locator("#push-on").click()
  await page.locator(".push-line", { hasText: desk.duty.pushHere }).waitFor()
  const vault = await signIn(made)
  const own = good(await vault.ways())
  expect(own).toMatchObject({ push: device, can: ["webhook", "push"] })
  const shown = await page.evaluate(() => (window as unknown as { shown: PushSubscriptionOptionsInit }).shown)
  expect(shown).toEqual({ userVisibleOnly: true, applicationServerKey: own.pushKey })
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/desk/x"))?.active?.scriptURL)).toBe(
    `http://127.0.0.1:${made.port}/desk/push.js?lang=en`,
  )

  await page.getByRole("button", { name: desk.duty.test }).click()
  await expect.poll(() => woken.length, { timeout: 15_000 }).toBe(1)
  expect(woken[0]?.body).toBe("")
  expect(woken[0]?.authorization).toContain(`k=${own.pushKey}`)
  const faults: string[] = []
  for (const size of Object.values(sizes)) {
    faults.push(...(await overflow(page, size.width, "ways")))
    await page.locator(".push-line").scrollIntoViewIfNeeded()
    await shoot(page, "ways", size.width)
  }
  expect([...faults, ...(await violations(page, "ways"))]).toEqual([])
  expect([hers.faults, hers.strangers]).toEqual([[], []])
}, 90_000)

test("woken, the browser shows one sentence and nothing else", async () => {
  const { page, context } = hers
  const cdp = await context.newCDPSession(page)
  const registration = new Promise<string>((done) =>
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => new URL(scopeURL).pathname === "/desk/")
      if (ours !== undefined) done(ours.registrationId)
    }),
  )
  await cdp.send("ServiceWorker.enable")
  const origin = `http://127.0.0.1:${made.port}`
  await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registration, data: "" })
  const notices = () =>
    page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration("/desk/x")
      return ((await worker?.getNotifications()) ?? []).map(({ title, body, lang }) => ({ title, body, lang }))
    })
  await expect.poll(notices, { timeout: 10_000 }).toEqual([{ title: "Safe Conduct", body: pushed.en, lang: "en" }])
}, 30_000)

test("no longer: the worker is gone and the server forgets the address", async () => {
  const { page } = hers
  await page.locator("#push-off").click()
  await page.locator("#push-off").waitFor({ state: "detached" })
  expect(good(await (await signIn(made)).ways()).push).toBeNull()
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
}, 30_000)
