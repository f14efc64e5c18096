// Not everybody comes in Chromium: in Firefox ESR the portal breaks none of its own policies, stops what a slipped-in script tries, sends a
// request sealed, and with its cryptography broken sends nothing and says so.
import { pages as ruPages } from "@safe-conduct/words/portal/ru.pages.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { firefox, firefoxPage, type FirefoxPage } from "./src/firefox.ts"
import { type LyingLine, lyingLine } from "./src/lying-line.ts"
import { theRequestOf } from "./src/member.ts"
import { realDesk } from "./src/real-desk.ts"
import { hits } from "./src/search.ts"
import { leaving, unsealed } from "./src/sealed-only.ts"

const hers = ["Лисицынская", "Потерянновск-у-Моста", "+1 555 010 2299"] as const
const desk = realDesk()
let page: FirefoxPage
let line: LyingLine

beforeAll(async () => {
  if (firefox === undefined) return
  line = await lyingLine(desk.made.port)
  page = await firefoxPage(
    `globalThis.broken = []; addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective + " " + event.blockedURI))`,
  )
}, 180_000)
afterAll(async () => {
  await page?.close()
  await line?.close()
})

/** The shortest way to ask, walked as far as it goes; what is meant to show after twenty seconds is shown where it ended. */
const walk = `
  const told = () => document.querySelector(".notice.danger[role=alert]")
  const until = async (look) => { for (let n = 0; n < 600 && !told(); n++) { const found = look(); if (found) return found; await new Promise((done) => setTimeout(done, 50)) } throw new Error("broken here") }
  const one = (selector) => until(() => document.querySelector(selector))
  const fill = async (selector, text) => { const field = await one(selector); field.focus(); field.value = text; field.dispatchEvent(new InputEvent("input", { bubbles: true })) }
  const walk = async () => {
    ;(await one("#danger-kind input[value=moved]")).click()
    await fill("#danger-at", ${JSON.stringify(hers[1])})
    await fill("#people-0-surname", ${JSON.stringify(hers[0])})
    await fill("#asker-contact-how", ${JSON.stringify(hers[2])})
    ;(await one("form button[type=submit]")).click()
    await until(() => location.hash === "#receipt")
  }
  await walk().catch(() => undefined)
  for (const one of document.getAnimations()) if (one.animationName === "late") one.currentTime = 21_500
  return { sent: location.hash === "#receipt", sees: document.body.innerText, broken }`
interface Walked {
  readonly sent: boolean
  readonly sees: string
  readonly broken: readonly string[]
}

/** What left since the last call and should not have. */
const left = (): string[] => {
  const kept = line.kept.splice(0)
  return [...unsealed(kept), ...hits([...hers], leaving(kept))]
}

test.skipIf(firefox === undefined)("sends a request sealed, and breaks none of its own policies", { timeout: 180_000 }, async () => {
  await page.goto(`${line.url}/ask?lang=ru#now`)
  const walked = await page.run<Walked>(walk)
  expect([walked.sent, walked.broken, walked.sent ? "" : walked.sees]).toEqual([true, [], ""])
  expect(line.kept.some(({ method, target }) => method === "POST" && target.startsWith("/api/mailboxes"))).toBe(true)
  expect(left()).toEqual([])
  const { request } = await theRequestOf(desk.vault, hers[0])
  expect(request).toMatchObject({ danger: { kind: "moved" }, people: [{ names: { cyrillic: { surname: hers[0] } } }] })
})

test.skipIf(firefox === undefined)("stops what a slipped-in script tries", { timeout: 120_000 }, async () => {
  await page.goto(`${line.url}/ask?lang=ru`)
  const tried = await page.run<Record<string, unknown>>(`
    const attempt = async (act) => { try { return await act() } catch (error) { return error.name } }
    const inline = await attempt(() => { const script = document.createElement("script"); script.append("globalThis.ran = true"); document.body.append(script); return globalThis.ran ?? "silent" })
    return {
      inline,
      ran: globalThis.ran ?? false,
      abroad: await attempt(() => fetch("https://stranger.invalid/").then(() => "answered")),
      frame: await attempt(async () => { const frame = document.createElement("iframe"); frame.src = "https://stranger.invalid/"; document.body.append(frame); await new Promise((done) => setTimeout(done, 500)); return "waited" }),
      broken,
    }`)
  expect(tried["ran"]).toBe(false)
  expect(tried["abroad"]).toBe("TypeError")
  const broken = (tried["broken"] as string[]).join("\n")
  for (const directive of ["connect-src", "frame-src"]) expect(broken).toContain(directive)
  expect(left()).toEqual([])
})

test.skipIf(firefox === undefined)("with its cryptography broken sends nothing, and she is told", { timeout: 180_000 }, async () => {
  // From another address, whose pages know nothing of the letter before.
  await line.close()
  line = await lyingLine(desk.made.port)
  let altered = 0
  line.lie = (target, bytes) => {
    if (!/\/assets\/(?:ask\.worker|local)-/.test(target)) return null
    altered++
    return { bytes: Buffer.concat([Buffer.from(`crypto.getRandomValues = () => { throw new Error("broken") };\n`), bytes]) }
  }
  await page.goto(`${line.url}/ask?lang=ru#now`)
  const walked = await page.run<Walked>(walk)
  expect(altered).toBeGreaterThan(0)
  expect(walked.sent).toBe(false)
  const sentences = [ru.failed, ruPages.askShell.late, ...Object.values(ru.refusals)].filter((one) => typeof one === "string")
  const told = sentences.some((one) => walked.sees.includes(one))
  expect([told, told ? "" : walked.sees]).toEqual([true, ""])
  expect(line.kept.filter(({ method }) => method !== "GET").map(({ target }) => target)).toEqual([])
  expect(left()).toEqual([])
})
