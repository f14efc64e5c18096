// The whole journey in a real browser against the built pages and a real desk: sealed request → case → clock → evidence → finding
// by two → proposal → arrival, and then the search for everything that was typed.
import { rmSync } from "node:fs"
import { type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { cyrillicPdf, photographWithPlace, video } from "./src/evidence.ts"
import { filesBelow, hits } from "./src/search.ts"
import { type WireTap, tapWire } from "./src/wire-tap.ts"

/** Everything she types or attaches that must never be found. Invented people. */
const hers = {
  asker: "Ольга Перелесникова",
  surname: "Перелесников",
  given: "Тимофей",
  latin: "Perelesnikov",
  child: "Мирослава",
  aNumber: "87654321",
  typedNumber: "A 87-654-321",
  story: "Судья отказал устно, брат хозяина квартиры всё слышал",
  contact: "Signal +1 555 010 7788",
  first: "Одиночный пикет у Коломенского пруда",
  second: "Собирал подписи за кандидата Неверова",
  pdf: "Решение по делу Перелесникова",
  pdfName: "решение-судьи-перелесников.pdf",
  camera: "CANARYCAM-PERELESNIKOV",
  photoName: "фото-с-пикета.jpg",
  video: "canary-video-mark-perelesnikov",
  videoName: "видео-обыска.mp4",
  caption: "Постановление вручили в коридоре",
  later: "Его перевезли вчера ночью в Александрию",
} as const

let made: MadeDesk
let tap: WireTap
let browser: Browser
let words: string[] = []
const members: { name: string; passphrase: string; vault: Vault }[] = []
const faults: string[] = []

const vaultAt = (words: readonly string[]) =>
  createVault({ server: `http://127.0.0.1:${made.port}`, now: () => Date.now(), words, programme: { policies, currentPolicy, law } })
function good<T>(result: { ok: true; value: T } | { ok: false; refusal: { error: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function open(
  path: string,
  size: { width: number; height: number },
  language: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: size, locale: language })
  const page = await context.newPage()
  page.on("pageerror", (error) => faults.push(String(error)))
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()))
  page.setDefaultTimeout(20_000)
  await page.goto(tap.url + path)
  return { context, page }
}
const phone = { width: 360, height: 740 }

beforeAll(async () => {
  made = await makeDesk()
  tap = await tapWire(made.port)
  browser = await openBrowser()
  const list = await loadPassphraseWords("en")
  const anna = vaultAt(list)
  good(await anna.unlock(made.passphrase))
  members.push({ name: "Anna Test", passphrase: made.passphrase, vault: anna })
  for (const name of ["Boris Test", "Vera Test"]) {
    const vault = vaultAt(list)
    const claim = good(await vault.newClaim())
    expect(good(await anna.addMember(claim.claim, { name, roles: ["caseworker", "verifier", "decider", "liaison"] }))).toMatchObject({
      done: true,
    })
    members.push({ name, passphrase: claim.passphrase, vault })
  }
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await tap?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

describe("1. Ask", () => {
  test("a wife asks in Russian on a phone, and gets her receipt when all is durable", async () => {
    const { context, page } = await open("/ask?lang=ru", phone, "ru-RU")
    const next = () => page.locator("form button[type=submit]").click()
    await page.locator("#asking input[value=relative]").check()
    await page.fill("#asker-name", hers.asker)
    await page.fill("#asker-relation", "жена")
    await next()
    await page.fill("#people-0-surname", hers.surname)
    await page.fill("#people-0-given", hers.given)
    await page.fill("#people-0-latinSurname", hers.latin)
    await page.fill("#people-0-latinGiven", "Timofey")
    await page.fill("#people-0-aNumber", hers.typedNumber)
    await next()
    await page.locator("input[value=detained]").check()
    await page.fill("#people-0-where-facility", "Виннфилд")
    await page.fill("#people-0-where-state", "Луизиана")
    await next()
    await page.fill("#message", hers.story)
    await page.locator("#order-exists input[value=yes]").check()
    const denied = new Date(Date.now() - 5 * 86_400_000)
    await page.fill("#order-on-day", String(denied.getUTCDate()))
    await page.selectOption("#order-on-month", String(denied.getUTCMonth() + 1))
    await page.fill("#order-on-year", String(denied.getUTCFullYear()))
    await next()
    await page.locator("#asker-contact input[value=yes]").check()
    await page.fill("#asker-contact-how", hers.contact)
    await page.locator("#asker-theyKnow input[value=yes]").check()
    await next()
    await page.locator("#counsel input[value=no]").check()
    await next()
    await page.waitForSelector(".facts")

    const more = async (n: number) => {
      await page.locator(".more-row").nth(n).click()
    }
    const add = () => page.locator("form button.button:not(.main):not(.plain)").click()
    await more(1)
    await add()
    await page.selectOption("#people-1-relation", "child")
    await page.fill("#people-1-given", hers.child)
    await page.locator("#people-1-where-kind input[value=foster-care]").check()
    await page.fill("#people-1-where-state", "NJ")
    await next()
    await page.waitForSelector(".facts")
    await more(2)
    await page.setInputFiles("#files", [
      { name: hers.pdfName, mimeType: "application/pdf", buffer: cyrillicPdf(hers.pdf) },
      { name: hers.photoName, mimeType: "image/jpeg", buffer: photographWithPlace(hers.camera) },
      { name: hers.videoName, mimeType: "video/mp4", buffer: video(hers.video) },
    ])
    await page.fill("#files-0-caption", hers.caption)
    await next()
    await page.waitForSelector(".facts")
    await more(3)
    await add()
    await page.selectOption("#activities-0-kind", "protest")
    await page.fill("#activities-0-what", hers.first)
    await page.fill("#activities-0-when-year", "2022")
    await add()
    await page.selectOption("#activities-1-kind", "election")
    await page.fill("#activities-1-what", hers.second)
    await next()
    await page.waitForSelector(".facts")
    await page.check("#intake")
    await next()

    await page.waitForSelector(".code-card")
    words = (await page.locator(".code-words li").allTextContents()).map((word) => word.trim().replace(/^\d+\s*/, ""))
    expect(words).toHaveLength(13)
    await page.locator(".walk .button.main").click()
    await page.waitForSelector("[id^=word-]")
    for (const id of await page.locator("input[id^=word-]").evaluateAll((all) => all.map((one) => one.id)))
      await page.fill(`#${id}`, words[Number(id.slice(5))] as string)
    await next()
    await page.waitForSelector(".code-card", { timeout: 90_000 })
    expect(await page.locator("h1").innerText()).toContain("получено")
    await context.close()
  }, 180_000)
})

describe("Then everything is searched", () => {
  test("nothing she typed is in the store, the logs, or any byte that passed; the search itself finds", async () => {
    const looked = [...Object.values(hers), ...words.slice(0, 13).filter((word) => word.length > 5)]
    const control = hits(
      ["Перелесников"],
      [
        { name: "utf8", bytes: Buffer.from("x Перелесников y") },
        { name: "base64", bytes: Buffer.from(Buffer.from("ab Перелесников cd").toString("base64")) },
      ],
    )
    expect(control).toHaveLength(2)
    await made.stop()
    const places = [
      ...filesBelow(made.data),
      { name: "the server's lines", bytes: Buffer.from(made.lines()) },
      ...tap.passed().map((bytes, n) => ({ name: `connection ${n}`, bytes })),
    ]
    expect(places.length).toBeGreaterThan(5)
    expect(
      hits(
        looked.filter((word) => !/^[а-яё]+$/.test(word) || word.length > 5),
        places,
      ),
    ).toEqual([])
    expect(faults).toEqual([])
  }, 120_000)
})
