// A desk of many cards in Chromium, in the pages that are built and served: signed in by the seven words, Today, the list, a case. Slowed,
// the page's process stands for a phone, all its threads alike; the server and the browser's own process are not slowed.
import { existsSync, readFileSync } from "node:fs"
import { type Browser, type BrowserContext, type CDPSession, type Page, chromium } from "playwright-core"
import { TYPED } from "./measure-desk.ts"
import { median, percentile } from "./served.ts"
import { type Freed, slowed } from "./slowed.ts"

interface Visited {
  readonly url: string
  readonly passphrase: string
  /** The case of many entries. */
  readonly stream: string
  readonly cards: number
  readonly slower: number
  /** How many devices come for the first time, and back. */
  readonly devices: number
}

/** A frame of sixty a second, and what a clock may be wrong by. */
const FRAME = 17.5

/**
 * What the page itself notes, in milliseconds since 1970; reads the screen as whoever sits before it would, and touches nothing of ours. It
 * looks when something on the page has changed: to ask at each frame would make the browser paint sixty pictures a second.
 */
function notes(): void {
  const seen = { painted: 0, answered: 0, whole: 0, listed: 0 }
  const moment = (): number => performance.timeOrigin + performance.now()
  const look = (): void => {
    if (seen.listed === 0 && document.querySelector(".grid-row") !== null) requestAnimationFrame(() => (seen.listed ||= moment()))
    if (seen.whole === 0 && document.querySelector(".today .strips") !== null && document.querySelector(".today .so-far") === null)
      requestAnimationFrame(() => (seen.whole ||= moment()))
    if (seen.painted === 0 && document.querySelector(".today .strips") !== null) {
      seen.painted = moment()
      requestAnimationFrame(() => {
        // To the first row, where there is one in sight.
        dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", cancelable: true }))
        requestAnimationFrame(() => (seen.answered = moment()))
      })
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
  Object.assign(globalThis, { seen })
}

const device = (browser: Browser, slower: number): Promise<BrowserContext> =>
  browser.newContext({
    locale: "ru",
    ...(slower > 1
      ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
      : { viewport: { width: 1440, height: 900 } }),
  })

interface Renderer {
  readonly id: number
  readonly cpuTime: number
}
/** Of the processes that run pages: ids, and the seconds of processor that they took. */
async function renderers(session: CDPSession): Promise<readonly Renderer[]> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo")
  return processInfo.filter(({ type }) => type === "renderer")
}
const residentMb = (id: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1024

/** Waits in Node, so that nothing of ours runs in a page that is being measured. */
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

type Mark = "answered" | "whole" | "listed"

/** Milliseconds from the request for the sealed seeds, when the words have become a key, to what each of `marks` says of the page. */
async function signIn(page: Page, { passphrase }: Visited, marks: readonly Mark[]): Promise<readonly number[]> {
  await page.fill("#passphrase", passphrase)
  const asked = page.waitForRequest((request) => request.url().includes("/api/wraps/"), { timeout: 120_000 })
  await page.click("#sign-in")
  const request = await asked
  await request.response()
  const from = request.timing().startTime
  const patience = performance.now() + 120_000
  const stood: number[] = []
  for (const mark of marks) {
    let at = 0
    while (at === 0 && performance.now() < patience) {
      at = await page.evaluate((name) => (globalThis as never as { seen: Record<string, number> }).seen[name] ?? 0, mark)
      if (at === 0) await pause(100)
    }
    if (at === 0) throw new Error(`the page never showed what was waited for: ${mark}`)
    stood.push(at - from)
  }
  return stood
}

/** Deltas of the frames that the page made while its content moved by, as a finger or a wheel moves it. */
async function scrolled(page: Page, slower: number, at: { readonly x: number; readonly y: number }): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    const state = { frames, going: true }
    let last = 0
    const tick = (now: number): void => {
      if (last > 0) frames.push(now - last)
      last = now
      if (state.going) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { scrolling: state })
  })
  const session = await page.context().newCDPSession(page)
  const gesture = { ...at, speed: 2_400, gestureSourceType: slower > 1 ? ("touch" as const) : ("mouse" as const) }
  for (const yDistance of [-4_800, 2_400]) await session.send("Input.synthesizeScrollGesture", { ...gesture, yDistance })
  await session.detach()
  return page.evaluate(() => {
    const state = (globalThis as never as { scrolling: { frames: number[]; going: boolean } }).scrolling
    state.going = false
    return state.frames
  })
}

/** From a key in the list's own field to the rows that fit it, laid out. */
const filtered = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>(".filters input[type=search]")
    if (field === null) throw new Error("the list has no field")
    const took: number[] = []
    const turn = (): Promise<void> =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done()
        port2.postMessage(0)
      })
    for (const word of typed) {
      for (let length = 1; length <= word.length; length++) {
        await new Promise((done) => setTimeout(done, 60))
        const from = performance.now()
        field.value = word.slice(0, length)
        field.dispatchEvent(new InputEvent("input", { bubbles: true }))
        await turn()
        document.body.getBoundingClientRect()
        took.push(performance.now() - from)
      }
    }
    field.value = ""
    field.dispatchEvent(new InputEvent("input", { bubbles: true }))
    return took
  }, TYPED)

/** From a key in the search over everybody to the hits that it changed. A key that changes none is not counted. */
async function searched(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => void dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Slash" })))
  await page.waitForSelector("dialog.palette[open]")
  const took = await page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>("dialog.palette input")
    const hits = document.querySelector("#palette-hits")
    if (field === null || hits === null) throw new Error("there is no search")
    const took: number[] = []
    for (const word of typed) {
      for (let length = 1; length <= word.length; length++) {
        await new Promise((done) => setTimeout(done, 60))
        const from = performance.now()
        const changed = new Promise<number | null>((done) => {
          const watch = new MutationObserver(() => {
            watch.disconnect()
            document.body.getBoundingClientRect()
            done(performance.now() - from)
          })
          watch.observe(hits, { childList: true, characterData: true, subtree: true })
          setTimeout(() => {
            watch.disconnect()
            done(null)
          }, 400)
        })
        field.value = word.slice(0, length)
        field.dispatchEvent(new InputEvent("input", { bubbles: true }))
        const ms = await changed
        if (ms !== null) took.push(ms)
      }
    }
    return took
  }, TYPED)
  await page.keyboard.press("Escape")
  return took
}

/** As a click on a link leads there. */
const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
  }, path)

/** From the click to the case on the screen, folded from its first entry. */
async function opened(page: Page, stream: string): Promise<number> {
  return page.evaluate(async (path) => {
    const from = performance.now()
    history.pushState(null, "", path)
    dispatchEvent(new PopStateEvent("popstate"))
    while (document.querySelector(".case-head") === null) await new Promise((done) => requestAnimationFrame(done))
    return performance.now() - from
  }, `/desk/case/${stream}`)
}

/** As many rows as the list has, of text alone and moved by the browser alone: what scrolling costs here at the least. Last, for it ends the desk. */
const bare = (page: Page, rows: number): Promise<void> =>
  page.evaluate((count) => {
    const lines = Array.from({ length: count }, (_, n) => {
      const line = document.createElement("p")
      line.textContent = `${n + 1}. Берёзова Анна, Berezova Anna`
      return line
    })
    document.body.replaceChildren(...lines)
  }, rows)

/** What a loop of a fixed length takes in the page: by it one sees how much slower it really was. */
const spin = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const loop = (): number => {
      const from = performance.now()
      let sum = 0
      for (let n = 0; n < 30_000_000; n++) sum += n % 7
      return sum > 0 ? performance.now() - from : 0
    }
    loop()
    return loop()
  })

const spun = async (page: Page): Promise<number> => median([await spin(page), await spin(page), await spin(page)])

/** Six times is from 5.7 to 6.3. */
const EXACT = 0.05

/**
 * What the hand must be told for the page to be `slower` times slower: to stop somebody and let her go on costs something too, and not the
 * same on every machine. It is set, measured by the fixed loop and set again until that is right.
 */
async function calibrated(page: Page, session: CDPSession, slower: number): Promise<number> {
  if (slower <= 1) return slower
  const ids = (await renderers(session)).map(({ id }) => id)
  const quick = await spun(page)
  let told = slower
  for (let tries = 1; tries <= 12; tries++) {
    const free = await slowed(ids, told)
    const measured = (await spun(page)) / quick
    await free()
    console.error(`slower by ${measured.toFixed(2)} when told ${told.toFixed(2)}`)
    if (Math.abs(measured / slower - 1) <= EXACT) return told
    // Half of the way where it swings.
    told = Math.max(1.1, told * (slower / measured) ** (tries > 4 ? 0.5 : 1))
  }
  throw new Error(`this machine cannot be made ${slower} times slower, give or take a twentieth`)
}

/** The keep of this device lies there once it says so. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const count = async (): Promise<number> => {
      const known = await indexedDB.databases()
      if (!known.some(({ name }) => name === "safe-conduct-desk")) return 0
      return new Promise((done, fail) => {
        const asked = indexedDB.open("safe-conduct-desk")
        asked.onerror = fail
        asked.onsuccess = () => {
          const [store] = asked.result.objectStoreNames
          if (store === undefined) return done(0)
          const counting = asked.result.transaction(store).objectStore(store).count()
          counting.onsuccess = () => {
            asked.result.close()
            done(counting.result)
          }
        }
      })
    }
    while ((await count()) === 0) await new Promise((done) => setTimeout(done, 500))
  })

interface Found {
  /** Today with what changed last, and with everything. */
  readonly first: number[]
  readonly whole: number[]
  readonly returning: number[]
  readonly listing: number[]
  readonly filtering: number[]
  readonly searching: number[]
  readonly opening: number[]
  readonly listFrames: number[]
  readonly todayFrames: number[]
  readonly bareFrames: number[]
  readonly cpu: number[]
  readonly memory: number[]
  readonly slower: number[]
}

/** Null where there is no Chromium. */
export async function inChromium(visited: Visited): Promise<Record<string, number> | null> {
  const executablePath = process.env["SAFE_CONDUCT_CHROMIUM"] ?? "/usr/bin/chromium"
  if (!existsSync(executablePath)) return null
  const found: Found = {
    first: [],
    whole: [],
    returning: [],
    listing: [],
    filtering: [],
    searching: [],
    opening: [],
    listFrames: [],
    todayFrames: [],
    bareFrames: [],
    cpu: [],
    memory: [],
    slower: [],
  }
  for (let n = 0; n < visited.devices; n++) {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
    try {
      await onOneDevice(browser, visited, found, n === visited.devices - 1)
    } finally {
      await browser.close()
    }
  }
  return figuresOf(found, visited)
}

async function onOneDevice(browser: Browser, visited: Visited, found: Found, last: boolean): Promise<void> {
  const { url, slower } = visited
  const session = await browser.newBrowserCDPSession()
  const context = await device(browser, slower)
  const page = await context.newPage()
  await page.addInitScript(notes)
  // On an empty page: the desk must be met for the first time afterwards.
  const told = await calibrated(page, session, slower)
  const sit = async (path: string, act: (used: () => Promise<number>) => Promise<void>): Promise<void> => {
    await page.goto(`${url}${path}`)
    await page.waitForSelector("#passphrase")
    const quick = last && slower > 1 && found.slower.length === 0 ? await spun(page) : null
    const processes = await renderers(session)
    const free: Freed = await slowed(
      processes.map(({ id }) => id),
      told,
    )
    const total = async (): Promise<number> => (await renderers(session)).reduce((sum, { cpuTime }) => sum + cpuTime, 0)
    const before = processes.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
    try {
      if (quick !== null) found.slower.push((await spun(page)) / quick)
      await act(async () => ((await total()) - before) * 1000)
    } finally {
      await free()
    }
  }
  await sit("/desk", async (used) => {
    const [answered = 0, whole = 0] = await signIn(page, visited, ["answered", "whole"])
    found.first.push(answered)
    found.whole.push(whole)
    found.cpu.push(await used())
  })
  await kept(page)
  await sit("/desk", async () => {
    found.returning.push(...(await signIn(page, visited, ["answered"])))
    if (!last) return
    const middle = slower > 1 ? { x: 180, y: 400 } : { x: 500, y: 600 }
    found.todayFrames.push(...(await scrolled(page, slower, middle)))
    await goTo(page, "/desk/cases")
    await page.waitForSelector(".grid-row")
    found.filtering.push(...(await filtered(page)))
    found.listFrames.push(...(await scrolled(page, slower, middle)))
    found.searching.push(...(await searched(page)))
    found.opening.push(await opened(page, visited.stream))
    await bare(page, visited.cards)
    found.bareFrames.push(...(await scrolled(page, slower, middle)))
  })
  await sit("/desk/cases", async () => {
    found.listing.push(...(await signIn(page, visited, ["listed"])))
    const shown = await page.locator(".list-head p.quiet").first().innerText()
    if (!shown.replace(/\D/g, "").includes(String(visited.cards))) throw new Error(`the list says "${shown}"`)
  })
  found.memory.push(Math.max(...(await renderers(session)).map(({ id }) => residentMb(id))))
}

const late = (frames: readonly number[]): number => (frames.filter((ms) => ms > FRAME).length * 100) / frames.length

function figuresOf(found: Found, { slower }: Visited): Record<string, number> {
  return {
    "Today, first on a device, ms": median(found.first),
    "Today and all that it rests on, first on a device, ms": median(found.whole),
    "Today, returning, ms": median(found.returning),
    "list, returning, ms": median(found.listing),
    "a key in the list's field p95 ms": percentile(found.filtering, 95),
    "a key in the list's field median ms": median(found.filtering),
    "a key in the search p95 ms": percentile(found.searching, 95),
    "a key in the search median ms": median(found.searching),
    "opening a case of 200 entries, ms": median(found.opening),
    "late frames of the list, %": late(found.listFrames),
    "frames of the list p95 ms": percentile(found.listFrames, 95),
    "late frames of Today, %": late(found.todayFrames),
    "frames of Today p95 ms": percentile(found.todayFrames, 95),
    "late frames of a bare page of as many rows, %": late(found.bareFrames),
    "frames of a bare page of as many rows p95 ms": percentile(found.bareFrames, 95),
    "processor ms of the page and its threads, first on a device": median(found.cpu),
    "memory of the page and its threads, MB": Math.max(...found.memory),
    ...(slower > 1 ? { "slower than this machine, measured": median(found.slower) } : {}),
  }
}
