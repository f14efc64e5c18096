// Whatever breaks, nothing leaves unsealed: each file of the built portal is dropped, cut, altered or replaced in turn, each call of the
// cryptography is made to throw, and every request that leaves the browser is kept and judged. The same for the desk's own work.
import type { Vault } from "@safe-conduct/client/member"
import { words as deskEn } from "@safe-conduct/words/desk/en.ts"
import { pages as ruPages } from "@safe-conduct/words/portal/ru.pages.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import { sentences as refusals } from "@safe-conduct/words/refusals/en.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { MadeDesk } from "./src/command.ts"
import { visit } from "./src/desk-page.ts"
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
let browser: Browser
let vault: Vault
let caseId = ""

const shared = realDesk()
beforeAll(() => {
  ;({ made, browser, vault } = shared)
})
const lines: LyingLine[] = []
const newLine = async (): Promise<LyingLine> => {
  const line = await lyingLine(made.port)
  lines.push(line)
  return line
}
afterAll(async () => void (await Promise.all(lines.map((line) => line.close()))))

/** Each on a line of its own, some at a time: most of it is waiting for what does not come. */
const AT_ONCE = 6
/** At the desk each also turns words into a key, which keeps a processor busy. */
const AT_THE_DESK = 3
async function inTurn<T>(all: readonly T[], act: (one: T, line: LyingLine) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  let next = 0
  const walk = async (): Promise<void> => {
    const line = await newLine()
    while (next < all.length) {
      line.lie = () => null
      await act(all[next++] as T, line)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
}

/** What left since the last call, judged: requests that are not sealed, and every place where her words stand. */
function left(line: LyingLine): string[] {
  const kept = line.kept.splice(0)
  return [...unsealed(kept), ...hits([...hers, note], leaving(kept))]
}

interface Tried {
  /** She has her receipt. */
  readonly sent: boolean
  /** Everything that is on her screen at the end. */
  readonly sees: string
}

/** How long a step may take before it counts as broken; and how long where nothing says that it is: there the machine may be slow. */
const PATIENCE = 5000
const LONG_PATIENCE = 20_000

async function ask(line: LyingLine, before = ""): Promise<Tried> {
  const tried = await walked(line, before, PATIENCE)
  return tried.sent || told(tried.sees) ? tried : walked(line, before, LONG_PATIENCE)
}

/** The shortest way to ask, walked as far as it goes, and what is on the screen where it ends. */
async function walked(line: LyingLine, before: string, patience: number): Promise<Tried> {
  const context = await browser.newContext({ locale: "ru-RU", viewport: { width: 360, height: 740 } })
  if (before !== "") await context.addInitScript(before)
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
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
  // A page that says it is broken has said so before anything else can come of it; what leaves in the same breath is still seen.
  const said = page.locator(".notice.danger[role=alert]").first().waitFor({ timeout: 60_000 })
  await Promise.race([walk(), said.then(() => page.waitForTimeout(500))]).catch(() => undefined)
  said.catch(() => undefined)
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
const told = (sees: string): boolean => sentences.some((sentence) => sees.includes(sentence))

/** Fails where something left unsealed, or where she is left without a sentence. */
function judge(line: LyingLine, how: string, { sent, sees }: Tried): void {
  expect([how, left(line)]).toEqual([how, []])
  const knows = sent || told(sees)
  expect([how, knows, knows ? "" : sees]).toEqual([how, true, ""])
}

/** Every file that the shortest way asks for, by an honest visit. */
async function assets(): Promise<string[]> {
  const line = await newLine()
  expect((await ask(line)).sent).toBe(true)
  const paths = [...new Set(line.kept.filter(({ method }) => method === "GET").map(({ target }) => target.split("?")[0] as string))]
  expect(left(line)).toEqual([])
  return paths.filter((path) => path.startsWith("/assets/"))
}

describe("what judges", () => {
  const sent = (method: string, target: string, body = "") => ({ method, target, headers: {}, body: Buffer.from(body) })
  test("knows an honest request for sealed, and finds what is not", async () => {
    const line = await newLine()
    expect((await ask(line)).sent).toBe(true)
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

  test("finds a page that was altered to send what is typed", async () => {
    const line = await newLine()
    const tell = `document.addEventListener("input", (event) => void fetch("/api/heads?since=" + encodeURIComponent(event.target.value)))`
    line.lie = (target, bytes) => (/\/assets\/ask-/.test(target) ? { bytes: Buffer.concat([bytes, Buffer.from(`;${tell}`)]) } : null)
    expect((await ask(line)).sent).toBe(true)
    const found = left(line)
    for (const word of hers) expect(found.join("\n")).toContain(word)
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
      await inTurn(paths, async (path, line) => {
        line.lie = (target, bytes) => (target === path ? (ways[how] as (bytes: Buffer) => ReturnType<Lie>)(bytes) : null)
        const tried = await ask(line)
        if (!tried.sent) broke++
        judge(line, `${path} ${how}`, tried)
      })
      // A test in which everything always arrived would prove nothing.
      expect(broke).toBeGreaterThan(2)
    }, 300_000)
  })

  test("the page itself, altered at twenty places: nothing unsealed leaves", async () => {
    const places = Array.from({ length: 20 }, (_, n) => n)
    await inTurn(places, async (place, line) => {
      line.lie = (target, bytes) => {
        if (target !== "/ask") return null
        const altered = Buffer.from(bytes)
        const at = Math.floor(((place + 0.5) * bytes.length) / places.length)
        altered[at] = (altered[at] as number) ^ 1
        return { bytes: altered }
      }
      await ask(line)
      // An address with a misprint in it is asked for in vain, and carries nothing.
      expect([place, left(line).filter((one) => !/^GET \/[\w./-]* $/.test(one))]).toEqual([place, []])
    })
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
const library = ["encrypt", "addRecipient", "wrapFileKey", "sign", "digest", "update", "encapsulate"] as const
const brokenIn = (script: string, name: string): string =>
  script.replace(
    new RegExp(`(?<![.\\w$])((?:async )?${name}(?:\\([\\w$,={}. ]*\\)\\{|:\\([\\w$,={}.() ]*?\\)=>\\{))`, "g"),
    `$1throw new Error("broken");`,
  )

describe("each call of the cryptography in turn", () => {
  const inWorker =
    (change: (script: string) => string): Lie =>
    (target, bytes) =>
      /\/assets\/(?:ask\.worker|local)-/.test(target) ? { bytes: Buffer.from(change(bytes.toString("utf8"))) } : null

  test("the platform's: nothing unsealed leaves, and she is told", async () => {
    let broke = 0
    await inTurn(Object.entries(platform), async ([how, code], line) => {
      line.lie = inWorker((script) => `${code};\n${script}`)
      const tried = await ask(line, code)
      if (!tried.sent) broke++
      judge(line, how, tried)
    })
    expect(broke).toBeGreaterThan(3)
  }, 300_000)

  describe.each(library)("the library's %s", (name) => {
    test("broken, lets nothing leave at all, and she is told", async () => {
      const line = await newLine()
      let places = 0
      line.lie = inWorker((script) => {
        const broken = brokenIn(script, name)
        if (broken !== script) places++
        return broken
      })
      const tried = await ask(line)
      expect(places).toBeGreaterThan(0)
      judge(line, name, tried)
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

  let written = 0
  const kept = async (text: string): Promise<boolean> => {
    good(await vault.refresh())
    return JSON.stringify(good(await vault.openCase(caseId)).log).includes(text)
  }

  /** A member signs in, opens a case and writes a note into it; `armed` breaks in the vault's thread what is to break once she is inside. */
  async function tryWriting(line: LyingLine, armed: string, patience: number): Promise<{ readonly saved: boolean; readonly sees: string }> {
    if (armed !== "")
      line.lie = inVault((script) => `addEventListener("message", (event) => { if (event.data?.armed) { ${armed} } });\n${script}`)
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } })
    await context.addInitScript(reach)
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    const text = `${note} ${++written}`
    const walk = async (): Promise<void> => {
      await page.goto(`${line.url}/desk`)
      await page.fill("#passphrase", made.passphrase)
      await page.click("#sign-in")
      await page.waitForFunction(() => document.querySelector("a[href='/desk/tray'], .trouble, .notice.danger") !== null, null, {
        timeout: 45_000,
      })
      await visit(page, `/desk/case/${caseId}`)
      await page.locator("#log-text").waitFor()
      await page.evaluate(() => {
        for (const thread of (globalThis as unknown as { threads: Worker[] }).threads) thread.postMessage({ armed: true })
      })
      await page.locator("#log-text").fill(text)
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
    const sees = await seen(page)
    await context.close()
    return { saved: await kept(text), sees }
  }

  const sentences = [
    deskEn.app.broken,
    deskEn.app.notLoaded,
    "The desk has not loaded",
    ...Object.values(refusals).filter((one) => typeof one === "string"),
  ]
  const told = (sees: string): boolean => sentences.some((sentence) => sees.includes(sentence))
  async function write(line: LyingLine, armed = ""): ReturnType<typeof tryWriting> {
    const tried = await tryWriting(line, armed, PATIENCE)
    return tried.saved || told(tried.sees) ? tried : tryWriting(line, armed, LONG_PATIENCE)
  }

  test("an honest note is sealed, and kept", async () => {
    const line = await newLine()
    expect(await write(line)).toMatchObject({ saved: true })
    expect(line.kept.filter(({ method, target }) => method === "POST" && target.endsWith("/entries")).length).toBeGreaterThan(0)
    expect(left(line)).toEqual([])
  }, 60_000)

  const judgeDesk = (line: LyingLine, how: string, { saved, sees }: { readonly saved: boolean; readonly sees: string }): void => {
    expect([how, left(line)]).toEqual([how, []])
    expect([how, saved || told(sees), saved || told(sees) ? "" : sees.slice(0, 600)]).toEqual([how, true, ""])
  }

  test("each call of the platform broken while she writes: nothing unsealed leaves, and she is told", async () => {
    const calls: readonly (readonly [how: string, code: string])[] = [
      ...["encrypt", "sign", "importKey", "digest", "deriveBits", "deriveKey"].map(
        (name) => [`subtle.${name}`, `crypto.subtle.${name} = () => { throw new Error("broken") }`] as const,
      ),
      ["getRandomValues", `crypto.getRandomValues = () => { throw new Error("broken") }`],
      ["all of subtle", `Object.defineProperty(crypto, "subtle", { value: undefined })`],
    ]
    await inTurn(
      calls,
      async ([how, code], line) => {
        const tried = await write(line, code)
        judgeDesk(line, how, tried)
        if (["subtle.encrypt", "getRandomValues", "all of subtle"].includes(how)) expect([how, tried.saved]).toEqual([how, false])
      },
      AT_THE_DESK,
    )
  }, 300_000)

  test("each file of the desk that this needs, dropped in turn: nothing unsealed leaves, and she is told", async () => {
    const honest = await newLine()
    await write(honest)
    const asked = new Set(honest.kept.map(({ target }) => target.split("?")[0] as string))
    const paths = [...asked].filter((path) => /^\/desk\/assets\/.*\.(?:js|css)$/.test(path))
    expect(left(honest)).toEqual([])
    expect(paths.length).toBeGreaterThan(4)
    let broke = 0
    await inTurn(
      paths,
      async (path, line) => {
        line.lie = (target) => (target === path ? "dropped" : null)
        const tried = await write(line)
        if (!tried.saved) broke++
        judgeDesk(line, path, tried)
      },
      AT_THE_DESK,
    )
    expect(broke).toBeGreaterThan(2)
  }, 600_000)
})
