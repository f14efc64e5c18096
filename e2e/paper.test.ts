// The way of paper, from the recipient that an administrator makes to the mailbox of whoever wrote at home: a page that prints clean and
// needs no script, a file that age can read, a letter locked to it, filed once, and answered.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ageSeal } from "@safe-conduct/sealing/seal"
import type { Recipient } from "@safe-conduct/wire"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { pages as enPages } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as frPages } from "@safe-conduct/words/portal/fr.pages.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import { pages as ruPages } from "@safe-conduct/words/portal/ru.pages.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { signIn } from "./src/desk-page.ts"
import { go, squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { pdfText } from "./src/pdf-text.ts"
import { type Visit, intoMailbox, sizes, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { shoot } from "./src/shots.ts"

const letter = "Мой брат Матвей Бумагин в Виннфилде с весны. Пишите на почту сестры."
const printed = { ru: ruPages, en: enPages, fr: frPages } as const
const { paper } = en
const desk = realDesk()
let anna: Visit
let page: Page
let recipient: Recipient
let words: string[] = []
/** Letters alone: where a printed line breaks, or two letters are drawn as one, the text of a PDF has spaces that are none. */
const flat = (text: string): string => text.replaceAll(/\s+/g, "")

beforeAll(async () => {
  anna = await visit(desk.browser, desk.at("/desk"), "en", { viewport: sizes.table })
  ;({ page } = anna)
  await signIn(page, desk.made.passphrase)
}, 120_000)

async function looked(of: Page, where: string): Promise<string[]> {
  const wrong = await violations(of, where)
  for (const { width } of Object.values(sizes)) {
    wrong.push(...(await overflow(of, width, where)), ...(await squeezed(of, `${where} at ${width}`)))
    await shoot(of, where, width)
  }
  return wrong
}

/** What a printer puts on A4: no more than what the page says should be printed. */
async function onPaper(of: Page, name: string): Promise<string> {
  const path = join(desk.made.folder, `${name}.pdf`)
  await of.pdf({ path, format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })
  return flat(await pdfText(path))
}

describe("the desk", () => {
  test("takes nothing on paper until an administrator makes a recipient; then the form prints with it, and without the desk around it", async () => {
    await go(page, "/desk/paper", ".paper-page h1")
    await page.getByText(paper.none).waitFor()
    expect((await anna.context.request.get(desk.at("/paper-recipient.txt"))).status()).toBe(404)
    await go(page, "/desk/members", ".members table")
    await page.locator(".rotate summary").click()
    await page.getByRole("button", { name: paper.rotate, exact: true }).click()
    await page.getByText(en.members.rotated).first().waitFor({ timeout: 30_000 })
    await go(page, "/desk/paper", ".paper-form .recipient")
    recipient = (await page.locator(".paper-form .recipient").innerText()).trim() as Recipient
    const print = (await page.locator(".paper-form .print").innerText()).trim()
    expect(await looked(page, "paper, en")).toEqual([])
    await page.setViewportSize(sizes.table)
    const form = await onPaper(page, "form")
    for (const said of [recipient, print, paper.how[2], "/paper-recipient.txt"]) expect(form).toContain(flat(said))
    for (const unsaid of [paper.lede, paper.print, en.app.signOut, "Anna Test"]) expect(form).not.toContain(flat(unsaid))
  }, 90_000)
})

describe.each(["ru", "en", "fr"] as const)("the page for whoever writes at home, in %s", (language) => {
  test("needs no script, is accessible, prints as a form, and leads to a file that age reads", async () => {
    const plain = await visit(desk.browser, desk.at(`/paper?lang=${language}`), language, { javaScriptEnabled: false })
    const { title, steps, form } = printed[language].paper
    const text = await plain.page.locator("main").innerText()
    for (const said of [title, ...steps, form.title, ...form.lines]) expect(text).toContain(said)
    const file = await (await plain.context.request.get(new URL("/paper-recipient.txt", plain.page.url()).href)).text()
    expect(file.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([recipient])
    await plain.context.close()

    const her = await visit(desk.browser, desk.at(`/paper?lang=${language}`), language)
    expect(await looked(her.page, `by letter, ${language}`)).toEqual([])
    const sheet = await onPaper(her.page, `blank-${language}`)
    for (const said of [form.title, ...form.lines]) expect(sheet).toContain(flat(said))
    for (const unsaid of [printed[language].home.question, printed[language].nav.folder]) expect(sheet).not.toContain(flat(unsaid))
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
    await her.context.close()
  }, 60_000)
})

test.skipIf(!existsSync("/usr/bin/age"))("an age older than 1.3 refuses the recipient, as the pages say, and writes nothing", () => {
  expect(recipient).toMatch(/^age1pq1/)
  const [, major = 0, minor = 0] =
    /v?(\d+)\.(\d+)/.exec(execFileSync("/usr/bin/age", ["--version"], { encoding: "utf8" }))?.map(Number) ?? []
  const lock = (to: string, name: string): boolean => {
    const list = join(desk.made.folder, `${name}.txt`)
    const locked = join(desk.made.folder, `${name}.age`)
    writeFileSync(list, `${to}\n`)
    const { status } = spawnSync("/usr/bin/age", ["-R", list, "-a", "-o", locked], { input: letter })
    expect(existsSync(locked)).toBe(status === 0)
    return status === 0
  }
  expect(lock(recipient, "by-age")).toBe(major > 1 || minor >= 3)
  // It is the recipient that it refuses: an ordinary one it takes (control).
  const ordinary = /age1\w+/.exec(execFileSync("/usr/bin/age-keygen", { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))?.[0] ?? ""
  expect(lock(ordinary, "ordinary")).toBe(true)
})

describe("a locked letter", () => {
  test("is opened at the desk, read, and put into the tray under words of its own; a second time it leads there", async () => {
    const bytes = existsSync(join(desk.made.folder, "by-age.age"))
      ? readFileSync(join(desk.made.folder, "by-age.age"))
      : Buffer.from(await ageSeal([recipient], new TextEncoder().encode(letter)))
    const drop = async (buffer: Buffer): Promise<void> =>
      page.setInputFiles("#locked-letter", { name: "request.age", mimeType: "application/octet-stream", buffer })
    await drop(Buffer.from("age-encryption.org/v1\nnothing of ours\n"))
    await page.locator(".notice.danger").waitFor()
    expect(await page.locator("#letter-text").count()).toBe(0)
    await drop(bytes)
    await page.locator("#letter-text").waitFor({ timeout: 30_000 })
    expect(await page.inputValue("#letter-text")).toBe(letter)
    expect(await looked(page, "letter, en")).toEqual([])
    await page.setViewportSize(sizes.table)
    await page.fill("#letter-surname", "Бумагин")
    await page.fill("#letter-given", "Матвей")
    await page.fill("#letter-asker", "Дарья Бумагина")
    await page.selectOption("#letter-language", "ru")
    await page.getByRole("button", { name: paper.fileIt, exact: true }).click()
    await page.getByText(paper.words, { exact: true }).waitFor({ timeout: 60_000 })
    words = (await page.locator(".notice[role=status] .data").innerText()).trim().split(/\s+/)
    expect(words).toHaveLength(13)
    await drop(bytes)
    await page.getByText(paper.filedBefore).waitFor({ timeout: 30_000 })
    await page.locator(".notice a", { hasText: paper.toRequest }).click()
    await page.locator(".request").waitFor()
    const shown = await page.locator(".request").innerText()
    for (const said of ["Бумагин", letter, "Дарья Бумагина"]) expect(shown).toContain(said)
    good(await desk.vault.refresh())
    expect(await desk.vault.tray()).toMatchObject([{ paper: true, names: ["Бумагин Матвей"] }])
    // The tray stands beside it, and says how it came.
    expect(await page.locator("main").innerText()).toContain(paper.mark)
  }, 120_000)

  test("is answered where its words open, should they be handed over", async () => {
    const [row] = await desk.vault.tray()
    good(await desk.vault.reply(row?.ask ?? "", "Мы получили ваше письмо."))
    const her = await visit(desk.browser, desk.at("/mailbox?lang=ru"), "ru")
    await intoMailbox(her.page, words)
    expect(await her.page.locator(".letter").innerText()).toContain("Мы получили ваше письмо.")
    expect(await her.page.locator("main").innerText()).toContain(ru.mailbox.say.title)
    expect({ faults: her.faults, strangers: her.strangers }).toEqual({ faults: [], strangers: [] })
    await her.context.close()
    expect({ faults: anna.faults, strangers: anna.strangers }).toEqual({ faults: [], strangers: [] })
  }, 60_000)
})
