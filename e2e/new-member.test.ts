// A new member comes: keys made on her own device, words compared by voice, signed by two administrators at their own desks; each page of
// the way looked at in three languages and three widths. Invented people.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ChildProcess } from "node:child_process"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { openBrowser } from "./src/browser.ts"
import { command, serve } from "./src/command.ts"
import { squeezed } from "./src/desk-visit.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { shoot } from "./src/shots.ts"

const spoken = { en, fr, ru }
type Tongue = keyof typeof spoken

let folder: string
let child: ChildProcess
let browser: Browser
let url: string
let passphrases: readonly string[]
const wrong: string[] = []
const people: Visit[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "safe-conduct-new-member-"))
  const data = join(folder, "data")
  const made = await command(["init", "--data", data, "--root", join(folder, "root"), "--name", "Anna Test", "--name", "Boris Test"])
  if (made.code !== 0) throw new Error(made.err)
  passphrases = (JSON.parse(made.out) as { administrators: { passphrase: string }[] }).administrators.map((one) => one.passphrase)
  const served = await serve(["serve", "--data", data, "--port", "0"])
  child = served.child
  url = `http://127.0.0.1:${served.port}`
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  child?.kill()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

async function comes(language: Tongue, passphrase?: string): Promise<Page> {
  const her = await visit(browser, `${url}/desk`, language, { viewport: sizes.table })
  people.push(her)
  if (passphrase !== undefined) await signIn(her.page, language, passphrase)
  return her.page
}

/** Answers what stood before the desk: what happened since she was last here. */
async function signIn(page: Page, language: Tongue, passphrase: string): Promise<string> {
  await page.fill("#passphrase", passphrase)
  await page.click("#sign-in")
  const onward = page.getByRole("button", { name: spoken[language].signIn.goOn })
  await onward.or(page.locator(".today h1")).first().waitFor({ timeout: 60_000 })
  if ((await onward.count()) === 0) return ""
  const said = await page.locator("main").innerText()
  await look(page, `since, ${language}`)
  await onward.click()
  await page.locator(".today h1").waitFor()
  return said
}

async function look(page: Page, where: string): Promise<void> {
  wrong.push(...(await violations(page, where)))
  for (const { width } of Object.values(sizes)) {
    wrong.push(...(await overflow(page, width, where)), ...(await squeezed(page, `${where} at ${width}`)))
    await shoot(page, where, width)
  }
  await page.setViewportSize(sizes.table)
}

async function toMembers(page: Page): Promise<void> {
  await page.locator("nav.pages a[href='/desk/members']").click()
  await page.locator(".members table tbody tr").first().waitFor()
}

describe("a new member", () => {
  let vera: Page
  let claim = ""
  let words = ""
  let hers = ""
  let handed = ""

  test("makes her keys on her own device: seven words for paper, a text, and six words to say", async () => {
    vera = await comes("ru")
    await vera.locator(".new-keys summary").click()
    await vera.click("#make-keys")
    await vera.locator(".seven-words li").first().waitFor({ timeout: 60_000 })
    hers = (await vera.locator(".seven-words li").allInnerTexts()).join(" ")
    claim = await vera.locator(".new-keys textarea").inputValue()
    words = await vera.locator(".new-keys strong.spoken").innerText()
    expect(hers.split(" ")).toHaveLength(7)
    expect(words.split(" ")).toHaveLength(6)
    await look(vera, "claim, ru")
  })

  test("is not let in before two have signed", async () => {
    await vera.fill("#passphrase", hers)
    await vera.click("#sign-in")
    await vera.locator(".notice.danger").waitFor({ timeout: 60_000 })
  })

  test("is signed by the first, who hears the same six words", async () => {
    const anna = await comes("en", passphrases[0])
    await toMembers(anna)
    await anna.fill("#claim", claim)
    await anna.locator(".spoken").waitFor()
    expect(await anna.locator(".spoken").innerText()).toBe(words)
    await anna.fill("#member-name", "Вера Тестова")
    await anna.locator("#member-roles label", { hasText: en.members.roleNames.verifier }).locator("input").check()
    await look(anna, "add, en")
    await anna.getByRole("button", { name: en.members.addGo }).click()
    await anna.getByText(en.members.pending).waitFor()
    handed = await anna.locator(".add-member .copy-text textarea").inputValue()
    await look(anna, "handed on, en")
  })

  test("is signed by the second, who hears them too, by what she signs and nothing else", async () => {
    const boris = await comes("fr", passphrases[1])
    await toMembers(boris)
    await boris.fill("#claim", handed)
    await boris.locator(".spoken").waitFor()
    expect(await boris.locator(".spoken").innerText()).toBe(words)
    expect(await boris.locator(".add-member").innerText()).toContain("Вера Тестова")
    expect(await boris.locator("#member-name").count()).toBe(0)
    await look(boris, "second, fr")
    await boris.getByRole("button", { name: fr.members.addGo }).click()
    await boris.locator(".members table tbody th", { hasText: "Вера Тестова" }).waitFor({ timeout: 60_000 })
    await look(boris, "members, fr")
  })

  test("comes in by the words on her paper and is called by her name", async () => {
    await signIn(vera, "ru", hers)
    expect(await vera.locator(".settings .who").innerText()).toBe("Вера Тестова")
    await toMembers(vera)
    expect(await vera.locator(".members").innerText()).toContain(ru.members.onlyAdmins)
    await look(vera, "her members, ru")
  })

  test("every colleague is told at the next sign-in, and by whom", async () => {
    const [, anna] = people
    const page = anna?.page as Page
    await page.getByRole("button", { name: en.app.signOut }).click()
    await page.locator("#passphrase").waitFor()
    const said = await signIn(page, "en", passphrases[0] as string)
    expect(said).toContain(en.signIn.news["member-added"]("Вера Тестова"))
    expect(said).toContain("Boris Test")
  })

  test("no page of the way breaks a rule of reading, runs over its edge, or complains", () => {
    expect(wrong).toEqual([])
    // The refused words at the door answer 404, which the browser writes down by itself.
    expect(people.flatMap(({ faults }) => faults).filter((fault) => !fault.includes("404"))).toEqual([])
    expect(people.flatMap(({ strangers }) => strangers)).toEqual([])
  })
})
