// What bad input, bad lines and broken browsers get: a clear sentence, nothing lost, one request and never two, nothing unlocked.
import { randomFillSync } from "node:crypto"
import { once } from "node:events"
import { codeFromBytes, loadWords, toWords as spelled } from "@safe-conduct/sealing/code"
import { newCode } from "@safe-conduct/sealing/seal"
import { words as en } from "@safe-conduct/words/portal/en.ts"
import { pages as enPages } from "@safe-conduct/words/portal/en.pages.ts"
import { words as fr } from "@safe-conduct/words/portal/fr.ts"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { BrowserContext, Page, Route } from "playwright-core"
import { describe, expect, test } from "vitest"
import { serve } from "./src/command.ts"
import { cutLine } from "./src/cut-line.ts"
import { bytesOf, requestsOf, signIn, theRequestOf } from "./src/member.ts"
import { next, receipt, toReview, toWords, typeBack, visit, wordsShown } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { hits } from "./src/search.ts"
import { tapWire } from "./src/wire-tap.ts"

const MIB = 1024 * 1024
const desk = realDesk()
const { at } = desk
const film = (mebibytes: number) => ({
  name: "обыск.mp4",
  mimeType: "video/mp4",
  buffer: randomFillSync(Buffer.alloc(Math.round(mebibytes * MIB))),
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
/** Lets a request through to the server and loses its answer. */
const loseAnswer = async (route: Route) => {
  await route.fetch().catch(() => undefined)
  await route.abort("connectionreset")
}

describe.each([
  ["ru", ru],
  ["en", en],
  ["fr", fr],
] as const)("what cannot be so, in %s", (language, words) => {
  test("an empty name, letters in the A-number, a birth date in 2030: each its sentence at its field, the rest kept", async () => {
    const { page, context } = await visit(desk.browser, at(`/ask?lang=${language}`), language)
    await page.waitForSelector("#asking")
    await next(page)
    expect(await page.locator("#asking-error").innerText()).toBe(sentence(words, { error: "choose-one" }))
    await page.locator("#asking input[value=relative]").check()
    await next(page)

    await page.fill("#people-0-aNumber", "A 87-6O4-321")
    await page.fill("#people-0-born-day", "5")
    await page.selectOption("#people-0-born-month", "3")
    await page.fill("#people-0-born-year", "2030")
    await next(page)
    await page.waitForSelector("#people-0-names-error")
    expect(await page.locator("#people-0-names-error").innerText()).toBe(sentence(words, { error: "name-missing" }))
    expect(await page.locator("#people-0-aNumber-error").innerText()).toBe(sentence(words, { error: "a-number-letters" }))
    expect(await page.locator("#people-0-born-error").innerText()).toBe(sentence(words, { error: "born-in-future" }))
    await expect.poll(() => focused(page)).toBe("people-0-surname")
    // What a screen reader says at the field is the same sentence.
    expect(await page.locator("#people-0-aNumber").getAttribute("aria-describedby")).toContain("people-0-aNumber-error")
    expect(await page.locator("#people-0-aNumber").getAttribute("aria-invalid")).toBe("true")

    await page.fill("#people-0-surname", "Ошибкин")
    await next(page)
    await expect.poll(() => focused(page)).toBe("people-0-aNumber")
    expect(await page.inputValue("#people-0-aNumber")).toBe("A 87-6O4-321")
    await page.fill("#people-0-aNumber", "A 87-604-321")
    await next(page)
    await expect.poll(() => focused(page)).toBe("people-0-born-day")
    expect(await page.inputValue("#people-0-born-year")).toBe("2030")
    expect(await page.inputValue("#people-0-surname")).toBe("Ошибкин")
    await page.fill("#people-0-born-year", "1990")
    await next(page)
    await page.waitForSelector("#people-0-where-kind")
    await context.close()
  }, 60_000)

  test("a file over 4 GiB and an empty one are named and refused; the files beside them stay", async () => {
    const { page, context } = await visit(desk.browser, at(`/ask?lang=${language}#papers`), language)
    await toReview(page, { surname: "Большаков", given: "Том", files: [] })
    await page.locator(".more-row").nth(2).click()
    await page.setInputFiles("#files", [{ name: "приказ.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") }])
    await page.fill("#files-0-caption", "Приказ")
    await page.locator(".drop").evaluate((drop, limit) => {
      // No disk here holds such a film: only its size is told, which is all that is looked at.
      const film = Object.defineProperty(new File(["x"], "film.mp4", { type: "video/mp4" }), "size", { value: limit + 1 })
      const event = new Event("drop", { bubbles: true, cancelable: true })
      drop.dispatchEvent(Object.defineProperty(event, "dataTransfer", { value: { files: [film, new File([], "empty.txt")] } }))
    }, 4096 * MIB)
    const notice = page.locator(".notice[role=alert]")
    await notice.waitFor()
    expect(await notice.innerText()).toContain(sentence(words, { error: "file-too-large", params: { name: "film.mp4" } }))
    expect(await notice.innerText()).toContain(sentence(words, { error: "file-empty", params: { name: "empty.txt" } }))
    expect(await page.locator(".files .name").allInnerTexts()).toEqual(["приказ.pdf"])
    expect(await page.inputValue("#files-0-caption")).toBe("Приказ")
    await context.close()
  }, 60_000)
})

test("words: one wrong is repaired, shown and asked; two that are none are named; too few are counted; a stranger's open nothing", async () => {
  const asked = await visit(desk.browser, at("/ask?lang=ru"), "ru")
  await toReview(asked.page, { surname: "Словарёв", given: "Иван" })
  const words = await toWords(asked.page)
  await typeBack(asked.page, words)
  await next(asked.page)
  await receipt(asked.page)
  await asked.context.close()

  const { page, context } = await visit(desk.browser, at("/mailbox?lang=ru"), "ru")
  await page.waitForSelector("#code")
  const wrong = words[3] === words[2] ? words[1] : words[2]
  await page.fill("#code", words.with(3, wrong as string).join(" "))
  await next(page)
  const told = ru.mailbox.repaired.line(4, wrong as string, words[3] as string)
  await expect.poll(() => page.locator(".notice").innerText()).toBe(told)
  // Nothing opens before the answer; "no" gives all thirteen back.
  await page.locator(".walk .button:not(.main)").click()
  expect(await page.inputValue("#code-4")).toBe(wrong)
  expect(await page.inputValue("#code-13")).toBe(words[12])

  await page.fill("#code-4", "щъщъщъ")
  await page.fill("#code-8", "ыъыъыъ")
  await next(page)
  const notice = page.locator(".notice.danger")
  await notice.waitFor()
  expect(await notice.innerText()).toContain(sentence(ru, { error: "bad-code", params: { reason: "unknown", unknown: "4, 8" } }))
  expect(await notice.innerText()).toContain("bad-code")
  expect(await page.locator(".word-field.wrong .number").allInnerTexts()).toEqual(["4", "8"])
  expect(await page.locator(".word-field.wrong .state").allInnerTexts()).toEqual([ru.mailbox.states.unknown, ru.mailbox.states.unknown])
  await expect.poll(() => focused(page)).toBe("code-4")
  expect(await page.inputValue("#code")).toBe(words[0])

  for (const place of [5, 6, 7]) await page.fill(`#code-${place}`, "")
  await page.fill("#code-4", words[3] as string)
  await page.fill("#code-8", words[7] as string)
  await next(page)
  await expect
    .poll(() => notice.innerText())
    .toContain(sentence(ru, { error: "bad-code", params: { reason: "missing", missing: "5, 6, 7" } }))

  // Two that were never written down can be filled; that too is shown first.
  await page.fill("#code-5", words[4] as string)
  await next(page)
  await expect.poll(() => page.locator(".notice").innerText()).toContain(words[6])
  await page.locator(".button.main").click()
  await page.waitForSelector(".standing")
  expect(await page.locator(".standing strong").innerText()).toBe(ru.mailbox.status.received)
  await context.close()

  const stranger = await visit(desk.browser, at("/mailbox?lang=en"), "en")
  await stranger.page.waitForSelector("#code")
  await stranger.page.fill("#code", spelled(codeFromBytes(newCode()), await loadWords("en")).join(" "))
  await next(stranger.page)
  await stranger.page.locator(".notice.danger").waitFor()
  expect(await stranger.page.locator(".notice.danger").innerText()).toContain(sentence(en, { error: "no-mailbox" }))
  await stranger.context.close()
}, 90_000)

describe("a bad line", () => {
  test("an upload cut twenty times goes on each time, and a member opens the very same bytes", async () => {
    // A part is one MiB: so far apart, every second attempt is broken somewhere inside, and the one after it gets through.
    const line = await cutLine(desk.made.port, 1.3 * MIB, 20)
    const { page, context } = await visit(desk.browser, `${line.url}/ask?lang=ru`, "ru")
    const file = film(21.4)
    await toReview(page, { surname: "Обрывов", given: "Пётр", files: [file] })
    await typeBack(page, await toWords(page))
    await next(page)
    await receipt(page, 120_000)
    expect(line.cuts).toBe(20)
    await context.close()
    const { files } = await theRequestOf(desk.vault, "Обрывов")
    expect(files).toHaveLength(1)
    expect((await bytesOf(desk.vault, files[0] as (typeof files)[0])).equals(file.buffer)).toBe(true)
    await line.close()
  }, 180_000)

  test("the last answer lost: the same sealed bytes go again, and there is one request, not two", async () => {
    const { page, context } = await visit(desk.browser, at("/ask?lang=ru"), "ru")
    const sent: string[] = []
    await context.route("**/api/mailboxes", async (route) => {
      sent.push(route.request().postData() ?? "")
      if (sent.length <= 2) await loseAnswer(route)
      else await route.continue()
    })
    await toReview(page, { surname: "Повторов", given: "Пётр" })
    await typeBack(page, await toWords(page))
    await next(page)
    await receipt(page)
    expect(sent).toHaveLength(3)
    expect(sent[0]?.length).toBeGreaterThan(1000)
    expect(new Set(sent).size).toBe(1)
    expect(await requestsOf(desk.vault, "Повторов")).toHaveLength(1)
    await context.close()
  }, 90_000)

  test("the tab is killed with the last answer on its way: the same bytes go again from the next tab, and it is one request", async () => {
    const { page, context } = await visit(desk.browser, at("/ask?lang=ru"), "ru")
    const sent: string[] = []
    let reached = () => {}
    const taken = new Promise<void>((done) => (reached = done))
    await context.route("**/api/mailboxes", async (route) => {
      sent.push(route.request().postData() ?? "")
      if (sent.length > 1) return route.continue()
      await route.fetch()
      reached()
    })
    await toReview(page, { surname: "Закрывалов", given: "Пётр" })
    await typeBack(page, await toWords(page))
    await next(page)
    await taken
    await page.close()
    const again = await context.newPage()
    await again.goto(at("/ask?lang=ru"))
    await again.locator(".walk .button.main").click()
    await receipt(again)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])
    expect(await requestsOf(desk.vault, "Закрывалов")).toHaveLength(1)
    await context.close()
  }, 90_000)

  test("the server is stopped while files go up, and started again: the sending completes by itself", async () => {
    const { page, context } = await visit(desk.browser, at("/ask?lang=ru"), "ru")
    const file = film(8)
    let parts = 0
    const restarts: Promise<void>[] = []
    const restart = async () => {
      await desk.made.stop()
      const { child, port, lines } = await serve(["serve", "--data", desk.made.data, "--port", String(desk.made.port)])
      expect(port).toBe(desk.made.port)
      desk.made = {
        ...desk.made,
        lines,
        stop: async () => void (child.exitCode === null && child.kill("SIGTERM") && (await once(child, "exit"))),
      }
    }
    await context.route("**/parts/**", async (route) => {
      if (++parts === 4) restarts.push(restart())
      await route.continue().catch(() => undefined)
    })
    await toReview(page, { surname: "Простоев", given: "Пётр", files: [file] })
    await typeBack(page, await toWords(page))
    await next(page)
    await receipt(page, 90_000)
    expect(restarts).toHaveLength(1)
    await Promise.all(restarts)
    desk.vault = await signIn(desk.made)
    const { files } = await theRequestOf(desk.vault, "Простоев")
    expect((await bytesOf(desk.vault, files[0] as (typeof files)[0])).equals(file.buffer)).toBe(true)
    await context.close()
  }, 150_000)
})

test("a killed tab: what was typed stands, the words are the same, and parts that were sent are not sent again", async () => {
  const { page, context } = await visit(desk.browser, at("/ask?lang=ru"), "ru")
  const file = film(12)
  await page.waitForSelector("#asking")
  await page.locator("#asking input[value=relative]").check()
  await next(page)
  await page.fill("#people-0-surname", "Убитов")
  await page.fill("#people-0-given", "Пётр")
  // Half a second is what a thumb needs to the next field; then the system kills the page.
  await page.waitForTimeout(500)
  await page.close()

  const second = await context.newPage()
  await second.goto(at("/ask?lang=ru"))
  await expect.poll(() => second.locator("h1").innerText()).toBe(ru.resume.title)
  await second.locator(".walk .button.main").click()
  await second.waitForSelector("#people-0-given")
  expect([await second.inputValue("#people-0-surname"), await second.inputValue("#people-0-given")]).toEqual(["Убитов", "Пётр"])
  for (let left = 0; left < 5; left++) {
    await next(second)
    await second.waitForTimeout(100)
  }
  await second.waitForSelector(".facts")
  await second.locator(".more-row").nth(2).click()
  await second.setInputFiles("#files", [file])
  await next(second)
  const words = await toWords(second)
  await typeBack(second, words)
  let held = () => {}
  const stopped = new Promise<void>((done) => (held = done))
  const put: string[] = []
  await context.route("**/parts/**", async (route) => {
    if (put.length === 9) return held()
    put.push(new URL(route.request().url()).pathname)
    await route.continue()
  })
  await next(second)
  await stopped
  await second.close()
  await context.unroute("**/parts/**")

  const third = await context.newPage()
  const again: string[] = []
  context.on("request", (request) => request.method() === "PUT" && again.push(new URL(request.url()).pathname))
  await third.goto(at("/ask?lang=ru"))
  await third.locator(".walk .button.main").click()
  expect(await wordsShown(third)).toEqual(words)
  await typeBack(third, words)
  await next(third)
  // The browser has closed the file: it is asked for by name, and nothing else is.
  const missing = third.locator(".notice.danger")
  await missing.waitFor()
  expect(await missing.innerText()).toContain(sentence(ru, { error: "file-missing" }))
  await missing.locator(".button.main").click()
  await third.setInputFiles("#files", [file])
  await next(third)
  await third.waitForSelector(".facts")
  await next(third)
  await typeBack(third, words)
  await next(third)
  await receipt(third)
  // Of nine that stood at the server eight were also known to stand: the rest, and no more, went up.
  expect(put).toHaveLength(9)
  expect(again.length).toBeLessThanOrEqual(12 - 8)
  expect(again.filter((path) => put.slice(0, 8).includes(path))).toEqual([])
  const { files, request } = await theRequestOf(desk.vault, "Убитов")
  expect(request).toMatchObject({ asking: "relative" })
  expect((await bytesOf(desk.vault, files[0] as (typeof files)[0])).equals(file.buffer)).toBe(true)
  await context.close()
}, 120_000)

describe("fail closed", () => {
  /** What she types; long enough to be looked for in every byte that left. */
  const secret = "Замков-Незапираев"

  async function tryToSend(ready: (context: BrowserContext) => Promise<void>): Promise<{ readonly text: string; readonly left: string[] }> {
    const tap = await tapWire(desk.made.port)
    const { page, context } = await visit(desk.browser, `${tap.url}/?lang=ru`, "ru")
    await ready(context)
    await page.goto(`${tap.url}/ask?lang=ru`)
    await toReview(page, {
      surname: secret,
      given: "Пётр",
      files: [{ name: "письмо.txt", mimeType: "text/plain", buffer: Buffer.from(secret) }],
    })
    await page.check("#intake")
    await next(page)
    await page.waitForFunction(() => document.querySelector(".notice.danger, .code-words li") !== null)
    if ((await page.locator(".code-words li").count()) > 0) {
      await typeBack(page, await wordsShown(page))
      await next(page)
    }
    await page.locator(".notice.danger").waitFor({ timeout: 30_000 })
    const text = await page.locator(".notice.danger").innerText()
    expect(page.url()).not.toContain("#receipt")
    await context.close()
    const places = tap.passed().map((bytes, n) => ({ name: `connection ${n}`, bytes }))
    expect(places.some(({ bytes }) => bytes.includes("GET /ask?lang=ru"))).toBe(true)
    const posted = places.flatMap(({ bytes }) => [...bytes.toString("latin1").matchAll(/^(POST|PUT) \S+/gm)].map(([line]) => line))
    await tap.close()
    return { text, left: [...hits([secret, "87654321", "87-654-321"], places), ...posted.filter((line) => /entries|parts/.test(line))] }
  }
  /** Breaks the Worker's cryptography before its first line runs, and the page's own beside it. */
  const breaking = (line: string) => async (context: BrowserContext) => {
    await context.addInitScript(line)
    await context.route("**/assets/ask.worker-*.js", async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: `${line}\n${await answer.text()}`,
        headers: { ...answer.headers(), "content-encoding": "identity" },
      })
    })
  }

  test.each([
    ["seals nothing", `crypto.subtle.encrypt = () => Promise.reject(new Error("broken"))`],
    ["imports no key", `crypto.subtle.importKey = () => Promise.reject(new Error("broken"))`],
    ["draws no randomness", `crypto.getRandomValues = () => { throw new Error("broken") }`],
  ])(
    "a browser that %s: a clear sentence, and nothing leaves",
    async (_, line) => {
      const { text, left } = await tryToSend(breaking(line))
      expect(text).toContain(sentence(ru, { error: "cannot-lock" }))
      expect(left).toEqual([])
      expect(await requestsOf(desk.vault, secret)).toEqual([])
    },
    60_000,
  )

  test("the locking code blocked on its way: the form does not open, and says so", async () => {
    const { page, context } = await visit(desk.browser, at("/?lang=ru"), "ru")
    await context.route(/\/assets\/(ask\.worker|local)-/, (route) => route.abort())
    await page.goto(at("/ask?lang=ru"))
    await expect.poll(() => page.locator("main").innerText(), { timeout: 20_000 }).toContain(ru.failed)
    expect(await page.locator("form").count()).toBe(0)
    await context.close()
  }, 30_000)

  test("the page's own script blocked: after a while the page says so by itself", async () => {
    const { page, context } = await visit(desk.browser, at("/?lang=en"), "en")
    await context.route(/\/assets\/ask-/, (route) => route.abort())
    await page.goto(at("/ask?lang=en"))
    expect(await page.locator(".late").isVisible()).toBe(false)
    // Twenty seconds later, without waiting for them.
    await page.locator(".late").evaluate((late) => {
      for (const animation of late.getAnimations()) animation.currentTime = 21_500
    })
    expect(await page.locator(".late").isVisible()).toBe(true)
    expect(await page.locator(".late").innerText()).toBe(enPages.askShell.late)
    expect(await page.locator("form").count()).toBe(0)
    await context.close()
  }, 60_000)
})

test("storage denied: it is said that leaving loses what was typed, and the request still goes, files too", async () => {
  const denied = `Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError") } })`
  const { page, context } = await visit(desk.browser, at("/?lang=en"), "en")
  await context.addInitScript(denied)
  await context.route("**/assets/ask.worker-*.js", async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `${denied}\n${await answer.text()}` })
  })
  await page.goto(at("/ask?lang=en"))
  const file = film(1.5)
  await page.waitForSelector("#asking")
  expect(await page.locator(".kept").innerText()).toBe(en.notKept)
  await toReview(page, { surname: "Запретов", given: "Пётр", files: [file] })
  await typeBack(page, await toWords(page))
  await next(page)
  await receipt(page)
  const { files } = await theRequestOf(desk.vault, "Запретов")
  expect((await bytesOf(desk.vault, files[0] as (typeof files)[0])).equals(file.buffer)).toBe(true)
  await context.close()
}, 60_000)
