// What must hold on every page whatever it shows: no violation that axe finds, no sideways scroll, and the right language.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Each violation with the places where it stands; evaluated by the browser's own debugger, so the page's policy stays as it is. */
export async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(`typeof axe === "undefined" && ${source.replace(/;\s*$/, "")}`)
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ") + " " + node.failureSummary).join(" | ")))`,
  )) as string[]
  return found.map((one) => `${where}: ${one}`)
}

/** What reaches out of the page to the right, if the page scrolls sideways at this width. */
export async function overflow(page: Page, width: number, where: string): Promise<string[]> {
  await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return null
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName}.${one.className}`)
      .slice(0, 4)
      .join(" ")
  })
  return wide === null ? [] : [`${where} at ${width}: ${wide}`]
}
