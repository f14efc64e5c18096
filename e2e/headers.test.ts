// The strict headers as a browser keeps them, on the built pages: an honest person's way through portal and desk breaks none of them,
// and what a slipped-in script would try is stopped. The same for the desk that is served on a member's own machine.
import { once } from "node:events"
import { type ChildProcess, spawn } from "node:child_process"
import { type Server, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import process from "node:process"
import { words as deskEn } from "@safe-conduct/words/desk/en.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { MadeDesk } from "./src/command.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { next, receipt, toReview, toWords, typeBack, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"

let made: MadeDesk
let browser: Browser
/** Another site, on this machine: what asks there is written down. */
let stranger: Server
let strangerUrl = ""
const reached: string[] = []
let child: ChildProcess
let local = ""
const at = (path: string) => `http://127.0.0.1:${made.port}${path}`

const shared = realDesk()
beforeAll(async () => {
  ;({ made, browser } = shared)
  stranger = createServer((asked, answered) => {
    reached.push(`${asked.method} ${asked.url}`)
    answered
      .writeHead(200, { "content-type": "text/html", "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" })
      .end("<p>a stranger's page")
  })
  await new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done))
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
  child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "packages/cli/src/main.ts",
      "desk",
      "--server",
      at(""),
      "--port",
      "0",
      "--root",
      made.rootPrint,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  )
  local = await new Promise<string>((done, fail) => {
    let text = ""
    child.stdout?.on("data", (piece) => {
      text += String(piece)
      if (text.includes("\n")) done((JSON.parse(text) as { url: string }).url)
    })
    child.stderr?.on("data", (piece) => (text += String(piece)))
    child.once("exit", () => fail(new Error(text)))
  })
}, 120_000)
afterAll(async () => {
  stranger?.close()
  stranger?.closeAllConnections()
  if (child && child.exitCode === null) {
    child.kill("SIGTERM")
    await once(child, "exit")
  }
})

/** Written down in the page before its first script: what its policies forbade. */
const watch = `globalThis.forbidden = []; addEventListener("securitypolicyviolation", (event) => forbidden.push(event.effectiveDirective + " " + event.blockedURI + " " + event.sample))`
const forbidden = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { forbidden: string[] }).forbidden)

/** What a script that slipped into a page would try; each says what came of it. */
async function attack(page: Page, left: readonly string[] = []): Promise<Record<string, string>> {
  return page.evaluate(
    async ([foreign, skipped]) => {
      const came: Record<string, string> = {}
      const world = globalThis as unknown as { ran?: string }
      const attempt = async (name: string, act: () => unknown): Promise<void> => {
        if (skipped.includes(name)) return
        world.ran = ""
        try {
          await act()
        } catch (error) {
          came[name] = (error as Error).name
        }
        await new Promise((done) => setTimeout(done, 150))
        came[name] = world.ran === name ? "ran" : (came[name] ?? "nothing")
      }
      const add = (make: () => Element): void => void document.body.append(make())
      const made = <K extends keyof HTMLElementTagNameMap>(tag: K, fields: object): HTMLElementTagNameMap[K] =>
        Object.assign(document.createElement(tag), fields)
      await attempt("inline script", () => {
        const script = document.createElement("script")
        script.append("ran = 'inline script'")
        add(() => script)
      })
      await attempt("eval", () => (0, eval)("ran = 'eval'"))
      await attempt("new Function", () => new Function("ran = 'new Function'")())
      await attempt("a timer of text", () => setTimeout("ran = 'a timer of text'"))
      await attempt("markup", () => (document.body.appendChild(made("div", {})).innerHTML = "<img src=x onerror=\"ran = 'markup'\">"))
      await attempt("an attribute", () => {
        const button = document.createElement("button")
        button.setAttribute("onclick", "ran = 'an attribute'")
        add(() => button)
        button.click()
      })
      await attempt("an address of script", () => {
        const link = made("a", { textContent: "x" })
        link.setAttribute("href", "javascript:void(ran = 'an address of script')")
        add(() => link)
        link.click()
      })
      await attempt("a foreign script", () => add(() => made("script", { src: `${foreign}/script.js` })))
      await attempt("a policy of types of its own", () =>
        (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy(
          "mine",
          {
            createScript: (text: string) => text,
          },
        ),
      )
      await attempt("a Worker made of text", () => new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))))
      await attempt("a foreign fetch", () => fetch(`${foreign}/fetch`, { mode: "no-cors" }))
      await attempt("a beacon", () => navigator.sendBeacon(`${foreign}/beacon`, "x"))
      await attempt("a foreign picture", () => add(() => made("img", { src: `${foreign}/picture.png` })))
      await attempt("a foreign style", () => add(() => made("link", { rel: "stylesheet", href: `${foreign}/style.css` })))
      await attempt("an inline style", () => {
        const style = document.createElement("style")
        style.append("body { color: red }")
        add(() => style)
      })
      await attempt("a foreign frame", () => add(() => made("iframe", { src: `${foreign}/frame` })))
      await attempt("a foreign form", () => {
        const form = made("form", { action: `${foreign}/form`, method: "post" })
        form.append(made("input", { name: "words", value: "secret" }))
        add(() => form)
        form.submit()
      })
      await attempt("a form of its own site", () => {
        const form = made("form", { action: "/ask", method: "get" })
        add(() => form)
        form.submit()
      })
      await attempt("another base", () => document.head.append(made("base", { href: foreign })))
      await attempt("a WebSocket", () => new WebSocket(`${foreign.replace("http", "ws")}/socket`))
      return came
    },
    [strangerUrl, left] as const,
  )
}

function stopped(came: Record<string, string>): void {
  expect(Object.keys(came).length).toBe(20)
  expect(Object.entries(came).filter(([, what]) => what === "ran")).toEqual([])
  expect(reached).toEqual([])
}

describe("the portal", () => {
  test("breaks none of its own policies from the first page to the receipt", async () => {
    const { page, context, faults, strangers } = await visit(browser, at("/?lang=ru"), "ru")
    await context.addInitScript(watch)
    for (const path of ["/?lang=ru", "/safety?lang=ru", "/mailbox?lang=ru"]) {
      await page.goto(at(path))
      expect([path, await forbidden(page)]).toEqual([path, []])
    }
    await page.goto(at("/ask?lang=ru"))
    await toReview(page, {
      surname: "Заголовкин",
      given: "Пётр",
      files: [{ name: "x.txt", mimeType: "text/plain", buffer: Buffer.from("x") }],
    })
    await typeBack(page, await toWords(page))
    await next(page)
    await receipt(page)
    expect(await forbidden(page)).toEqual([])
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    await context.close()
  }, 60_000)

  test.each(["/?lang=en", "/ask?lang=en", "/mailbox?lang=en", "/safety?lang=en"])(
    "at %s whatever a slipped-in script tries is stopped",
    async (path) => {
      const { page, context } = await visit(browser, at("/?lang=en"), "en")
      await context.addInitScript(watch)
      await page.goto(at(path))
      const came = await attack(page)
      stopped(came)
      expect((await forbidden(page)).length).toBeGreaterThan(12)
      expect(page.url().split("#")[0]).toBe(at(path))
      await context.close()
    },
    60_000,
  )

  test("the attempts do run where nothing forbids them", async () => {
    const bare = createServer((_, answered) => answered.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><body>"))
    await new Promise<void>((done) => bare.listen(0, "127.0.0.1", done))
    const { page, context } = await visit(browser, `http://127.0.0.1:${(bare.address() as AddressInfo).port}`, "en")
    const came = await attack(page, ["a foreign form", "a form of its own site"])
    for (const name of ["inline script", "eval", "new Function", "a timer of text", "markup", "an attribute", "an address of script"])
      expect([name, came[name]]).toEqual([name, "ran"])
    for (const name of ["script.js", "fetch", "beacon", "picture.png", "style.css", "frame"]) expect(reached.join()).toContain(`/${name}`)
    reached.length = 0
    await context.close()
    bare.close()
    bare.closeAllConnections()
  }, 60_000)

  test("nobody frames it, and nobody who opened it reaches into it", async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${strangerUrl}/opener`)
    await page.evaluate((url) => {
      const frame = document.createElement("iframe")
      frame.src = url
      document.body.append(frame)
    }, at("/ask"))
    await page.waitForTimeout(800)
    expect(
      await page
        .frames()[1]
        ?.evaluate(() => document.querySelector("main") !== null)
        .catch(() => false),
    ).not.toBe(true)
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      page.evaluate((url) => void ((globalThis as unknown as { win: unknown }).win = open(url)), at("/ask")),
    ])
    await opened.waitForLoadState()
    expect(await opened.evaluate(() => opener)).toBeNull()
    expect(await page.evaluate(() => (globalThis as unknown as { win: Window }).win.closed)).toBe(true)
    reached.length = 0
    await context.close()
  }, 60_000)
})

/** Signed in at this address, with what its policies forbade on the way. */
async function inside(url: string) {
  const visitor = await visit(browser, `${new URL(url).origin}/desk/icon.svg`, "en", { viewport: { width: 1440, height: 900 } })
  await visitor.context.addInitScript(watch)
  // The picture that was opened to have a tab of that address asks for an icon of its own, which is nobody's.
  await visitor.page.waitForLoadState("networkidle")
  visitor.faults.length = 0
  await visitor.page.goto(url)
  await enter(visitor.page, made.passphrase)
  return visitor
}

describe("the desk", () => {
  test("breaks none of its own policies, and stops what a slipped-in script tries", async () => {
    const { page, context } = await inside(at("/desk"))
    for (const path of ["tray", "cases", "proposals", "letters", "members"]) {
      await page.locator(`a[href='/desk/${path}']`).first().click()
      await page.locator("main h1").first().waitFor()
      await page.waitForTimeout(150)
    }
    expect(await forbidden(page)).toEqual([])
    stopped(await attack(page))
    expect((await forbidden(page)).length).toBeGreaterThan(12)
    await context.close()
  }, 90_000)
})

describe("the desk on a member's own machine", () => {
  test("opens with the printed address, once; signs in at its server; breaks no policy", async () => {
    const { page, context, faults, strangers } = await inside(local)
    // The token is nowhere in the address afterwards, and no cookie was set for others on this machine to read.
    expect(page.url()).toBe(local.slice(0, local.indexOf("#")))
    expect(await context.cookies()).toEqual([])
    expect(await forbidden(page)).toEqual([])
    await page.locator("a[href='/desk/members']").first().click()
    await page.getByText("Anna Test").first().waitFor()
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })
    stopped(await attack(page))
    // A reload of this tab asks for the key again, and not for a new address.
    await page.goto(page.url())
    await page.locator("#passphrase").waitFor()
    await context.close()
    const again = await visit(browser, local, "en")
    await again.page.getByText(deskEn.app.doorClosed).waitFor()
    expect(await again.page.locator("#passphrase").count()).toBe(0)
    await again.context.close()
  }, 90_000)

  test("another site reaches none of it", async () => {
    const origin = new URL(local).origin
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${strangerUrl}/evil`)
    const came = await page.evaluate(async (to) => {
      const tried = async (act: () => Promise<unknown>): Promise<unknown> => {
        try {
          return await act()
        } catch {
          return "refused"
        }
      }
      const loaded = (tag: "script" | "img" | "iframe", path: string): Promise<string> =>
        new Promise((done) => {
          const element = Object.assign(document.createElement(tag), { src: to + path })
          element.addEventListener("load", () => done(tag === "iframe" ? "framed" : "loaded"))
          element.addEventListener("error", () => done("refused"))
          document.body.append(element)
        })
      return {
        papers: await tried(async () => (await fetch(`${to}/desk.json`)).text()),
        door: await tried(async () => (await fetch(`${to}/door`, { method: "POST", body: "x" })).text()),
        blind: await tried(async () => (await fetch(`${to}/api/heads`, { mode: "no-cors" })).status),
        icon: await loaded("img", "/desk/icon.svg"),
      }
    }, origin)
    expect(came).toEqual({ papers: "refused", door: "refused", blind: expect.toBeOneOf(["refused", 0]), icon: "refused" })
    // A link from there does not open it either: the address is typed or pasted, never followed.
    const answer = await page.goto(`${origin}/desk`, { referer: `${strangerUrl}/evil` }).catch(() => null)
    void answer
    await page.goto(`${strangerUrl}/evil`)
    await page.evaluate((to) => void (location.href = `${to}/desk`), origin)
    await page.waitForLoadState()
    expect(await page.locator("#desk").count()).toBe(0)
    await context.close()
  }, 60_000)

  test("a foreign name that was made to point here is told no", async () => {
    const { port } = new URL(local)
    const rebound = await browser.newContext()
    const page = await rebound.newPage()
    // 127.0.0.1 is another name than ours, as a rebound name would be.
    const answer = await page.goto(`http://127.0.0.1:${port}/desk`).catch(() => null)
    expect(answer?.status()).toBe(421)
    await rebound.close()
  })
})
