// Three hundred script payloads in names, messages, file names and files, sent by the real client and looked at in the built desk: not
// one runs, nothing is asked of a stranger's host, and nothing even tries. The same payloads on a page without our care do run.
import { rmSync } from "node:fs"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { good, signIn } from "./src/member.ts"
import { type FilePayload, type TextPayload, filePayloads, textPayloads } from "./src/payloads.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { meet, send } from "./src/sender.ts"
import { type Sink, openSink } from "./src/sink.ts"

let made: MadeDesk
let browser: Browser
let hers: Visit
let page: Page
let away: Sink
let texts: readonly TextPayload[]
let files: readonly FilePayload[]
const ran: { readonly n: number; readonly at: string }[] = []
const dialogs: string[] = []
const saved: string[] = []
const asks: string[] = []
const cases: string[] = []
const url = (path: string) => `http://127.0.0.1:${made.port}${path}`

/** Everything that a payload could do to show that it ran. */
async function watch(context: BrowserContext): Promise<void> {
  await context.exposeBinding("__ran", ({ frame }, n: number) => void ran.push({ n, at: frame.url() }))
  context.on("dialog", (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
}

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** A text as a name: a hundred letters at most. */
const short = (text: string): string => text.slice(0, 100)

beforeAll(async () => {
  away = await openSink("<!doctype html><title>control</title><body></body>")
  texts = textPayloads(away.url)
  files = filePayloads(away.url)
  made = await makeDesk("<img src=x onerror=__ran(-7)>Anna")
  const desk = await meet(url(""))
  const groups = inGroups(texts, 12)
  const attached = inGroups(files, Math.ceil(files.length / groups.length))
  await Promise.all(
    [0, 1, 2].map(async (lane) => {
      for (let at = lane; at < groups.length; at += 3) {
        const group = groups[at] as TextPayload[]
        const said = (n: number): string => (group[n % group.length] as TextPayload).text
        asks.push(
          await send(
            desk,
            {
              v: 1,
              language: "ru",
              asking: "relative",
              asker: { name: said(0), relation: said(1), contact: { how: said(2), when: said(3), neverSay: said(4) } },
              danger: { kind: "other", at: said(5), text: said(6) },
              people: group.map(({ text }, n) => ({
                names: { cyrillic: { surname: short(text), given: short(said(n + 1)) }, latin: [{ surname: short(text) }] },
                citizenship: said(n + 2),
                health: text,
                where: { kind: "detained" as const, facility: said(n + 3), state: said(n + 4) },
                counsel: { name: said(n + 5), contact: said(n + 6) },
              })),
              hearing: { at: said(7) },
              activities: group.map(({ text }, n) => ({ kind: "other" as const, what: text, where: said(n + 1) })),
              fears: said(8),
              message: group.map(({ text }) => text).join("\n"),
            },
            (attached[at] ?? []).map(({ name, bytes }, n) => ({
              name: `${said(n)} ${name}`,
              bytes,
              caption: said(n + 1),
              type: said(n + 2),
            })),
          ),
        )
      }
    }),
  )
  // A member writes them too: notes, tasks, answers, a scan of her own.
  const vault = await signIn(made)
  good(await vault.refresh())
  for (const [at, ask] of asks.slice(0, 4).entries()) {
    const { stream } = good(await vault.joinRequest(ask))
    cases.push(stream)
    const mine = texts.filter(({ n }) => n % 4 === at)
    for (const some of inGroups(mine, 40))
      good(
        await vault.actAll(
          stream,
          some.map(({ text }) => ({ does: "write-note", input: { kind: "note", text } })),
        ),
      )
    const [first] = mine as [TextPayload]
    good(await vault.reply(ask, first.text))
    const [file] = files.slice(at * 3) as [FilePayload]
    const source = {
      name: first.text,
      type: "text/html",
      size: file.bytes.length,
      read: async (from: number, to: number) => file.bytes.subarray(from, to),
    }
    good(await vault.attach(stream, source, { name: `${first.text} ${file.name}`, caption: first.text }))
  }
  browser = await openBrowser()
  hers = await visit(browser, url("/health"), "en", { viewport: sizes.table })
  page = hers.page
  await watch(hers.context)
  page.on("download", (download) => void saved.push(download.suggestedFilename()))
  await page.goto(url("/desk"))
  await enter(page, made.passphrase)
  away.take()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await away?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

async function go(path: string, shows: string): Promise<void> {
  await page.evaluate((to) => {
    for (const left of document.querySelectorAll("main *")) left.setAttribute("data-left", "")
    history.pushState(null, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
  }, path)
  await page.locator(shows).first().waitFor({ timeout: 30_000 })
}

/** Elements and attributes that only a payload could have made. */
const strange = (): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll("*")) {
      if (
        /^(script|style|embed|object|base|marquee|math|foreignobject|portal|template|link)$/i.test(element.tagName) &&
        !element.closest("head")
      )
        found.push(element.outerHTML.slice(0, 120))
      for (const { name, value } of element.attributes)
        if (
          /^on/i.test(name) ||
          (/^(href|src|action|formaction|srcdoc|data|xlink:href)$/i.test(name) &&
            !/^(https?:|mailto:|tel:|\/|#|\?|data-|blob:)|^$/i.test(value))
        )
          found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`)
    }
    return found.filter((one) => !one.startsWith('<script type="module"'))
  })

/** Every place that reacts to a pointer or to the focus is touched once. */
async function touch(): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      for (const name of ["pointerenter", "pointerover", "mouseover", "focusin"]) element.dispatchEvent(new Event(name, { bubbles: true }))
    }
  })
}

let opened = 0
/** Opens every file on the page, all at once, and waits for what becomes of each. */
async function openFiles(): Promise<void> {
  const buttons = page.locator(".file-view .file-line button[aria-expanded=false]")
  const count = await buttons.count()
  for (let n = 0; n < count; n++) await buttons.first().click()
  const waiting = page.locator(".file-view:has(button[aria-expanded=true]):not(:has(.viewer:not(:has([role=status])))):not(:has(.notice))")
  await waiting
    .first()
    .waitFor({ state: "detached", timeout: 60_000 })
    .catch(async () => {
      throw new Error(`neither shown nor refused: ${(await waiting.allInnerTexts()).join(" | ")}`)
    })
  opened += count
}

test("there are three hundred of them, each its own", () => {
  expect(texts.length + files.length).toBeGreaterThanOrEqual(300)
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  expect(new Set(files.map(({ bytes, name }) => name + bytes.toString("latin1"))).size).toBe(files.length)
})

test("none of them runs at the desk, wherever it is shown", async () => {
  const marks: string[] = []
  const look = async (): Promise<void> => {
    await touch()
    marks.push(...(await strange()))
  }
  for (const ask of asks.slice(4)) {
    await go(`/desk/tray/${ask}`, ".open-request h2:not([data-left]), main h2:not([data-left])")
    await openFiles()
    await look()
  }
  for (const stream of cases) {
    await go(`/desk/case/${stream}`, ".case-head h1:not([data-left])")
    await page.locator(".file-view").first().waitFor()
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true
    })
    await openFiles()
    await look()
  }
  for (const path of ["", "/tray", "/cases", "/proposals", "/letters", "/members", "/about"]) {
    await go(`/desk${path}`, "main h1:not([data-left])")
    await look()
  }
  // What is searched for is shown again too.
  for (const text of ["<img src=x onerror=", "javascript:", "{{constructor"]) {
    await page.locator(".search-button").click()
    await page.locator("dialog.palette[open] input").first().fill(text)
    await page.waitForTimeout(150)
    await look()
    await page.keyboard.press("Escape")
  }
  expect(opened).toBeGreaterThanOrEqual(files.length)
  expect({ ran, dialogs, saved, marks }).toEqual({ ran: [], dialogs: [], saved: [], marks: [] })
  expect(away.take()).toEqual([])
  expect([hers.faults, hers.strangers]).toEqual([[], []])
}, 180_000)

test("the watch itself sees: the same texts and files run where nobody takes care of them, and inside the frame it is heard too", async () => {
  const control = await browser.newContext()
  await watch(control)
  const bare = await control.newPage()
  await bare.goto(`${away.url}/control`)
  await bare.evaluate(
    async (all) => {
      for (const text of all) {
        const place = document.createElement("div")
        document.body.append(place)
        place.innerHTML = text
        await new Promise((done) => setTimeout(done, 5))
        if (location.pathname !== "/control") return
      }
    },
    texts.map(({ text }) => text).filter((text) => !/refresh|<base/.test(text)),
  )
  await bare.waitForTimeout(500)
  expect(new Set(ran.map(({ n }) => n)).size).toBeGreaterThan(40)
  expect(away.take().length).toBeGreaterThan(3)

  ran.length = 0
  for (const { bytes } of files.filter(({ name }) => /^(page|drawing)\.(html|svg|png)$/.test(name)))
    await bare.evaluate((text) => {
      const frame = document.createElement("iframe")
      frame.srcdoc = text
      document.body.append(frame)
    }, bytes.toString())
  await bare.waitForTimeout(500)
  expect(new Set(ran.map(({ n }) => n)).size).toBeGreaterThanOrEqual(3)

  ran.length = 0
  // Which of the requests brought files that are shown in a frame depends on which of them arrived first.
  const framed = () => page.frames().find((frame) => frame.url() === "about:srcdoc")
  for (const ask of asks.slice(4)) {
    await go(`/desk/tray/${ask}`, ".open-request h2:not([data-left]), main h2:not([data-left])")
    await openFiles()
    if (framed()) break
  }
  await framed()?.evaluate(() => (globalThis as unknown as { __ran(n: number): void }).__ran(-1))
  expect(ran.map(({ n }) => n)).toEqual([-1])
  await control.close()
}, 120_000)
