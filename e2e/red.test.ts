// A server whose log does not hold: red over every page of the desk, in three languages, and at no width does it hide what it stands over.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { type LyingLine, lyingLine } from "./src/lying-line.ts"
import { sizes, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { shoot } from "./src/shots.ts"

const spoken = { ru, en, fr }
const desk = realDesk()
let line: LyingLine
beforeAll(async () => {
  line = await lyingLine(desk.made.port)
})
afterAll(() => line?.close())

/** The log as it stands, under somebody else's signature. */
const otherSignature = (bytes: Buffer): Buffer => {
  const told = JSON.parse(bytes.toString()) as { signature?: string }
  if (told.signature === undefined) throw new Error(`no checkpoint: ${bytes.toString()}`)
  return Buffer.from(JSON.stringify({ ...told, signature: `${told.signature.startsWith("A") ? "B" : "A"}${told.signature.slice(1)}` }))
}

test.each(["ru", "en", "fr"] as const)(
  "whoever is shown a log that the server did not sign sees it in red on every page, in %s",
  async (language) => {
    const { app, signIn } = spoken[language]
    line.lie = (target, bytes) => (target === "/api/log" ? { bytes: otherSignature(bytes) } : null)
    const her = await visit(desk.browser, `${line.url}/desk`, language, { viewport: sizes.table })
    const { page } = her
    await page.fill("#passphrase", desk.made.passphrase)
    await page.click("#sign-in")
    const onward = page.getByRole("button", { name: signIn.goOn })
    await onward.or(page.locator(".today h1")).first().waitFor({ timeout: 60_000 })
    if (await onward.count()) await onward.click()
    const banner = page.locator(".log-banner")
    await banner.waitFor({ timeout: 60_000 })
    expect(await banner.innerText()).toContain(app.logAlarm.what.unsigned())
    expect(await banner.innerText()).toContain(app.logAlarm.advice)
    const wrong: string[] = []
    for (const path of ["/desk/tray", "/desk/members", "/desk"]) {
      await page.locator(`nav.pages a[href='${path}']`).click()
      await page.locator("main h1").first().waitFor()
      expect(await banner.isVisible()).toBe(true)
      wrong.push(...(await violations(page, `${path} ${language}`)))
      for (const { width } of Object.values(sizes)) {
        wrong.push(...(await overflow(page, width, `${path} ${language}`)))
        await shoot(page, `red ${path} ${language}`, width)
      }
      await page.setViewportSize(sizes.table)
    }
    expect(wrong).toEqual([])
    expect(her.faults).toEqual([])
    await her.context.close()
  },
)

test("an honest line shows no red", async () => {
  line.lie = () => null
  const her = await visit(desk.browser, `${line.url}/desk`, "en", { viewport: sizes.table })
  await her.page.fill("#passphrase", desk.made.passphrase)
  await her.page.click("#sign-in")
  const onward = her.page.getByRole("button", { name: en.signIn.goOn })
  await onward.or(her.page.locator(".today h1")).first().waitFor({ timeout: 60_000 })
  if (await onward.count()) await onward.click()
  await her.page.locator(".today h1").waitFor()
  await her.page.waitForTimeout(5_000)
  expect(await her.page.locator(".log-banner").count()).toBe(0)
  await her.context.close()
})
