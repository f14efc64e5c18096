// What a member sees of a file that came from outside, in the built desk: pictures, papers, voices, texts; and what she is spared.
import { readFileSync, rmSync } from "node:fs"
import { words as en } from "@safe-conduct/words/case/en.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn } from "./src/desk-page.ts"
import { faxedPage, inEncoding, pages, pngOf, tone } from "./src/papers.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { meet, requestAbout, send } from "./src/sender.ts"
import { closeFile, coloursAt, darkness, fileNamed, frameOf, openFile } from "./src/viewing.ts"

const { files: said } = en
let made: MadeDesk
let browser: Browser
let hers: Visit
let page: Page
const url = (path: string) => `http://127.0.0.1:${made.port}${path}`
const letter = "Здравствуйте. Меня задержали 14 марта, суд назначен на вторник."
const photo = readFileSync("e2e/fixtures/photo.jpg")
const heic = readFileSync("e2e/fixtures/phone.heic")

/** Red in the upper left, blue to the right, paper below: as both photographs of the fixtures show. */
const places = [
  [25, 30],
  [75, 54],
  [5, 95],
] as const
const nearly = (colours: number[][]) => colours.map((rgb) => rgb.map((value) => Math.round(value / 60)))
const picture = [
  [3, 1, 1],
  [0, 1, 3],
  [4, 4, 4],
]

beforeAll(async () => {
  made = await makeDesk()
  const desk = await meet(url(""))
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes })
  await send(desk, requestAbout("Файлов"), [
    file("photo.jpg", photo),
    file("phone.heic", heic),
    file("phone renamed.jpg", heic),
    file("bomb.png", pngOf(4, 4).fill(0xff, 16, 24)),
    file("large.png", (() => Buffer.from(pngOf(1, 1)).fill(Buffer.from("0000ffff0000ffff", "hex"), 16, 24))()),
    file("cut.jpg", photo.subarray(0, 40)),
    file("three.pdf", pages(["First", "Second", "Third"])),
    file("fax.pdf", faxedPage()),
    file("broken.pdf", Buffer.from("%PDF-1.7 nothing else")),
    file("voice.wav", tone()),
    file("windows.txt", inEncoding(letter, "windows-1251")),
    file("koi.txt", inEncoding(letter, "koi8-r")),
    file("page.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>top.postMessage('ran','*')</script></svg>")),
    file("case.zip", Buffer.from("504b030400000000", "hex")),
    file("photo\u202egpj.exe", Buffer.from("4d5a900003000000", "hex")),
  ])
  browser = await openBrowser()
  hers = await visit(browser, url("/desk"), "en", { viewport: sizes.table, acceptDownloads: true })
  page = hers.page
  await signIn(page, made.passphrase)
  await page.locator("a[href='/desk/tray']").first().click()
  await page.locator("a[href^='/desk/tray/']", { hasText: "Файлов" }).first().click()
  await fileNamed(page, "photo.jpg").waitFor()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

const saved = async (press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent("download"), press()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe("a picture", () => {
  test.each(["photo.jpg", "phone.heic", "phone renamed.jpg"])(
    "%s is drawn as pixels, turned, and saved without what the camera wrote",
    async (name) => {
      const row = await openFile(page, name)
      const frame = await frameOf(row)
      expect(nearly(await coloursAt(frame, places))).toEqual(picture)
      expect(await frame.evaluate(() => document.body.innerHTML)).toMatch(/^<canvas[^<]*><\/canvas>$/)

      await row.getByRole("button", { name: said.turn }).click()
      await frame.waitForFunction(() => (document.querySelector("canvas")?.height ?? 0) > (document.querySelector("canvas")?.width ?? 0))
      expect(nearly(await coloursAt(frame, [[70, 25]]))).toEqual([picture[0]])
      for (let turn = 0; turn < 3; turn++) await row.getByRole("button", { name: said.turn }).click()
      await frame.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > (document.querySelector("canvas")?.height ?? 0))

      const copy = await saved(() => row.getByRole("button", { name: said.workingCopy }).click())
      expect(copy.name).toBe(`${name.replace(/\.\w+$/, "")} (copy).jpg`)
      expect(copy.bytes.subarray(0, 3).toString("hex")).toBe("ffd8ff")
      expect([photo, heic].map((one) => one.includes("PhoneOfNobody"))).toEqual([true, true])
      expect(copy.bytes.includes("PhoneOfNobody") || copy.bytes.includes("Exif")).toBe(false)

      const warned = row.locator("details.original")
      expect(await warned.getByRole("button").isVisible()).toBe(false)
      await warned.locator("summary").click()
      expect(await warned.innerText()).toContain(said.originalWarning)
      const whole = await saved(() => warned.getByRole("button", { name: said.originalGo }).click())
      expect(whole.bytes.equals(name === "photo.jpg" ? photo : heic)).toBe(true)
      await closeFile(row)
    },
  )

  test("that asks for more memory than there is, or is damaged, is named and not decoded", async () => {
    for (const [name, why] of [
      ["bomb.png", said.whys["too-large"]],
      ["large.png", said.whys["too-large"]],
      ["cut.jpg", said.whys.damaged],
    ] as const) {
      const row = await openFile(page, name)
      expect(await row.locator(".notice").innerText()).toContain(why)
      await closeFile(row)
    }
  })
})

describe("a paper", () => {
  test("is turned page by page, by buttons and by keys, on the desk and inside the frame", async () => {
    const row = await openFile(page, "three.pdf")
    const frame = await frameOf(row)
    expect(await row.innerText()).toContain(said.pageOf(1, 3))
    expect(await darkness(frame)).toBeGreaterThan(0.3)
    await row.getByRole("button", { name: said.after }).click()
    await row.getByText(said.pageOf(2, 3)).waitFor()
    await frame.locator("canvas").press("PageDown")
    await row.getByText(said.pageOf(3, 3)).waitFor()
    // There is no fourth.
    await frame.locator("canvas").press("ArrowRight")
    await row.getByRole("button", { name: said.zoomIn }).click()
    await row.getByText(said.zoomed(150)).waitFor()
    expect(await row.innerText()).toContain(said.pageOf(3, 3))
    expect(await frame.locator("canvas").getAttribute("aria-label")).toBe("three.pdf, 3")
    await frame.locator("canvas").press("Escape")
    await row.locator("iframe").waitFor({ state: "detached" })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(said.open)
  })

  test("that is a scan is drawn too; one that is broken is named", async () => {
    const fax = await openFile(page, "fax.pdf")
    expect(await darkness(await frameOf(fax))).toBeGreaterThan(90)
    await closeFile(fax)
    const broken = await openFile(page, "broken.pdf")
    expect(await broken.locator(".notice").innerText()).toContain(said.whys.damaged)
    await closeFile(broken)
  })
})

test("a voice is played from memory, with the player's own keys", async () => {
  const row = await openFile(page, "voice.wav")
  const player = (await frameOf(row)).locator("audio")
  expect(await player.evaluate((audio) => (audio as HTMLAudioElement).duration)).toBeCloseTo(0.5, 1)
  expect(await player.evaluate((audio) => [audio.hasAttribute("autoplay"), audio.getAttribute("aria-label")])).toEqual([false, "voice.wav"])
  await closeFile(row)
})

test("a text is read in the encoding of its time; markup in it is letters", async () => {
  for (const [name, encoding] of [
    ["windows.txt", "windows-1251"],
    ["koi.txt", "koi8-r"],
  ] as const) {
    const row = await openFile(page, name)
    expect(await (await frameOf(row)).locator("pre").innerText()).toBe(letter)
    expect(await row.innerText()).toContain(said.readAs(encoding))
    await closeFile(row)
  }
  const row = await openFile(page, "page.svg")
  expect(await (await frameOf(row)).locator("pre").innerText()).toContain("<script>")
  await closeFile(row)
})

test("anything else is named by its first bytes and saved only behind a warning; a name that reads backwards is shown forwards", async () => {
  const row = await openFile(page, "case.zip")
  expect(await row.locator(".notice").innerText()).toContain("50 4b 03 04")
  expect(await row.locator(".notice").innerText()).toContain(said.strange)
  expect(await row.locator("iframe").count()).toBe(0)
  await closeFile(row)
  expect(await fileNamed(page, "exe").locator(".name").innerText()).toBe("photo⟨U+202E⟩gpj.exe")
})

test("on a phone nothing is wider than the screen", async () => {
  await page.setViewportSize(sizes.phone)
  const row = await openFile(page, "three.pdf")
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const frame = await frameOf(row)
  await frame.waitForFunction(() => (document.querySelector("canvas")?.getBoundingClientRect().width ?? 1000) <= 360)
  await page.screenshot({ path: "e2e/out/viewer-phone.png", fullPage: true })
  await closeFile(row)
  await page.setViewportSize(sizes.table)
  const wide = await openFile(page, "photo.jpg")
  await page.screenshot({ path: "e2e/out/viewer-table.png", fullPage: true })
  await closeFile(wide)
})

test("nothing of all this made the page or its policy complain, or reached for another host", () => {
  expect([hers.faults, hers.strangers]).toEqual([[], []])
})
