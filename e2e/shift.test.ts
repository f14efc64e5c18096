// A shift at an open desk: what is to be done stands there with whoever does it, a moment that comes rings over every page, and whoever goes
// home hands over with one paragraph.
import { rmSync } from "node:fs"
import { words as cases } from "@safe-conduct/words/case/en.ts"
import { words as desk } from "@safe-conduct/words/desk/en.ts"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, makeDesk } from "./src/command.ts"
import { signIn as enter } from "./src/desk-page.ts"
import { good, signIn } from "./src/member.ts"
import { type Visit, sizes, visit } from "./src/portal-page.ts"
import { shoot } from "./src/shots.ts"

const DAY = 86_400_000
let made: MadeDesk
let browser: Browser
let hers: Visit
let stream: string
/** When the hearing begins: the desk is open by then. */
let hearing = 0

const text = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

beforeAll(async () => {
  made = await makeDesk("Anna Test")
  const vault = await signIn(made)
  const names = [{ script: "cyrillic" as const, surname: "Дежурный", given: "Егор" }]
  ;({ stream } = good(await vault.newCase({ people: [{ names }] })))
  const person = good(await vault.openCase(stream)).people[0]?.person as string
  const facility = { code: "LAWINCI", name: "Winn Correctional Center", state: "LA", timeZone: "America/Chicago" }
  good(await vault.act(stream, "record-custody", { person, facility, since: "2026-09-01", how: "family" }))
  good(await vault.act(stream, "add-task", { task: "ring", text: "Ring counsel about the petition", due: text(Date.now() - DAY) }))
  browser = await openBrowser()
  hers = await visit(browser, `http://127.0.0.1:${made.port}/desk`, "en", { viewport: sizes.table })
  await enter(hers.page, made.passphrase)
  await hers.page.waitForSelector(".today h1")
  hearing = Math.ceil(Date.now() / 1000) * 1000 + 40_000
  good(await vault.act(stream, "record-event", { person, event: { type: "hearing.scheduled", at: text(hearing), kind: "individual" } }))
  await vault.signOut()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

async function looked(page: Page, name: string): Promise<void> {
  const faults: string[] = []
  for (const size of Object.values(sizes)) {
    faults.push(...(await overflow(page, size.width, name)))
    await shoot(page, name, size.width)
  }
  await page.setViewportSize(sizes.table)
  expect([...faults, ...(await violations(page, name))]).toEqual([])
}

test("a moment that comes rings once and stands over the page until somebody says that she looks", async () => {
  const { page } = hers
  await page.evaluate(() => {
    const rung: number[] = []
    Object.assign(window, { rung })
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when?: number) {
      rung.push(Date.now())
      start.call(this, when)
    }
  })
  const bar = page.locator(".due-bar")
  await bar.waitFor({ timeout: 90_000 })
  expect(Date.now()).toBeGreaterThanOrEqual(hearing)
  expect(await bar.innerText()).toContain(`Дежурный Егор · ${desk.shift.alarm.why.hearing}`)
  expect(await page.evaluate(() => (window as unknown as { rung: number[] }).rung.length)).toBe(2)
  await looked(page, "due")
  await bar.getByRole("button", { name: desk.shift.alarm.seen }).press("Enter")
  await bar.waitFor({ state: "detached" })
}, 150_000)

test("the end of a shift offers the facts, takes what is written, and puts it on top of Today", async () => {
  const { page } = hers
  const row = page.locator(".part-to-do .line", { hasText: "Ring counsel about the petition" })
  expect(await row.textContent()).toContain(desk.shift.toDo.nobody)
  await page.getByRole("button", { name: desk.shift.leave }).press("Enter")
  const field = page.locator("#shift-text")
  expect(await field.inputValue()).toContain(desk.shift.draft.opened(1, "Дежурный Егор"))
  expect(await field.inputValue()).toContain(desk.shift.draft.due(1, "Дежурный Егор"))
  await looked(page, "leave shift")
  await field.fill("Counsel of Дежурный was not reached. Try at eight.")
  await page.locator("dialog[open]").getByRole("button", { name: desk.shift.leaveGo }).press("Enter")
  const note = page.locator(".shift", { hasText: "Try at eight." })
  await note.waitFor()
  expect(await note.innerText()).toContain(desk.shift.mine)
  await looked(page, "today with shift")
}, 90_000)

test("a task is taken, done, and not done after all, by keyboard in the case", async () => {
  const { page } = hers
  await page.locator(".part-to-do summary").press("Enter")
  await page.locator(".part-to-do a", { hasText: "Ring counsel" }).press("Enter")
  const part = page.locator("section", { has: page.locator("#part-tasks") })
  const line = part.locator(".plain-list > li", { hasText: "Ring counsel" })
  await line.getByRole("button", { name: cases.tasks.take }).press("Enter")
  await line.getByText("Anna Test").waitFor()
  await line.getByRole("button", { name: cases.tasks.done, exact: true }).press("Enter")
  await page.locator("dialog[open]").getByRole("button", { name: cases.form.save, exact: true }).press("Enter")
  const done = part.locator(".done-lately")
  await done.locator("summary").press("Enter")
  await looked(page, "tasks")
  await done.getByRole("button", { name: cases.tasks.undo }).press("Enter")
  await part.locator(".plain-list > li", { hasText: "Anna Test" }).waitFor()
  await done.waitFor({ state: "detached" })
  expect([hers.faults, hers.strangers]).toEqual([[], []])
}, 90_000)
