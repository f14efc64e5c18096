// Whatever breaks, nothing leaves unsealed: each file of the built portal is dropped, cut, altered or replaced in turn, each call of the
// cryptography is made to throw, and every request that leaves the browser is kept and judged. The same for the desk's own work.
import type { Vault } from "@safe-conduct/client/member"
import { words as deskEn } from "@safe-conduct/words/desk/en.ts"
import { pages as ruPages } from "@safe-conduct/words/portal/ru.pages.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import { sentences as refusals } from "@safe-conduct/words/refusals/en.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { MadeDesk } from "./src/command.ts"
import { signIn as enter, visit } from "./src/desk-page.ts"
import { type Lie, type LyingLine, lyingLine } from "./src/lying-line.ts"
import { good } from "./src/member.ts"
import { realDesk } from "./src/real-desk.ts"
import { hits } from "./src/search.ts"
import { leaving, unsealed } from "./src/sealed-only.ts"

/** All that she types. Invented. */
const hers = ["Незапираев", "Потерянновск-на-Броде", "+1 555 010 4477"] as const
/** What a member types. */
const note = "The brother of the landlord heard everything."

let made: MadeDesk
let line: LyingLine
let browser: Browser
let vault: Vault
let caseId = ""

const shared = realDesk()
beforeAll(async () => {
  ;({ made, browser, vault } = shared)
  line = await lyingLine(made.port)
})
afterAll(() => line?.close())
beforeEach(() => {
  line.lie = () => null
  line.kept.length = 0
})

/** What left since the last call, judged: requests that are not sealed, and every place where her words stand. */
function left(): string[] {
  const kept = line.kept.splice(0)
  return [...unsealed(kept), ...hits([...hers, note], leaving(kept))]
}

interface Tried {
  /** She has her receipt. */
  readonly sent: boolean
  /** Everything that is on her screen at the end. */
  readonly sees: string
}

/** How long a step may take before it counts as broken. */
const PATIENCE = 5000

/** The shortest way to ask, walked as far as it goes, and what is on the screen where it ends. */
async function ask(before = ""): Promise<Tried> {
  const context = await browser.newContext({ locale: "ru-RU", viewport: { width: 360, height: 740 } })
  if (before !== "") await context.addInitScript(before)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const walk = async (): Promise<void> => {
    await page.goto(`${line.url}/ask?lang=ru#now`, { waitUntil: "load" })
    await page.locator("#danger-kind input[value=moved]").check()
    await page.fill("#danger-at", hers[1])
    await page.fill("#people-0-surname", hers[0])
    await page.fill("#asker-contact-how", hers[2])
    await page.locator("form button[type=submit]").click()
    await page.waitForFunction(() => location.hash === "#receipt" || document.querySelector(".notice.danger") !== null, null, {
      timeout: 30_000,
    })
  }
  await walk().catch(() => undefined)
  const sent = page.url().endsWith("#receipt")
  const sees = await seen(page)
  await context.close()
  return { sent, sees }
}

/** The text on the screen; what is meant to show after twenty seconds is shown without waiting for them. */
const seen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    for (const one of document.getAnimations()) if ((one as CSSAnimation).animationName === "late") one.currentTime = 21_500
    return document.body.innerText
  })

/** All that the portal ever says of what went wrong. */
const sentences = [ru.failed, ruPages.askShell.late, ...Object.values(ru.refusals)].filter((one) => typeof one === "string")

/** Fails where something left unsealed, or where she is left without a sentence. */
function judge(how: string, { sent, sees }: Tried): void {
  expect([how, left()]).toEqual([how, []])
  const told = sent || sentences.some((sentence) => sees.includes(sentence))
  expect([how, told, told ? "" : sees]).toEqual([how, true, ""])
}

/** Every file that the shortest way asks for, by an honest visit. */
async function assets(): Promise<string[]> {
  expect((await ask()).sent).toBe(true)
  const paths = [...new Set(line.kept.filter(({ method }) => method === "GET").map(({ target }) => target.split("?")[0] as string))]
  expect(left()).toEqual([])
  return paths.filter((path) => path === "/ask" || path.startsWith("/assets/"))
}

describe("what judges", () => {
  const sent = (method: string, target: string, body = "") => ({ method, target, headers: {}, body: Buffer.from(body) })
  test("knows an honest request for sealed, and finds what is not", async () => {
    expect((await ask()).sent).toBe(true)
    const posted = line.kept.filter(({ method }) => method !== "GET")
    expect(posted.length).toBeGreaterThan(0)
    expect(unsealed(line.kept)).toEqual([])
    for (const one of [
      sent("POST", "/api/mailboxes", JSON.stringify({ surname: hers[0] })),
      sent("POST", "/ask", `surname=${hers[0]}`),
      sent("GET", `/ask?surname=${encodeURIComponent(hers[0])}`),
      sent("GET", "/assets/x.js?y=1"),
      sent("PUT", "/api/objects/aaaaaaaaaaaaaaaaaaaaaaaaaa/parts/0", "plain bytes"),
      sent("POST", "/api/report", "{}"),
    ])
      expect(unsealed([one])).toHaveLength(1)
    // A sealed request whose body was exchanged for readable text of the same place.
    const honest = posted.find(({ target }) => target === "/api/mailboxes" || target.endsWith("/entries"))
    const open = JSON.parse(honest?.body.toString() ?? "{}") as { entries: { body: string }[] }
    const last = open.entries.at(-1)
    if (last) last.body = Buffer.from(JSON.stringify({ message: "readable ".repeat(100) })).toString("base64")
    expect(unsealed([{ ...(honest as (typeof posted)[number]), body: Buffer.from(JSON.stringify(open)) }])).toHaveLength(1)
    expect(hits([hers[0]], leaving([sent("GET", `/ask?x=${encodeURIComponent(hers[0])}`)]))).toHaveLength(1)
  }, 60_000)
})

describe("each file of the portal in turn", () => {
  const ways: Readonly<Record<string, (bytes: Buffer) => ReturnType<Lie>>> = {
    dropped: () => "dropped",
    "cut in half": (bytes) => ({ bytes: bytes.subarray(0, bytes.length >> 1) }),
    "one byte altered": (bytes) => {
      const altered = Buffer.from(bytes)
      // A bracket near the middle, so that the file is no longer what it was: in a sentence a letter would only be a misprint.
      const at = Math.max(bytes.indexOf("(", bytes.length >> 1), 0)
      altered[at] = (altered[at] as number) ^ 1
      return { bytes: altered }
    },
    "a page instead": () => ({
      bytes: Buffer.from(
        "<!doctype html><title>Sign in to the café's network</title><form method=post action=/login><input name=x></form>",
      ),
      type: "text/html",
    }),
    empty: () => ({ bytes: Buffer.alloc(0) }),
  }
  describe.each(Object.keys(ways))("%s", (how) => {
    test("nothing unsealed leaves, and she is told", async () => {
      const paths = await assets()
      expect(paths.length).toBeGreaterThan(6)
      let broke = 0
      for (const path of paths) {
        // Without the page itself there is only what the browser says.
        if (path === "/ask") continue
        line.lie = (target, bytes) => (target === path ? (ways[how] as (bytes: Buffer) => ReturnType<Lie>)(bytes) : null)
        const tried = await ask()
        line.lie = () => null
        if (!tried.sent) broke++
        judge(`${path} ${how}`, tried)
      }
      // A test in which everything always arrived would prove nothing.
      expect(broke).toBeGreaterThan(2)
    }, 300_000)
  })

  test("the page itself, altered at twenty places: nothing unsealed leaves", async () => {
    for (let place = 0; place < 20; place++) {
      line.lie = (target, bytes) => {
        if (target !== "/ask") return null
        const altered = Buffer.from(bytes)
        const at = Math.floor(((place + 0.5) * bytes.length) / 20)
        altered[at] = (altered[at] as number) ^ 1
        return { bytes: altered }
      }
      await ask()
      // An address with a misprint in it is asked for in vain, and carries nothing.
      expect([place, left().filter((one) => !/^GET \/[\w./-]* $/.test(one))]).toEqual([place, []])
    }
  }, 300_000)
})

/** Calls of the platform, broken before the first line of page and Worker runs. */
const platform: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["encrypt", "decrypt", "sign", "verify", "digest", "importKey", "exportKey", "deriveBits", "deriveKey", "generateKey"].flatMap(
      (name) => [
        [`subtle.${name} throws`, `crypto.subtle.${name} = () => { throw new Error("broken") }`],
        [`subtle.${name} refuses`, `crypto.subtle.${name} = () => Promise.reject(new DOMException("broken", "OperationError"))`],
      ],
    ),
  ),
  "getRandomValues throws": `crypto.getRandomValues = () => { throw new Error("broken") }`,
  "no subtle at all": `Object.defineProperty(crypto, "subtle", { value: undefined })`,
  "no crypto at all": `Object.defineProperty(globalThis, "crypto", { value: undefined })`,
}
/** Ways into the libraries, by the names that a build keeps. */
const library = ["encrypt", "addRecipient", "wrapFileKey", "sign", "digest", "update", "getPublicKey"] as const
const brokenIn = (script: string, name: string): string =>
  script.replace(new RegExp(`(?<![.\\w$])((?:async )?${name}\\([\\w$,={}. ]*\\)\\{)`, "g"), `$1throw new Error("broken");`)

describe("each call of the cryptography in turn", () => {
  const inWorker =
    (change: (script: string) => string): Lie =>
    (target, bytes) =>
      /\/assets\/(?:ask\.worker|local)-/.test(target) ? { bytes: Buffer.from(change(bytes.toString("utf8"))) } : null

  test("the platform's: nothing unsealed leaves, and she is told", async () => {
    let broke = 0
    for (const [how, code] of Object.entries(platform)) {
      line.lie = inWorker((script) => `${code};\n${script}`)
      const tried = await ask(code)
      if (!tried.sent) broke++
      judge(how, tried)
    }
    expect(broke).toBeGreaterThan(3)
  }, 300_000)

  describe.each(library)("the library's %s", (name) => {
    test("broken, lets nothing leave at all, and she is told", async () => {
      let places = 0
      line.lie = inWorker((script) => {
        const broken = brokenIn(script, name)
        if (broken !== script) places++
        return broken
      })
      const tried = await ask()
      expect(places).toBeGreaterThan(0)
      judge(name, tried)
      expect(tried.sent).toBe(false)
    }, 60_000)
  })
})

describe("at the desk", () => {
  const inVault =
    (change: (script: string) => string): Lie =>
    (target, bytes) =>
      /\/desk\/assets\/vault\.worker-/.test(target) ? { bytes: Buffer.from(change(bytes.toString("utf8"))) } : null

  /** Reaches the vault's thread from a test, to break it once she is inside. */
  const reach = `const Real = Worker; globalThis.threads = []; globalThis.Worker = class extends Real { constructor(...given) { super(...given); threads.push(this) } }`

  beforeAll(async () => {
    const made = good(await vault.newCase({ people: [{ names: [{ script: "cyrillic", surname: "Перепискин", given: "Пуд" }] }] }))
    caseId = made.stream
  }, 60_000)

  const notes = async (): Promise<number> => {
    good(await vault.refresh())
    return good(await vault.openCase(caseId)).log.length
  }

  /** A member signs in, opens a case and writes a note into it; `armed` breaks in the vault's thread what is to break once she is inside. */
  async function write(armed = ""): Promise<{ readonly saved: boolean; readonly sees: string }> {
    if (armed !== "")
      line.lie = inVault((script) => `addEventListener("message", (event) => { if (event.data?.armed) { ${armed} } });\n${script}`)
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } })
    await context.addInitScript(reach)
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const before = await notes()
    const walk = async (): Promise<void> => {
      await page.goto(`${line.url}/desk`)
      await page.locator("#passphrase").waitFor()
      await enter(page, made.passphrase)
      await visit(page, `/desk/case/${caseId}`)
      await page.locator("#log-text").waitFor()
      await page.evaluate(() => {
        for (const thread of (globalThis as unknown as { threads: Worker[] }).threads) thread.postMessage({ armed: true })
      })
      await page.locator("#log-text").fill(note)
      await page.locator("form:has(#log-text) button[type=submit]").click()
      await page.waitForFunction(
        () =>
          document.querySelector(".trouble") !== null ||
          (document.querySelector("#log-text") as HTMLTextAreaElement | null)?.value === "" ||
          document.querySelector(".log-box .error, .log-box [role=alert]") !== null,
        null,
        { timeout: 15_000 },
      )
    }
    await walk().catch(() => undefined)
    line.lie = () => null
    const sees = await seen(page)
    await context.close()
    return { saved: (await notes()) > before, sees }
  }

  const sentences = [
    deskEn.app.broken,
    deskEn.app.notLoaded,
    "The desk has not loaded",
    ...Object.values(refusals).filter((one) => typeof one === "string"),
  ]
  const told = (sees: string): boolean => sentences.some((sentence) => sees.includes(sentence))

  test("an honest note is sealed, and kept", async () => {
    expect(await write()).toMatchObject({ saved: true })
    expect(line.kept.filter(({ method, target }) => method === "POST" && target.endsWith("/entries")).length).toBeGreaterThan(0)
    expect(left()).toEqual([])
  }, 60_000)

  test.each<readonly [string, string]>([
    ...["encrypt", "sign", "importKey", "digest", "deriveBits", "deriveKey"].map(
      (name) => [`subtle.${name}`, `crypto.subtle.${name} = () => { throw new Error("broken") }`] as const,
    ),
    ["getRandomValues", `crypto.getRandomValues = () => { throw new Error("broken") }`],
    ["all of subtle", `Object.defineProperty(crypto, "subtle", { value: undefined })`],
  ])(
    "%s broken while she writes: nothing unsealed leaves, and she is told",
    async (how, code) => {
      const { saved, sees } = await write(code)
      expect([how, left()]).toEqual([how, []])
      expect([how, saved || told(sees), saved || told(sees) ? "" : sees.slice(0, 600)]).toEqual([how, true, ""])
      if (["subtle.encrypt", "getRandomValues", "all of subtle"].includes(how)) expect([how, saved]).toEqual([how, false])
    },
    60_000,
  )

  test("each file of the desk that this needs, dropped in turn: nothing unsealed leaves, and she is told", async () => {
    await write()
    const paths = [...new Set(line.kept.map(({ target }) => target.split("?")[0] as string))].filter((path) =>
      /^\/desk\/assets\/.*\.(?:js|css)$/.test(path),
    )
    expect(left()).toEqual([])
    expect(paths.length).toBeGreaterThan(4)
    let broke = 0
    for (const path of paths) {
      line.lie = (target) => (target === path ? "dropped" : null)
      const { saved, sees } = await write()
      if (!saved) broke++
      expect([path, left()]).toEqual([path, []])
      expect([path, saved || told(sees), saved || told(sees) ? "" : sees.slice(0, 600)]).toEqual([path, true, ""])
    }
    expect(broke).toBeGreaterThan(2)
  }, 300_000)
})
