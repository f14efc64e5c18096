import { mkdtempSync } from "node:fs"; import { tmpdir } from "node:os"; import { join } from "node:path"
import { createServer } from "@safe-conduct/server"
import { builtPages } from "./src/desk/pages.ts"
import { makeTrial } from "./src/trial/index.ts"
import { openBrowser } from "../../e2e/src/browser.ts"
import { at, enterAs, go, squeezed } from "../../e2e/src/desk-visit.ts"
import { overflow, violations } from "../../e2e/src/axe.ts"
const data = join(mkdtempSync(join(tmpdir(), "c3-spent-")), "data")
const notes = await makeTrial({ data, now: Date.now() - 150 * 86_400_000 })
const server = await createServer({ data, now: Date.now, port: 0, trial: true, pages: builtPages() as never, trialNotes: JSON.stringify(notes), log: () => undefined })
const { port } = await server.listen(); const trial = { url: `http://127.0.0.1:${port}`, notes } as never
const browser = await openBrowser()
const wrong: string[] = []
for (const [language, name] of [["ru", "Anna"], ["fr", "Boris"], ["en", "Vera"]] as const) {
  const her = await at(browser, trial, language); await enterAs(her.page, name)
  await her.page.locator(".trial-panel button", { hasText: /Hide the phone|Скрыть телефон|Masquer/ }).first().click()
  await go(her.page, "/desk/members", ".members table"); await her.page.waitForTimeout(800)
  for (const width of [360, 768, 1440]) { wrong.push(...await overflow(her.page, width, language), ...await squeezed(her.page, language)); await her.page.screenshot({ path: `/tmp/c3-look/spent-${language}-${width}.png`, fullPage: true }) }
  if (name === "Anna") { const b = her.page.locator(".spent-keys button").first(); if (await b.count()) { await b.click(); await her.page.waitForTimeout(1500); await her.page.setViewportSize({ width: 768, height: 900 }); await her.page.screenshot({ path: `/tmp/c3-look/spent-after.png`, fullPage: true }) } }
  wrong.push(...await violations(her.page, language)); console.log(language, her.faults); await her.context.close()
}
console.log(wrong.join("\n")); await browser.close(); await server.close(); process.exit(0)
