// A member and her passkeys in a real browser, against a real desk: enrol, unlock, approve with a touch, lock and come back, lose one
// and unlock with the other, renew the words, leave nothing behind. Invented people.
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import { words as caseWords } from "@safe-conduct/words/case/en.ts"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { sentences } from "@safe-conduct/words/refusals/en.ts"
import type { ChildProcess } from "node:child_process"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Pretended, authenticators, heap } from "./src/authenticator.ts"
import { overflow, violations } from "./src/axe.ts"
import { openBrowser } from "./src/browser.ts"
import { command, serve } from "./src/command.ts"
import { good } from "./src/member.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"

const { keys } = en
const surname = "Testovskaya-Kanareyka"
const half = "звонила сестра, перезвонить после пяти"

let child: ChildProcess
let url: string
let browser: Browser
let anna: Vault
let words: string
let stream: string
let boris: Visit
let page: Page
let laptop: Pretended
let ring: Pretended
let pretend: Awaited<ReturnType<typeof authenticators>>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "safe-conduct-passkeys-"))
  const data = join(folder, "data")
  const made = await command(["init", "--data", data, "--root", join(folder, "root"), "--name", "Anna Test", "--name", "Boris Test"])
  if (made.code !== 0) throw new Error(made.err)
  const { administrators } = JSON.parse(made.out) as { administrators: { passphrase: string }[] }
  const served = await serve(["serve", "--data", data, "--port", "0"])
  child = served.child
  // A passkey answers to a name, never to a bare number.
  url = `http://localhost:${served.port}`
  words = administrators[1]?.passphrase as string
  anna = createVault({ server: url, now: Date.now, words: await loadPassphraseWords("en"), programme: { policies, currentPolicy, law } })
  good(await anna.unlock(administrators[0]?.passphrase as string))
  ;({ stream } = good(await anna.newCase({ title: surname, people: [{ names: [{ script: "latin", surname, given: "Vera" }] }] })))
  browser = await openBrowser()
  boris = await visit(browser, `${url}/safety`, "en", { viewport: sizes.table })
  page = boris.page
  await page.clock.install()
  pretend = await authenticators(page)
  laptop = await pretend.add("internal")
  await page.goto(`${url}/desk`)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  child?.kill()
})

/** A yes or no: what a failing test prints is no place for a heap. */
const onHeap = async (text: string): Promise<boolean> => (await heap(pretend.cdp)).includes(text)
const door = () => page.locator("#passkey-sign-in")
const today = () => page.locator(".today h1").waitFor({ timeout: 60_000 })
const onward = async (): Promise<void> => {
  const news = page.getByRole("button", { name: en.signIn.goOn })
  await news.or(page.locator(".today h1")).first().waitFor({ timeout: 60_000 })
  if (await news.count()) await news.click()
}
const typeWords = async (typed: string): Promise<void> => {
  await page.fill("#passphrase", typed)
  await page.click("#sign-in")
}
const go = async (path: string, shows: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
  }, path)
  await page.locator(shows).first().waitFor()
}
const ownKeys = async (): Promise<string[]> => {
  await go("/desk/keys", ".own-key")
  return page.locator(".own-key strong").allInnerTexts()
}
const proposeLowering = async () => {
  good(await anna.refresh())
  const person = good(await anna.openCase(stream)).people[0]?.person as string
  return good(await anna.act(stream, "lower-urgency", { person, to: "N", reason: "a stay was granted" }))
}
const signButton = () => page.locator(".waiting button.main")

describe("a member's passkeys", () => {
  test("words open a new device, and it is offered a passkey of its own", async () => {
    await door().waitFor()
    expect(await violations(page, "door")).toEqual([])
    for (const width of [360, 768, 1440]) expect(await overflow(page, width, "door")).toEqual([])
    await typeWords(words)
    await page.locator("#passkey-name").waitFor({ timeout: 60_000 })
    expect(await violations(page, "offer")).toEqual([])
    await page.fill("#passkey-name", "laptop")
    await page.click("#add-passkey")
    await onward()
    await today()
    expect(await laptop.count()).toBe(1)
    expect(await ownKeys()).toEqual([keys.kinds.words, "laptop"])
    expect(await violations(page, "my keys")).toEqual([])
    for (const width of [360, 768, 1440]) expect(await overflow(page, width, "my keys")).toEqual([])
  })

  test("a touch opens the desk from then on, with no word typed", async () => {
    await page.getByRole("button", { name: en.app.signOut }).click()
    await door().click()
    await onward()
    await today()
  })

  test("a device that keeps no passkey of hers stays at the door", async () => {
    const stranger = await visit(browser, `${url}/desk`, "en")
    await (await authenticators(stranger.page)).add("internal")
    await stranger.page.locator("#passkey-sign-in").click()
    await stranger.page.locator(".notice.danger").waitFor({ timeout: 60_000 })
    expect(await stranger.page.locator(".notice.danger").innerText()).toContain(sentences["passkey-cancelled"])
    await stranger.context.close()
  })

  test("an approval takes a touch, and everyone sees that it did", async () => {
    await proposeLowering()
    await go(`/desk/case/${stream}`, ".waiting button.main")
    await signButton().click()
    const line = page.locator(".log-line", { hasText: caseWords.labels.actions.approve }).first()
    await line.waitFor()
    expect(await line.innerText()).toContain(keys.byPasskey)
    good(await anna.refresh())
    const approval = good(await anna.openCase(stream)).log.find((one) => one.does === "approve")
    expect(approval).toMatchObject({ factor: "passkey", touchRefused: null, refused: null })
  })

  test("so does destroying by two, and the receipt says by what it was signed", async () => {
    const gone = good(await anna.newCase({ title: "Testova", people: [{ names: [{ script: "latin", surname: "Testova" }] }] })).stream
    good(await anna.proposePurge({ cases: [gone], why: "she asked to be forgotten" }))
    await go("/desk/purge", ".purges .card button.main")
    expect(await page.locator(".purges .card").innerText()).toContain("Testova")
    await page.locator(".purges .card button.main").click()
    await page.locator(".receipt").waitFor({ timeout: 30_000 })
    expect(await page.locator(".receipt").innerText()).toContain(keys.byPasskey)
    good(await anna.refresh())
    expect(good(await anna.purges())[0]).toMatchObject({ stage: "done", approvedBy: { factor: "passkey", touchRefused: null } })
  })

  test("half an hour at rest locks the screen; a touch brings back the page and what was half written", async () => {
    await go(`/desk/case/${stream}`, "#log-text")
    await page.locator("#log-text").pressSequentially(half)
    // The search itself finds.
    expect(await onHeap(half)).toBe(true)
    const [before] = page.workers().filter((one) => one.url().includes("vault"))
    expect(before).toBeDefined()
    const ended = new Promise<void>((done) => before?.once("close", () => done()))
    await page.clock.fastForward("29:00")
    await page.waitForTimeout(300)
    expect(await page.locator("#log-text").inputValue()).toBe(half)
    await page.clock.fastForward("02:00")
    await door().waitFor()
    await ended
    const shown = await page.content()
    expect(shown).toContain(keys.locked)
    for (const secret of [half, surname]) expect(shown).not.toContain(secret)
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
    expect(kept).toContain("desk-locked")
    for (const secret of [half, surname]) expect(kept).not.toContain(secret)
    await expect.poll(() => onHeap(half), { timeout: 20_000 }).toBe(false)
    expect(await violations(page, "locked")).toEqual([])
    for (const width of [360, 768, 1440]) expect(await overflow(page, width, "locked")).toEqual([])
    await door().click()
    await page.locator("#log-text").waitFor({ timeout: 60_000 })
    expect(await page.locator("#log-text").inputValue()).toBe(half)
    expect(page.url()).toContain(`/desk/case/${stream}`)
    expect(await page.evaluate(() => sessionStorage.getItem("desk-locked"))).toBeNull()
  })

  test("the words bring it back too, even after the page was loaded anew", async () => {
    await page.locator(".settings summary").click()
    await page.getByRole("button", { name: keys.lockNow }).click()
    await door().waitFor()
    await page.reload()
    await door().waitFor()
    await page.getByText(keys.lockedNote).waitFor()
    await typeWords(words)
    await page.locator("#log-text").waitFor({ timeout: 60_000 })
    expect(await page.locator("#log-text").inputValue()).toBe(half)
    await page.fill("#log-text", "")
  })

  test("without the touch nothing is signed, unless she says that her key alone shall sign", async () => {
    await go("/desk", ".today h1")
    const { hash } = await proposeLowering()
    await go(`/desk/case/${stream}`, ".waiting button.main")
    await pretend.cdp.send("WebAuthn.setUserVerified", { authenticatorId: laptop.id, isUserVerified: false })
    await signButton().click()
    const alone = page.getByRole("button", { name: keys.signWithout })
    await alone.waitFor({ timeout: 60_000 })
    good(await anna.refresh())
    expect(good(await anna.openCase(stream)).waiting.map((one) => one.entry)).toEqual([hash])
    await alone.click()
    await page.locator(".log-line", { hasText: keys.byKey }).first().waitFor()
  })

  test("a second passkey; the first is lost, the second opens, and the lost one is struck off", async () => {
    ring = await pretend.add("usb")
    await laptop.touched(false)
    expect(await ownKeys()).toEqual([keys.kinds.words, "laptop"])
    await page.fill("#passkey-name", "ring")
    await page.click("#add-passkey")
    await page.locator(".own-key", { hasText: "ring" }).waitFor({ timeout: 60_000 })
    expect(await ring.count()).toBe(1)
    await laptop.lose()
    await page.getByRole("button", { name: en.app.signOut }).click()
    await door().click()
    await onward()
    expect(await ownKeys()).toEqual([keys.kinds.words, "laptop", "ring"])
    await page.getByRole("button", { name: `${keys.remove}: laptop` }).click()
    await page.locator("dialog[open] .button.danger").click()
    await page.locator(".own-key", { hasText: "laptop" }).waitFor({ state: "detached" })
    good(await anna.refresh())
    expect((await anna.members()).map((one) => one.passkeys)).toContain(1)
  })

  test("the words are renewed: shown once, typed back, and the old ones open nothing", async () => {
    await go("/desk/keys", "#renew-words")
    await page.click("#renew-words")
    const shown = page.locator(".renew-words .seven-words li")
    await shown.first().waitFor({ timeout: 60_000 })
    const fresh = (await shown.allInnerTexts()).join(" ")
    expect(fresh.split(" ")).toHaveLength(7)
    await page.fill("#renew-typed", fresh)
    await page.click("#renew-done")
    await shown.first().waitFor({ state: "detached", timeout: 60_000 })
    await page.getByRole("button", { name: en.app.signOut }).click()
    await typeWords(words)
    await page.locator(".notice.danger").waitFor({ timeout: 60_000 })
    await typeWords(fresh)
    await page.locator("#passkey-later").waitFor({ timeout: 60_000 })
    await page.click("#passkey-later")
    await onward()
    await today()
  })

  test("signing out leaves nothing of the desk: in no store, no cache, no Worker, no memory of the page", async () => {
    await go("/desk/cases", `text=${surname}`)
    await page.evaluate(async () => {
      localStorage.setItem("desk-theme", "dark")
      sessionStorage.setItem("desk-locked", "sealed")
      await caches.open("desk-anything")
      await new Promise((done) => (indexedDB.open("desk-anything").onsuccess = done))
      await new Promise((done) => (indexedDB.open("safe-conduct").onsuccess = done))
    })
    const left = () =>
      page.evaluate(async () => ({
        stores: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
      }))
    // The search itself finds: the name is on the heap while the list is shown.
    expect(await onHeap(surname)).toBe(true)
    expect((await left()).databases).toContain("desk-anything")
    const ended = Promise.all(page.workers().map((one) => new Promise<void>((done) => one.once("close", () => done()))))
    await page.getByRole("button", { name: en.app.signOut }).click()
    await door().waitFor()
    await ended
    await expect.poll(left, { timeout: 10_000 }).toEqual({ stores: ["trial-member"], databases: ["safe-conduct"], caches: [] })
    await expect.poll(() => onHeap(surname), { timeout: 20_000 }).toBe(false)
  })

  test("nothing was asked of anyone else, and no fault was seen", () => {
    expect(boris.strangers).toEqual([])
    // The only faults are answers that say no, on purpose: a wrap that is not there.
    expect(boris.faults.filter((one) => !/404|401/.test(one))).toEqual([])
  })
})
